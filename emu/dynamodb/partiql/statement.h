// What a PartiQL statement parses into: the trees of expressions, with the values of the statement
// behind placeholders, so that reading and writing go the ways of the other operations.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/expression/ast.h"

namespace emu::dynamodb::partiql {

// What an UPDATE or DELETE answers of the item.
enum class Returning : std::uint8_t { kNothing, kAllOld, kModifiedOld, kAllNew, kModifiedNew };

struct OrderKey {
  std::string attribute;
  bool is_descending = false;
};

struct Statement {
  enum class Kind : std::uint8_t {
    kSelect,
    kExists,  // EXISTS(SELECT …), of transactions
    kInsert,
    kUpdate,
    kDelete,
  };
  Kind kind = Kind::kSelect;
  std::string table = {};
  std::optional<std::string> index = {};  // none: the table itself

  std::vector<expression::Path> selected = {};  // empty: all attributes
  std::vector<OrderKey> order = {};

  Item item = {};                  // of INSERT
  expression::Update update = {};  // of UPDATE

  std::optional<expression::Condition> where = {};
  Returning returning = Returning::kNothing;

  // What the placeholders in the trees, ":0", ":1" …, stand for.
  Item values = {};

  bool is_read() const { return kind == Kind::kSelect; }
};

// The table that a statement is about, found without parsing it; empty when there is none.
std::string table_of(std::string_view source);

// Each `?` takes the next parameter; all must be taken. Fails with a ValidationException.
Result<Statement> parse(std::string_view source, const std::vector<AttributeValue>& parameters);

}  // namespace emu::dynamodb::partiql
