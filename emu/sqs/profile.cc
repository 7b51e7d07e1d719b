// How SQS describes itself to the rest of emu.
// Source: Amazon SQS API model, 2012-11-05. The codes of the Query protocol are older than the
// names of the errors.

#include <emu/sqs/errors.h>

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

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied},
    ErrorProfile{.code = errors::kBatchEntryIdsNotDistinct,
                 .query_code = "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"},
    ErrorProfile{.code = errors::kBatchRequestTooLong,
                 .query_code = "AWS.SimpleQueueService.BatchRequestTooLong"},
    ErrorProfile{.code = errors::kEmptyBatchRequest,
                 .query_code = "AWS.SimpleQueueService.EmptyBatchRequest"},
    ErrorProfile{.code = errors::kInvalidAttributeName},
    ErrorProfile{.code = errors::kInvalidAttributeValue},
    ErrorProfile{.code = errors::kInvalidBatchEntryId,
                 .query_code = "AWS.SimpleQueueService.InvalidBatchEntryId"},
    ErrorProfile{.code = errors::kInvalidMessageContents},
    ErrorProfile{.code = errors::kInvalidParameterValue},
    ErrorProfile{.code = errors::kMessageNotInflight,
                 .query_code = "AWS.SimpleQueueService.MessageNotInflight"},
    ErrorProfile{.code = errors::kMissingParameter},
    ErrorProfile{.code = errors::kOverLimit},
    ErrorProfile{.code = errors::kPurgeQueueInProgress,
                 .query_code = "AWS.SimpleQueueService.PurgeQueueInProgress"},
    ErrorProfile{.code = errors::kQueueDeletedRecently,
                 .query_code = "AWS.SimpleQueueService.QueueDeletedRecently"},
    ErrorProfile{.code = errors::kQueueDoesNotExist,
                 .query_code = "AWS.SimpleQueueService.NonExistentQueue"},
    ErrorProfile{.code = errors::kQueueNameExists, .query_code = "QueueAlreadyExists"},
    ErrorProfile{.code = errors::kReceiptHandleIsInvalid},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kTooManyEntriesInBatchRequest,
                 .query_code = "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"},
    ErrorProfile{.code = errors::kUnsupportedOperation,
                 .query_code = "AWS.SimpleQueueService.UnsupportedOperation"},
};

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
