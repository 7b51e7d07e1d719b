// Who may use the controls. They change what a whole test sees, so a web page must not reach them:
// neither one of another site that sends its requests here, nor one whose name was made to point
// at this machine (DNS rebinding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/request_parts.h"

namespace emu::server {

class Guard {
 public:
  // `host` is what the server listens on.
  explicit Guard(std::string_view host);

  // Why the request is refused, in words, or nothing.
  std::optional<std::string> refusal(const RequestParts& parts) const;

 private:
  bool is_own_name(const HostParts& host) const;

  std::string host_;
  bool local_only_;
};

}  // namespace emu::server
