// What an update expression makes of an item.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/seen_item.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb::expression {

// An update expression whose names are resolved for one request.
struct ResolvedUpdate {
  const Update* update = nullptr;
  std::vector<Steps> paths = {};        // of the actions
  std::vector<std::size_t> order = {};  // of the paths, as ordered() gives it
};

// Fails when paths overlap or conflict.
Result<ResolvedUpdate> resolve(const Update& update, const Placeholders& placeholders);

// Whether the item is one that is only being made: it has nothing but its key, and paths into
// attributes that it does not have may be removed.
enum class Target : std::uint8_t { kExistingItem, kNewItem };

// Computes the changes, each attribute at most once, whose names belong to the parsed expression or
// to the request. Operands refer to the item as it was before the update. Fails when what is set
// cannot fit into an item.
Result<std::vector<StoredItem::Change>> evaluate(const ResolvedUpdate& update, SeenItem& item,
                                                 const Placeholders& placeholders,
                                                 Target target = Target::kExistingItem);
// Whether evaluate() failed because of the type of an operand.
bool is_wrong_operand_type(const Error& error);

}  // namespace emu::dynamodb::expression
