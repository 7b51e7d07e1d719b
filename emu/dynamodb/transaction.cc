#include "dynamodb/transaction.h"

#include <emu/describe.h>
#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "core/json/json_codec.h"
#include "core/json/json_writer.h"
#include "dynamodb/errors.h"
#include "dynamodb/request.h"

namespace emu::dynamodb {

namespace {

// The code that a reason has for the error with which the action alone would fail. Source: Amazon
// DynamoDB API Reference, "TransactWriteItems", TransactionCanceledException.
struct ReasonCode {
  std::string_view error;
  std::string_view reason;
};
constexpr std::array kReasonCodes = {
    ReasonCode{errors::kConditionalCheckFailedException, "ConditionalCheckFailed"},
    ReasonCode{errors::kDuplicateItemException, "DuplicateItem"},
    ReasonCode{errors::kItemCollectionSizeLimitExceededException,
               "ItemCollectionSizeLimitExceeded"},
    ReasonCode{errors::kProvisionedThroughputExceededException, "ProvisionedThroughputExceeded"},
    ReasonCode{errors::kThrottlingException, "ThrottlingError"},
    ReasonCode{errors::kTransactionConflictException, "TransactionConflict"},
    ReasonCode{errors::kValidationException, "ValidationError"},
};

struct CancellationDetail final : ErrorDetail {
  explicit CancellationDetail(std::vector<CancellationReason> why) : reasons{std::move(why)} {}
  const Shape& shape() const override { return shape_of<Reasons>(); }
  const void* value() const override { return &reasons; }

  struct Reasons {
    std::vector<CancellationReason> list;
    static void describe(StructureShape<Reasons>& s) {
      s.member("CancellationReasons", &Reasons::list);
    }
  } reasons;
};

Error transaction_canceled(const std::vector<CancellationReason>& reasons) {
  std::string codes;
  for (const CancellationReason& reason : reasons) {
    if (!codes.empty()) codes += ", ";
    codes += reason.code;
  }
  return {.code = errors::kTransactionCanceledException,
          .message = fmt::format("Transaction cancelled, please refer cancellation reasons for "
                                 "specific reasons [{}]",
                                 codes),
          .detail = std::make_shared<CancellationDetail>(reasons)};
}

}  // namespace

std::string_view reason_code(std::string_view error) {
  const auto found = std::find_if(kReasonCodes.begin(), kReasonCodes.end(),
                                  [&](const ReasonCode& code) { return code.error == error; });
  return found == kReasonCodes.end() ? std::string_view() : found->reason;
}

Status Cancellation::take(std::size_t action, const Error& error) {
  const std::string_view code = reason_code(error.code);
  if (code.empty()) return error;
  CancellationReason& reason = reasons_[action];
  reason.code = code;
  reason.message = error.message;
  reason.item = item_of_failed_condition(error);
  is_due_ = true;
  return {};
}

Status Cancellation::check() const {
  if (!is_due_) return {};
  return transaction_canceled(reasons_);
}

Error as_cancellation(Error error, std::size_t actions) {
  Cancellation cancellation(actions);
  if (!cancellation.take(0, error)) return error;
  return cancellation.check().error();
}

Error transaction_ongoing() {
  return {.code = errors::kTransactionConflictException,
          .message = "Transaction is ongoing for the item"};
}

std::vector<CancellationReason> cancellation_reasons(const Error& error) {
  const auto* detail = dynamic_cast<const CancellationDetail*>(error.detail.get());
  return detail == nullptr ? std::vector<CancellationReason>() : detail->reasons.list;
}

Digest digest_of(const Shape& shape, const void* request) {
  std::string json;
  JsonWriter writer(json);
  write_json(shape, request, writer);
  Digest digest;
  digest.add(json);
  return digest;
}

}  // namespace emu::dynamodb
