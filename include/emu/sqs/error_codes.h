// The codes that SQS's errors have in the Query protocol, where they differ from today's names.
// SDKs and batch answers still report them.
// Source: Amazon SQS API model, the codes of the error shapes.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace emu::sqs {

struct ErrorCode {
  std::string_view today;
  std::string_view query;
};

inline constexpr std::array<ErrorCode, 11> kErrorCodes = {{
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

// "AWS.SimpleQueueService.NonExistentQueue" of "QueueDoesNotExist"; the code itself where there is
// no other.
constexpr std::string_view query_error_code(std::string_view code) {
  const auto* found = std::find_if(kErrorCodes.begin(), kErrorCodes.end(),
                                   [&](const ErrorCode& entry) { return entry.today == code; });
  return found == kErrorCodes.end() ? code : found->query;
}

// The other way round.
constexpr std::string_view error_code_of_query(std::string_view query_code) {
  const auto* found = std::find_if(kErrorCodes.begin(), kErrorCodes.end(),
                                   [&](const ErrorCode& e) { return e.query == query_code; });
  return found == kErrorCodes.end() ? query_code : found->today;
}

}  // namespace emu::sqs
