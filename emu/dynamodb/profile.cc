// How DynamoDB describes itself to the rest of emu.
// Sources: Amazon DynamoDB API model, 2012-08-10; Amazon DynamoDB Developer Guide, "Error handling
// with DynamoDB", "Quotas in Amazon DynamoDB".

#include <emu/description.h>
#include <emu/dynamodb/errors.h>

#include <array>
#include <utility>

#include "core/gate/call.h"
#include "core/gate/service_profile.h"
#include "core/gate/validate.h"
#include "dynamodb/errors.h"
#include "dynamodb/java_package.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/table_name.h"
#include "dynamodb/transaction.h"

namespace emu::dynamodb {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kJson,
                    .target_prefix = "DynamoDB_20120810",
                    .json_version = "1.0",
                    .error_namespace = kErrorNamespace,
                    .has_crc32 = true,
                    .has_first_words = true},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kBackupInUseException},
    ErrorProfile{.code = errors::kBackupNotFoundException},
    ErrorProfile{.code = errors::kConditionalCheckFailedException},
    ErrorProfile{.code = errors::kContinuousBackupsUnavailableException},
    ErrorProfile{.code = errors::kDuplicateItemException},
    ErrorProfile{.code = errors::kGlobalTableAlreadyExistsException},
    ErrorProfile{.code = errors::kGlobalTableNotFoundException},
    ErrorProfile{.code = errors::kIdempotentParameterMismatchException,
                 .message_member = "Message"},
    ErrorProfile{.code = errors::kIndexNotFoundException},
    ErrorProfile{.code = errors::kInvalidRestoreTimeException},
    ErrorProfile{.code = errors::kLimitExceededException},
    ErrorProfile{.code = errors::kPointInTimeRecoveryUnavailableException},
    ErrorProfile{.code = errors::kPolicyNotFoundException},
    ErrorProfile{.code = errors::kProvisionedThroughputExceededException},
    ErrorProfile{.code = errors::kReplicaAlreadyExistsException},
    ErrorProfile{.code = errors::kReplicaNotFoundException},
    ErrorProfile{.code = errors::kResourceInUseException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = "SerializationException", .message_member = "Message"},
    ErrorProfile{.code = errors::kTableAlreadyExistsException},
    ErrorProfile{.code = errors::kTableInUseException},
    ErrorProfile{.code = errors::kTableNotFoundException},
    ErrorProfile{.code = errors::kThrottlingException},
    ErrorProfile{.code = errors::kTransactionCanceledException, .message_member = "Message"},
    ErrorProfile{.code = errors::kTransactionConflictException},
    ErrorProfile{.code = errors::kTransactionInProgressException, .message_member = "Message"},
    ErrorProfile{.code = errors::kValidationException,
                 .json_namespace = "com.amazon.coral.validate#"},
};

// Source: Amazon DynamoDB Developer Guide, "Error handling with DynamoDB".
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException",
                   .message = "Rate of requests exceeds the allowed throughput."},
    FailureProfile{.code = "ProvisionedThroughputExceededException",
                   .message = "The level of configured provisioned throughput for the table was "
                              "exceeded. Consider increasing your provisioning level with the "
                              "UpdateTable API."},
    FailureProfile{.code = "RequestLimitExceeded",
                   .message = "Throughput exceeds the current throughput limit for your account. "
                              "To request a limit increase, contact AWS Support at "
                              "https://aws.amazon.com/support."},
    FailureProfile{.code = "ConditionalCheckFailedException",
                   .message = "The conditional request failed"},
    FailureProfile{.code = "TransactionConflictException",
                   .message = "Transaction is ongoing for the item"},
    FailureProfile{.code = "ItemCollectionSizeLimitExceededException",
                   .message = "Collection size exceeded."},
    FailureProfile{.code = "InternalServerError",
                   .message = "DynamoDB could not process your request.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "DynamoDB is currently unavailable.",
                   .status = 503},
};

// How many actions a transaction has; none for other operations.
std::size_t actions_of(const Operation& operation, const void* in) {
  if (&operation == &emu::operation<TransactWriteItems>()) {
    return static_cast<const TransactWriteItems*>(in)->transact_items.size();
  }
  if (&operation == &emu::operation<TransactGetItems>()) {
    return static_cast<const TransactGetItems*>(in)->transact_items.size();
  }
  if (&operation == &emu::operation<ExecuteTransaction>()) {
    return static_cast<const ExecuteTransaction*>(in)->transact_statements.size();
  }
  return 0;
}

// What befalls one item cancels the transaction that it is in.
Error injected(const Call& call, const void* in, Error error) {
  const std::size_t actions = actions_of(call.operation, in);
  const bool is_of_item = error.code == errors::kConditionalCheckFailedException ||
                          error.code == errors::kItemCollectionSizeLimitExceededException ||
                          error.code == errors::kTransactionConflictException;
  return actions > 0 && is_of_item ? as_cancellation(std::move(error), actions) : error;
}

Error refused(const Call&, const std::string& text) { return access_denied(text); }

// Source: as clients report.
Error table_name_required() {
  return validation("The parameter 'TableName' is required but was not present in the request");
}

Error invalid(const Call& call, const std::vector<Violation>& violations) {
  if (!is_of_table(call)) return validation(validation_text(violations));
  for (const Violation& violation : violations) {
    if (violation.path != "TableName") continue;
    if (violation.rule == Violation::Rule::kRequired) return table_name_required();
    if (violation.rule != Violation::Rule::kPattern) return table_name_of_wrong_length();
  }
  return validation(validation_text(violations));
}

}  // namespace

constinit const ServiceProfile kProfile = {.name = "dynamodb",
                                           .signing_name = "dynamodb",
                                           .host_prefix = "dynamodb",
                                           .api_version = "2012-08-10",
                                           .sdk_id = "DynamoDB",
                                           .cli_name = "dynamodb",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .keeps_application_data = true,
                                           // 16 MB for a batch or a transaction.
                                           .body_bytes_max = std::size_t{16} * 1024 * 1024,
                                           .compressed_from = std::size_t{4} * 1024,
                                           .request_id_letters = 52,
                                           .access_denied = &refused,
                                           .invalid = &invalid,
                                           .injected = &injected};

}  // namespace emu::dynamodb
