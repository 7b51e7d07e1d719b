#include "wire/protocol/sqs_error_codes.h"

#include <algorithm>
#include <array>

namespace emu::wire {

namespace {

struct Code {
  std::string_view today;
  std::string_view query;
};

constexpr std::array<Code, 11> kCodes = {{
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

}  // namespace

std::string_view sqs_query_code(std::string_view code) {
  const auto* found = std::find_if(kCodes.begin(), kCodes.end(),
                                   [&](const Code& entry) { return entry.today == code; });
  return found == kCodes.end() ? code : found->query;
}

std::string_view sqs_code_of_query_code(std::string_view query_code) {
  const auto* found = std::find_if(kCodes.begin(), kCodes.end(),
                                   [&](const Code& entry) { return entry.query == query_code; });
  return found == kCodes.end() ? query_code : found->today;
}

}  // namespace emu::wire
