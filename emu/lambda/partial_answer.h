// What a function with ReportBatchItemFailures answers about its batch.
//
// An empty or missing list, null and an empty object say that nothing failed. An answer that is no
// JSON or no object, and an identifier that is missing, empty or null, say that all did. Sources:
// Lambda Developer Guide, "Handling errors for an SQS event source in Lambda", "Configuring partial
// batch response with DynamoDB and Lambda".
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace emu::lambda {

using ItemIdentifiers = std::set<std::string, std::less<>>;

// The identifiers of what failed, or nothing when all did.
std::optional<ItemIdentifiers> failed_identifiers(std::string_view answer);

}  // namespace emu::lambda
