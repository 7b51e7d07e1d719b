// Lambda's errors, in AWS's words.
#pragma once

#include <emu/result.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::lambda {

// For the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

// Functions.
Error function_not_found(std::string_view arn);
Error function_not_in_region(std::string_view function_region, std::string_view region);
Error function_exists(std::string_view name);
Error function_name_too_long(std::string_view name);
Error qualifiers_differ();
Error only_latest_is_kept();
Error runtime_and_handler_required();
Error image_takes_no_runtime_or_handler();
Error code_missing();
Error code_too_large(std::string_view operation);
Error environment_too_large(std::string_view measured);
Error environment_names_reserved(std::string_view names);
Error environment_name_invalid();
Error too_many_layers();
Error too_many_tags();
Error role_cannot_be_assumed();
Error role_lacks_permission(std::string_view action, std::string_view service);
Error dead_letter_target_unsupported(std::string_view arn);
Error revision_differs();

// Invocation and concurrency.
Error payload_is_not_json(std::string_view why);
Error payload_too_large(std::size_t bytes_max);
Error throttled_by_reservation();
Error throttled_by_account();
bool is_throttled(const Error& error);
Error too_much_reserved();
Error event_invoke_config_not_found(std::string_view arn);
Error event_invoke_config_empty();
Error destination_unsupported(std::string_view arn);
Error role_cannot_reach_destination(std::string_view action, std::string_view arn);

// Policies and tags.
Error statement_exists();
Error statement_not_found(std::string_view id);
Error policy_not_found();
Error policy_too_large(std::size_t bytes);
Error principal_invalid();
Error resource_arn_invalid(std::string_view arn);
Error reserved_tag_key();

// Event source mappings.
Error mapping_not_found();
Error mapping_exists(std::string_view source_arn, std::string_view function, std::string_view uuid);
Error mapping_is_busy();
Error source_unsupported(std::string_view arn);
Error source_in_other_region(std::string_view source_region, std::string_view region);
Error source_does_not_answer(std::string_view operation, const Error& error);
Error visibility_too_short(std::chrono::seconds visibility, std::chrono::seconds timeout);
Error batch_needs_window();
Error parameter_unsupported_for_sqs(std::string_view parameter);
Error filter_invalid(std::string_view why);
Error too_many_filters();
Error marker_invalid();

// What the payload of a failed function says.
std::string timed_out_text(std::chrono::seconds timeout);
std::string exit_text(std::string_view request_id);
std::string import_error_text(std::string_view module);
std::string response_too_large_text();

}  // namespace emu::lambda
