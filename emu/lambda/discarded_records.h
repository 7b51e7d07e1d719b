// Records of a stream that a mapping has given up, and what its destination is told of them.
// Source: Lambda Developer Guide, "Retain discarded records for a DynamoDB event source in Lambda".
#pragma once

#include <emu/aws.h>
#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lambda/stream_batch.h"

namespace emu::lambda {

// Why records are given up.
namespace discard_conditions {
inline constexpr std::string_view kRetryAttemptsExhausted = "RetryAttemptsExhausted";
inline constexpr std::string_view kRecordAgeExceeded = "RecordAgeExceeded";
}  // namespace discard_conditions

// What came of the last attempt to invoke the function with them.
struct StreamAttempt {
  std::string request_id = {};
  std::int64_t invocations = 0;  // of the batch so far
  bool was_invoked = false;
  std::optional<std::string> function_error = {};
};

struct Discard {
  std::string_view condition;
  std::string_view function_arn;
  std::string_view stream_arn;
  std::span<const ReadRecordPtr> records;
  const StreamAttempt& attempt;
};

// The JSON for the destination.
std::string discard_record(const Discard& discard, Time now);

// Sends it to a queue or a topic.
Status send_discard_record(Aws& as, const std::string& arn, std::string record);

}  // namespace emu::lambda
