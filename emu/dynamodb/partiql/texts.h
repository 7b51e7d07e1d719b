// The texts with which DynamoDB refuses PartiQL statements. AWS documents none of them: some are
// known from what users of its SDKs report, the others are worded here.
#pragma once

#include <emu/result.h>

#include <string_view>

namespace emu::dynamodb::partiql {

// "Statement wasn't well formed, can't be processed: …"
Error not_well_formed(std::string_view why);
Error parameters_do_not_match();
Error keys_missing_in_where();
Error order_without_where();
Error order_without_hash_key();
Error order_by_no_key(std::string_view attribute);
Error token_does_not_fit();
Error reads_and_writes_mixed();
Error exists_outside_transaction();
Error several_items();
Error writes_to_index();

// A refusal of an expression, without the expression's name: the statement has none.
Error in_statement(Error error);
Status in_statement(Status status);

}  // namespace emu::dynamodb::partiql
