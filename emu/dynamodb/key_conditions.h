// The conditions that a Query has for keys: taken from the request, held against the keys of a
// table or an index, and made into bounds of bytes.
//
// Source: Amazon DynamoDB Developer Guide, "Key condition expressions for the Query operation" and
// "Global Secondary Indexes", multi-attribute keys. AWS documents few of the texts.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/read_source.h"

namespace emu::dynamodb {

// A condition for one attribute. It refers to the request.
struct KeyTest {
  std::string_view attribute;
  expression::Condition::Type type;       // a comparison, kBetween or kBeginsWith
  const AttributeValue* value;            // the lower bound of kBetween
  const AttributeValue* upper = nullptr;  // of kBetween
};

// What a key condition asks, as far as its form allows it: no keys are known yet. Its operands must
// have been checked.
Result<std::vector<KeyTest>> key_tests(const expression::Condition& condition,
                                       const expression::Placeholders& placeholders);

// Bytes from the lower to behind the last below the upper bound, which may be missing.
struct ByteBounds {
  std::string lower = {};
  std::optional<std::string> upper = {};

  bool contain(std::string_view bytes) const {
    return bytes >= lower && (!upper || bytes < *upper);
  }
};

// What a Query looks at: a partition, and a part of it.
struct QueryBounds {
  std::string hash = {};
  ByteBounds range = {};
};

// All hash attributes must be equal to something, the range attributes from the left, of which the
// last condition may be of another kind.
Result<QueryBounds> query_bounds(const ReadSource& source, const std::vector<KeyTest>& tests);

}  // namespace emu::dynamodb
