// What expressions parse into. A tree refers to placeholders by name, so that one tree serves every
// request with the same text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace emu::dynamodb::expression {

// Which expression of a request it is, for error texts.
enum class Kind : std::uint8_t { kUpdate, kCondition, kFilter, kKeyCondition, kProjection };

struct PathElement {
  enum class Type : std::uint8_t { kName, kPlaceholder, kIndex };
  Type type;
  std::string text = {};    // the name, or the placeholder with its '#'
  std::uint32_t index = 0;  // of a list
};
using Path = std::vector<PathElement>;

struct Operand {
  enum class Type : std::uint8_t {
    kPath,
    kValue,        // a placeholder such as :v
    kPlus,         // two operands
    kMinus,        // two operands
    kIfNotExists,  // a path and an operand
    kListAppend,   // two operands
    kSize,         // one operand
  };
  Type type = Type::kPath;
  Path path = {};
  std::string value = {};
  std::vector<Operand> operands = {};
};

struct Condition {
  enum class Type : std::uint8_t {
    kAnd,
    kOr,
    kNot,
    kEqual,
    kNotEqual,
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual,
    kBetween,  // value, lower bound, upper bound
    kIn,       // value, candidates
    kAttributeExists,
    kAttributeNotExists,
    kAttributeType,
    kBeginsWith,
    kContains,
  };
  Type type = Type::kAnd;
  std::vector<Operand> operands = {};
  std::vector<Condition> children = {};  // of kAnd, kOr and kNot
  bool is_parenthesized = false;
};

struct UpdateAction {
  enum class Type : std::uint8_t { kSet, kRemove, kAdd, kDelete };
  Type type;
  Path path;
  Operand operand = {};  // none for kRemove
};

struct Update {
  std::vector<UpdateAction> actions;
};

struct Projection {
  std::vector<Path> paths;
};

}  // namespace emu::dynamodb::expression
