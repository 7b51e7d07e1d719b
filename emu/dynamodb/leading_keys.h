// The condition key dynamodb:LeadingKeys: the hash keys of the items that a request is about.
//
// Source: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access
// control".
#pragma once

#include <emu/dynamodb/value.h>

#include <string>
#include <vector>

#include "core/gate/authorizer.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

// Collects hash keys, each once. Values that the key cannot have are left out: the request will be
// refused.
class LeadingKeys {
 public:
  void add(const KeyAttribute& hash_key, const AttributeValue& value);
  // Of an item or key; of a table that is null there are none.
  void add(const Table* table, const Item& item);

  void write(std::vector<ConditionValue>& out);

 private:
  std::vector<std::string> keys_ = {};
};

}  // namespace emu::dynamodb
