// The controls of a server: finds which one a request means, guards it and answers.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>

#include <string_view>

#include "core/gate/request_parts.h"
#include "server/control/guard.h"
#include "server/trace_hub.h"

namespace emu::server {

// Whether a path is theirs: /_emu, what lies under it, and /_localstack/health.
bool is_control_path(std::string_view path);

class Controls {
 public:
  // The Cloud must outlive them. `host` is what the server listens on.
  Controls(Cloud& cloud, std::string_view host) : cloud_(cloud), hub_(cloud), guard_(host) {}

  // May be called from many threads at a time.
  HttpResponse answer(const RequestParts& parts);

  // Ends the streams that are being read.
  void close() { hub_.close(); }

 private:
  Cloud& cloud_;
  TraceHub hub_;
  Guard guard_;
};

}  // namespace emu::server
