// What is refused before an operation begins, in the words of the protocol that was spoken.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "core/gate/http_front.h"
#include "core/gate/service_profile.h"
#include "wire/sigv4/sigv4.h"

namespace emu::server {

// Routing.
Error unknown_json_operation(std::string_view target);
Error unknown_rest_operation(std::string_view method, std::string_view path);
Error unknown_action(const ServiceProfile& service, std::string_view action);
Error missing_action();
Error unknown_service(std::string_view signing_name);

// A request that could not be read, for which HTTP has that status.
Error unreadable_request(int status, std::string_view reason);

// Web pages that may not call the service, and host names that are not the server's.
Error not_for_pages(ProtocolKind protocol, std::string why);

// Credentials.
Error unknown_access_key(wire::SignatureDialect dialect, std::string_view access_key_id);
Error wrong_session_token(wire::SignatureDialect dialect);
Error expired_session(wire::SignatureDialect dialect);
Error form_signature_does_not_match(const FormSignature& form, std::string_view access_key_id);

// The server is about to stop.
Error service_unavailable();

}  // namespace emu::server
