// How SQS describes itself to the rest of emu.
// Source: Amazon SQS API model, 2012-11-05. The codes of the Query protocol are older than the
// names of the errors.

#include <emu/sqs/errors.h>
#include <emu/sqs/values.h>

#include <array>

#include "core/gate/service_profile.h"
#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

// As recorded from AWS: the path of a queue is an endpoint of its own.
constexpr std::array<std::string_view, 2> kActionsWithoutPath = {"CreateQueue", "ListQueues"};

// As users of API Gateway see them, whose integrations accept JSON.
constexpr std::array kOlderJsonNames = {
    NamePair{.name = "Messages", .other = "messages"},
    NamePair{.name = "QueueUrls", .other = "queueUrls"},
};

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
                    .actions_without_path = kActionsWithoutPath,
                    .older_json_names = kOlderJsonNames,
                    .unknown_action = "The action {} is not valid for this endpoint."},
};

// What no operation of the model declares comes from AWS's framework.
constexpr std::string_view kFramework = "com.amazon.coral.service#";

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied,
                 .json_code = "AccessDeniedException",
                 .json_namespace = kFramework},
    ErrorProfile{.code = errors::kBatchEntryIdsNotDistinct,
                 .query_code = "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"},
    ErrorProfile{.code = errors::kBatchRequestTooLong,
                 .query_code = "AWS.SimpleQueueService.BatchRequestTooLong"},
    ErrorProfile{.code = errors::kEmptyBatchRequest,
                 .query_code = "AWS.SimpleQueueService.EmptyBatchRequest"},
    ErrorProfile{.code = errors::kInvalidAddress},
    ErrorProfile{.code = errors::kInvalidAttributeName},
    ErrorProfile{.code = errors::kInvalidAttributeValue},
    ErrorProfile{.code = errors::kInvalidBatchEntryId,
                 .query_code = "AWS.SimpleQueueService.InvalidBatchEntryId"},
    ErrorProfile{.code = errors::kInvalidMessageContents},
    ErrorProfile{.code = errors::kInvalidParameterValue,
                 .json_code = "InvalidParameterValueException",
                 .json_namespace = kFramework},
    ErrorProfile{.code = errors::kMessageNotInflight,
                 .query_code = "AWS.SimpleQueueService.MessageNotInflight"},
    ErrorProfile{.code = errors::kMissingParameter,
                 .json_code = "MissingRequiredParameterException",
                 .json_namespace = kFramework},
    ErrorProfile{.code = errors::kOverLimit},
    ErrorProfile{.code = errors::kPurgeQueueInProgress,
                 .query_code = "AWS.SimpleQueueService.PurgeQueueInProgress"},
    ErrorProfile{.code = errors::kQueueDeletedRecently,
                 .query_code = "AWS.SimpleQueueService.QueueDeletedRecently"},
    ErrorProfile{.code = errors::kQueueDoesNotExist,
                 .query_code = "AWS.SimpleQueueService.NonExistentQueue",
                 .query_message = "The specified queue does not exist for this wsdl version."},
    ErrorProfile{.code = errors::kQueueNameExists, .query_code = "QueueAlreadyExists"},
    ErrorProfile{.code = errors::kReceiptHandleIsInvalid},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kTooManyEntriesInBatchRequest,
                 .query_code = "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"},
    ErrorProfile{.code = errors::kUnsupportedOperation,
                 .query_code = "AWS.SimpleQueueService.UnsupportedOperation"},
};

// Source: Amazon SQS API Reference, "SendMessage", "Common Error Types".
constexpr std::array kFailures = {
    FailureProfile{.code = "RequestThrottled",
                   .message = "The request was denied due to request throttling."},
    FailureProfile{.code = "ThrottlingException",
                   .message = "The request was denied due to request throttling."},
    FailureProfile{.code = "InternalError",
                   .message = "We encountered an internal error. Please try again.",
                   .status = 500},
    FailureProfile{.code = "InternalFailure",
                   .message = "The request processing has failed because of an unknown error, "
                              "exception or failure.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "The request has failed due to a temporary failure of the server.",
                   .status = 503},
};

constexpr std::array kEffects = {
    EffectProfile{.operation = "DeleteMessage", .effect = effects::kDuplicate},
    EffectProfile{.operation = "DeleteMessageBatch", .effect = effects::kDuplicate},
    EffectProfile{.operation = "GetQueueAttributes", .effect = effects::kLag},
    EffectProfile{.operation = "ReceiveMessage", .effect = effects::kDuplicate},
    EffectProfile{.operation = "ReceiveMessage", .effect = effects::kMiss},
    EffectProfile{.operation = "ReceiveMessage", .effect = effects::kReorder},
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
  if (first.path == "QueueName") return no_queue_name();
  if (first.path == "Attributes") return missing_parameter("Attribute.Name");
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
    .failures = kFailures,
    .effects = kEffects,
    .keeps_application_data = true,
    // A batch of 1 MiB ("Amazon SQS message quotas"), each byte of it escaped, and its attributes.
    .body_bytes_max = std::size_t{8} * 1024 * 1024,
    .access_denied = &access_denied,
    .invalid = &invalid_input};

}  // namespace emu::sqs
