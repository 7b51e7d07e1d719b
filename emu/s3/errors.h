// S3's errors: those that several operations share, and what the others are made with.
// Source: Amazon S3 API Reference, "Error responses".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::s3 {

// For the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid_shape(const Call& call, const std::vector<Violation>& violations);

// Elements of an error document behind its message, in order.
using ErrorFields = std::vector<std::pair<std::string, std::string>>;

Error make_error(std::string_view code, std::string_view message, int status,
                 ErrorFields fields = {});
// With the field BucketName.
Error bucket_error(std::string_view code, std::string_view message, int status,
                   std::string_view bucket);

// Without a reason, for callers from outside the account.
Error access_denied();
// Because the block of public access prevents it: "policies" by "BlockPublicPolicy".
Error public_access_blocked(const Call& call, std::string_view action, std::string_view bucket,
                            std::string_view what, std::string_view setting);

Error bucket_acl_without_acls();
// InvalidBucketName for what no bucket could be called.
Error no_such_bucket(std::string_view bucket);

Error no_such_key(std::string_view key);
Error no_such_version(std::string_view key, std::string_view version_id);
Error invalid_uri(std::string_view key);
Error not_implemented_header(std::string_view header, std::string_view message = {});
// A body that is longer than the server, the operation or the form that it came in lets one be.
Error entity_too_large();
Error entity_too_large(std::uint64_t proposed, std::uint64_t most);

Error precondition_failed(std::string_view condition);

Error invalid_argument(std::string_view message, std::string_view name, std::string_view value);
Error wrong_continuation_token(std::string_view token);
Error invalid_request(std::string_view message);
Error malformed_xml();
// That of a list's document.
Error malformed_acl();
bool is_about_acl(const Operation& operation);

Error malformed_policy(std::string_view message);

Error no_such_website(std::string_view bucket);

// Ids of rules: of at most 255 characters, each once. The element is "ID" or "Id".
Status check_rule_id(std::string_view id, std::string_view element = "ID");
Error repeated_rule_id(std::string_view id);

// Of requests from browsers.
Error cors_origin_missing();
Error cors_method_invalid(std::string_view method);  // empty: none was sent
Error cors_not_enabled(std::string_view method);
Error cors_not_allowed(std::string_view method);
Error method_not_allowed(std::string_view method, std::string_view resource_type);

}  // namespace emu::s3
