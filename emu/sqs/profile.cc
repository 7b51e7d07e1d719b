// How SQS describes itself to the rest of emu.
// Sources: Amazon SQS API model, 2012-11-05; its codes of the Query protocol are older than the names of
// its errors.

#include <array>

#include "core/gate/service_profile.h"
#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kJson,
                    .target_prefix = "AmazonSQS",
                    .json_version = "1.0",
                    .error_namespace = "com.amazonaws.sqs#",
                    .names_query_errors = true},
    // Of SDKs before 2024.
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "http://queue.amazonaws.com/doc/2012-11-05/",
                    .has_xml_declaration = true,
                    .has_error_detail = true,
                    .is_flattened = true,
                    .path_parameter = "QueueUrl",
                    .unknown_action = "The action {} is not valid for this endpoint."},
};

constexpr std::array<ErrorProfile, 11> kErrors = {{
    {"BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"},
    {"BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong"},
    {"EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"},
    {"InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId"},
    {"MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight"},
    {"PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress"},
    {"QueueDeletedRecently", "AWS.SimpleQueueService.QueueDeletedRecently"},
    {"QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"},
    {"QueueNameExists", "QueueAlreadyExists"},
    {"TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"},
    {"UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation"},
}};

Error access_denied(const Call&, const std::string& text) { return access_denied_error(text); }

// "SendMessageBatchRequestEntry.1.Id" for the shape's "Entries.1.member.Id".
std::string query_name(const Call& call, const std::string& path) {
  constexpr std::string_view kEntries = "Entries.";
  constexpr std::string_view kMember = ".member.";
  if (!path.starts_with(kEntries)) return path;
  const std::size_t member = path.find(kMember);
  if (member == std::string::npos) return path;
  return std::string(call.operation.name.name) + "RequestEntry." +
         path.substr(kEntries.size(), member - kEntries.size()) + "." +
         path.substr(member + kMember.size());
}

// The shapes of SQS have no constraint but that members are required.
Error invalid_input(const Call& call, const std::vector<Violation>& violations) {
  const Violation& first = violations.front();
  if (first.path == "Entries") return empty_batch(call.operation.name.name);
  return missing_parameter(query_name(call, first.path));
}

}  // namespace

constinit const ServiceProfile kProfile = {
    .name = "sqs",
    .signing_name = "sqs",
    .host_prefix = "sqs",
    .api_version = "2012-11-05",
    .sdk_id = "SQS",
    .cli_name = "sqs",
    .protocols = kProtocols,
    .errors = kErrors,
    .keeps_application_data = true,
    // A batch of 1 MiB ("Amazon SQS message quotas"), each byte of it escaped, and its attributes.
    .body_bytes_max = std::size_t{8} * 1024 * 1024,
    .access_denied = &access_denied,
    .invalid = &invalid_input};

}  // namespace emu::sqs
