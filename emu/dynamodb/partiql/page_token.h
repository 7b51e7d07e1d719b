// The NextToken of a SELECT: where its page has ended, good for the same statement with the same
// parameters.
#pragma once

#include <emu/dynamodb/partiql.h>
#include <emu/result.h>

#include <string>

namespace emu::dynamodb::partiql {

std::string token_of(const ExecuteStatement& request, const Item& last);

// The item that the page before has ended with; no attributes for the first page. Fails for a token
// of another statement.
Result<Item> start_of(const ExecuteStatement& request);

}  // namespace emu::dynamodb::partiql
