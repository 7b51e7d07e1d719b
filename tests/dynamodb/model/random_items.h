// What the steps of a run write, which follows from their randomness alone and from the item that
// is there.
#pragma once

#include <emu/dynamodb.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "core/hash/random.h"
#include "dynamodb/model/model.h"

namespace emu::test::model {

Key random_key(Random& random);
// At least one.
std::set<Key> random_keys(Random& random, std::uint64_t most);
Item random_item(Random& random, const Key& key, Time now);

// An update and what it makes of an item.
struct ItemUpdate {
  std::string expression = {};
  std::map<std::string, std::string> names = {};
  Item values = {};
  bool makes_item = true;  // where there is none
  Item next = {};
};
// `item` is null where there is none.
ItemUpdate random_update(Random& random, const Key& key, const Item* item);

// A value that an attribute of a key may have, h, r, g, n or l.
AttributeValue random_key_value(Random& random, const std::string& attribute);

}  // namespace emu::test::model
