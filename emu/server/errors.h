// What is refused before an operation begins, in the words of the protocol that was spoken.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string_view>

#include "core/gate/service_profile.h"
#include "wire/sigv4/sigv4.h"

namespace emu::server {

// Routing.
Error unknown_json_operation(std::string_view target);
Error unknown_rest_operation(std::string_view method, std::string_view path);
Error unknown_action(const ServiceProfile& service, std::string_view action);
Error missing_action();
Error unknown_service(std::string_view signing_name);
Error s3_invalid_uri(std::string_view target);
Error s3_method_not_allowed(std::string_view method, std::string_view resource_type);
Error s3_not_implemented(std::string_view subresource);
Error s3_anonymous_override();

// Credentials.
Error unknown_access_key(wire::SignatureDialect dialect, std::string_view access_key_id);
Error wrong_session_token(wire::SignatureDialect dialect);
Error expired_session(wire::SignatureDialect dialect);

// Bodies.
Error s3_entity_too_large(std::size_t proposed, std::size_t most);

Error s3_entity_too_small(std::size_t proposed, std::size_t least);

// Uploads from forms.
Error s3_malformed_post();
Error s3_post_field_missing(std::string_view field);
Error s3_post_fields_too_long();
Error s3_post_without_file();
Error s3_invalid_policy_document();
Error s3_policy_refuses(std::string_view why);
Error s3_post_signature_does_not_match(std::string_view access_key_id);

// The server is about to stop.
Error service_unavailable();

}  // namespace emu::server
