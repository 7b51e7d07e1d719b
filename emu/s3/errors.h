// S3's refusals, in its words.
// Source: Amazon S3 API Reference, "Error responses".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::s3 {

// For the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid_shape(const Call& call, const std::vector<Violation>& violations);

// Without saying why, as strangers are told.
Error access_denied();
// Because the block of public access prevents it: "policies" by "BlockPublicPolicy".
Error public_access_blocked(const Call& call, std::string_view action, std::string_view bucket,
                            std::string_view what, std::string_view setting);

Error no_such_bucket(std::string_view bucket);
Error permanent_redirect(std::string_view bucket, std::string_view region);
Error invalid_bucket_owner(std::string_view account);
Error invalid_bucket_name(std::string_view bucket);
Error bucket_already_exists(std::string_view bucket);
Error bucket_already_owned_by_you(std::string_view bucket);
Error bucket_not_empty(std::string_view bucket);
Error too_many_buckets();
Error invalid_location_constraint(std::string_view constraint);
Error illegal_location_constraint(std::string_view constraint);  // empty: none was given
Error bucket_acl_without_acls();
Error bucket_acl_public();

Error no_such_key(std::string_view key);
Error invalid_uri(std::string_view key);
Error key_too_long(std::size_t size);
Error entity_too_large(std::uint64_t size);
Error incomplete_body();
Error metadata_too_large(std::size_t size);
Error invalid_storage_class(std::string_view storage_class);
Error invalid_redirect_location();
Error acl_not_supported();
Error not_implemented_header(std::string_view header, std::string_view message);

Error invalid_digest(std::string_view content_md5);
Error bad_content_md5(std::string_view expected, std::string_view calculated);
Error bad_checksum(std::string_view algorithm);
Error invalid_checksum_header(std::string_view header);

Error precondition_failed(std::string_view condition);
Error not_modified();
Error invalid_range(std::string_view range, std::uint64_t size);
Error invalid_part_number(std::int32_t requested);

Error invalid_argument(std::string_view message, std::string_view name, std::string_view value);
Error invalid_request(std::string_view message);
Error invalid_tag(std::string_view message, std::string_view key);
Error too_many_tags(std::string_view whose, std::size_t most);
Error malformed_xml();
Error malformed_policy(std::string_view message);
Error invalid_encryption_algorithm(std::string_view algorithm);

// Of a bucket that lacks a configuration.
Error no_such_policy(std::string_view bucket);
Error no_such_cors(std::string_view bucket);
Error no_such_website(std::string_view bucket);
Error no_such_public_access_block(std::string_view bucket);
Error no_such_ownership_controls(std::string_view bucket);
Error no_such_tag_set(std::string_view bucket);

// Of requests from browsers.
Error cors_origin_missing();
Error cors_method_invalid(std::string_view method);  // empty: none was sent
Error cors_not_enabled(std::string_view method);
Error cors_not_allowed(std::string_view method);
Error method_not_allowed(std::string_view method, std::string_view resource_type);

}  // namespace emu::s3
