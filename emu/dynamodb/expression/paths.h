// Document paths with their names resolved, and what they lead to.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/seen_item.h"

namespace emu::dynamodb::expression {

// One step down: into a map by name, or into a list by index when the name is null. The name
// belongs to the parsed expression or to the request.
struct Step {
  const std::string* name = nullptr;
  std::uint32_t index = 0;
};
using Steps = std::vector<Step>;

Steps resolve(const Path& path, const Placeholders& placeholders);

// "[a, b, [3]]", as error texts show a path.
std::string describe_path(const Steps& steps);

// Null when the path leads to nothing.
const AttributeValue* find(SeenItem& item, const Path& path, const Placeholders& placeholders);
const AttributeValue* find(const Item& item, const Path& path, const Placeholders& placeholders);
// One step further down; null when it leads to nothing.
const AttributeValue* child(const AttributeValue& value, const Step& step);
AttributeValue* child(AttributeValue& value, const Step& step);

// The positions of the paths in an order in which parents come before children, and list elements
// by index. Fails when one path leads into another, or when two disagree whether something is a map
// or a list.
Result<std::vector<std::size_t>> ordered(Kind kind, const std::vector<Steps>& paths);

// What the paths lead to and no more. `order` is what ordered() gave.
Item project(const Item& item, const std::vector<Steps>& paths,
             const std::vector<std::size_t>& order);

}  // namespace emu::dynamodb::expression
