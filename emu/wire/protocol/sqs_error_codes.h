// The codes that SQS's errors have in the Query protocol, where they differ from today's names.
// Source: Amazon SQS API model, the codes of the error shapes.
#pragma once

#include <string_view>

namespace emu::wire {

// The code itself where there is no other: "AWS.SimpleQueueService.NonExistentQueue" of
// "QueueDoesNotExist".
std::string_view sqs_query_code(std::string_view code);

// The other way round.
std::string_view sqs_code_of_query_code(std::string_view query_code);

}  // namespace emu::wire
