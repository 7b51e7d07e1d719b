// The controls of a server: finds which one a request means, guards it and answers.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/gate/request_parts.h"
#include "server/control/control.h"
#include "server/guard.h"
#include "server/trace_hub.h"

namespace emu::server {

// Whether a path is theirs: what lies under /_emu, and what LocalStack has in such places.
bool is_control_path(std::string_view path);
// Whether requests to that control may bring code along.
bool takes_large_bodies(std::string_view path);

class Controls {
 public:
  // The Cloud and the guard must outlive them.
  Controls(Cloud& cloud, const Guard& guard, ReadyScripts ready_scripts)
      : cloud_(cloud), hub_(cloud), guard_(guard), ready_scripts_(std::move(ready_scripts)) {}

  // May be called from many threads at a time.
  HttpResponse answer(const RequestParts& parts);

  // Ends the streams that are being read.
  void close() { hub_.close(); }

 private:
  // Why the request is refused, in words, or nothing.
  std::optional<std::string> refusal(const RequestParts& parts, const Sender& sender) const;
  HttpResponse perform(const RequestParts& parts);

  Cloud& cloud_;
  TraceHub hub_;
  const Guard& guard_;
  ReadyScripts ready_scripts_;
};

}  // namespace emu::server
