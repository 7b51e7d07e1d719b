// Every error of SQS, in AWS's words. The code is the name of the error's shape in the JSON
// protocol. Texts are as observed with clients of AWS; README.md lists those whose wording is not
// known.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace emu::sqs {

// Requests
Error access_denied_error(std::string text);
Error missing_parameter(std::string_view name);
// "Value {value} for parameter {name} is invalid. Reason: {reason}"
Error invalid_parameter(std::string_view name, std::string_view value, std::string_view reason);
Error out_of_range(std::string_view name, std::int64_t value, std::int64_t min, std::int64_t max);
Error count_out_of_range(std::string_view name, std::int64_t value, std::int64_t max);
Error invalid_next_token(std::string_view token);

// Queues
Error queue_does_not_exist();
Error queue_deleted_recently();
Error queue_name_exists(std::string_view attribute);
Error invalid_queue_name();
Error purge_in_progress(std::string_view queue_name);
Error unknown_attribute(std::string_view name);
Error invalid_attribute_value(std::string_view name);
Error fifo_not_offered();

// RedrivePolicy and RedriveAllowPolicy; `value` is the text of the attribute
Error invalid_redrive(std::string_view value, std::string_view reason);
Error redrive_not_json(std::string_view value);
Error redrive_lacks(std::string_view value, std::string_view member);
Error redrive_count_invalid(std::string_view value, std::string_view count);
Error redrive_target_invalid(std::string_view value);
Error redrive_target_missing(std::string_view value);
Error redrive_target_elsewhere(std::string_view value);
Error redrive_not_allowed(std::string_view value);
Error invalid_redrive_allow(std::string_view value, std::string_view reason);

// Tags and permissions
Error too_many_tags(std::string_view queue_name);
Error invalid_tag(std::string_view reason);
Error invalid_label(std::string_view label);
Error label_exists(std::string_view label);
Error label_unknown(std::string_view label);
Error invalid_action(std::string_view action);
Error invalid_account(std::string_view account);
Error too_many_actions(std::size_t count);
Error too_many_statements();

// Messages
Error message_too_long(std::int64_t bytes_max);
Error delay_out_of_range(std::int64_t delay);
Error invalid_message_contents(std::string_view character);
Error fifo_parameter(std::string_view name, std::string_view value);
Error invalid_group_id(std::string_view value);
Error too_many_attributes(std::size_t count);
Error empty_attribute_name();
Error attribute_name_invalid(std::string_view name);
Error attribute_name_reserved(std::string_view name);
Error empty_attribute_type(std::string_view name);
Error attribute_type_invalid(std::string_view name);
Error empty_attribute_value(std::string_view name, std::string_view type);
Error attribute_value_field(std::string_view name, std::string_view type, bool is_binary);
Error attribute_not_a_number(std::string_view name);
Error forbidden_attribute_character(std::string_view name, std::string_view character);
Error lists_not_supported(std::string_view name);
Error unknown_system_attribute(std::string_view name);
Error trace_header_not_a_string();
Error too_many_in_flight();
Error receipt_handle_invalid(std::string_view handle);
Error receipt_handle_foreign(std::string_view handle);
Error not_in_flight();
Error message_gone(std::string_view handle);
Error visibility_beyond_limit(std::int64_t seconds);

// Batches
Error empty_batch(std::string_view operation);
Error too_many_entries(std::size_t count);
Error invalid_entry_id();
Error repeated_entry_id(std::string_view id);
Error batch_too_long(std::size_t bytes);

// Moving messages
Error move_source_missing();
Error move_source_not_dead_letter(std::string_view arn);
Error move_destination_missing();
Error move_task_running();
Error move_task_unknown();

// A character in these texts: "#x7".
std::string hex_reference(char32_t character);

}  // namespace emu::sqs
