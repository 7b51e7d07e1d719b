#include "dynamodb/index.h"

#include <emu/dynamodb/values.h>

#include <algorithm>
#include <utility>

#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// False when one of the attributes is missing, or is not what the index takes.
bool append_parts(const std::vector<KeyAttribute>& attributes, const StoredItem& item,
                  std::size_t bytes_max, std::string& out) {
  std::size_t bytes = 0;
  for (const KeyAttribute& attribute : attributes) {
    const std::optional<StoredValue> value = item.find(attribute.name);
    if (!value || value->type() != attribute.type || value->scalar().empty()) return false;
    if (attribute.type != Type::kN) bytes += value->scalar().size();
    if (bytes > bytes_max) return false;
    append_joined_part(*value, out);
  }
  return true;
}

bool same(const std::optional<StoredValue>& a, const std::optional<StoredValue>& b) {
  if (!a || !b) return !a && !b;
  return a->type() == b->type() && a->scalar() == b->scalar();
}

}  // namespace

Index::Index(const IndexSettings& of, const std::vector<AttributeDefinition>& definitions,
             std::vector<KeyAttribute> keys_of_table)
    : name(of.name),
      is_global(of.is_global),
      table_keys(std::move(keys_of_table)),
      covers_all(of.projection.projection_type == projection_types::kAll) {
  for (const KeySchemaElement& key : of.key_schema) {
    std::vector<KeyAttribute>& keys = key.key_type == key_types::kHash ? hash_keys : range_keys;
    keys.push_back(key_attribute(definitions, key.attribute_name));
  }
  if (covers_all) return;
  covered.insert(of.projection.non_key_attributes.begin(), of.projection.non_key_attributes.end());
  for (const auto* keys : {&hash_keys, &range_keys, &table_keys}) {
    for (const KeyAttribute& key : *keys) covered.insert(key.name);
  }
}

std::size_t Index::size_in(const StoredItem& item) const {
  return covers_all ? item.size() : item.size_of(covered);
}

bool Index::find_key(const StoredItem& item, KeyBytes& key) const {
  key.hash.clear();
  key.range.clear();
  return append_parts(hash_keys, item, kHashKeyBytesMax, key.hash) &&
         append_parts(range_keys, item, kRangeKeyBytesMax, key.range) &&
         append_parts(table_keys, item, kHashKeyBytesMax + kRangeKeyBytesMax, key.range);
}

bool Index::has_same(const StoredItem& a, const StoredItem& b) const {
  if (covers_all) return a == b;
  return std::all_of(covered.begin(), covered.end(), [&](const std::string& attribute) {
    return same(a.find(attribute), b.find(attribute));
  });
}

double Index::units_of(const StoredItem* old, const StoredItem* next) const {
  KeyBytes was;
  KeyBytes is;
  const bool was_in = old != nullptr && find_key(*old, was);
  const bool is_in = next != nullptr && find_key(*next, is);
  if (was_in && is_in && was == is) {
    if (has_same(*old, *next)) return 0;
    return write_units(std::max(size_in(*old), size_in(*next)));
  }
  return (was_in ? write_units(size_in(*old)) : 0) + (is_in ? write_units(size_in(*next)) : 0);
}

void Index::change(const StoredItem* old, const StoredItem* next) {
  KeyBytes was;
  KeyBytes is;
  const bool was_in = old != nullptr && find_key(*old, was);
  const bool is_in = next != nullptr && find_key(*next, is);
  if (was_in) {
    --count;
    bytes -= size_in(*old);
  }
  if (is_in) {
    ++count;
    bytes += size_in(*next);
  }
  // An item that is replaced stays where it lies, so that its entry is good while its keys are the
  // same.
  if (was_in && is_in && was == is) return;
  if (was_in) entries.erase(was.key());
  if (is_in) *entries.insert(is.key()).first = next;
}

}  // namespace emu::dynamodb
