#include <fmt/format.h>

#include <optional>
#include <utility>

#include "dynamodb/model/random_items.h"
#include "dynamodb/model/run.h"

namespace emu::test::model {

void Run::batch_get(Random& random) {
  std::vector<Item> keys;
  Items expected;
  for (const Key& key : random_keys(random, 12)) {
    keys.push_back(key_item(key));
    if (const Item* item = item_of(key)) expected.emplace(key, *item);
  }
  Items actual;
  while (!keys.empty()) {
    const auto result =
        fixture_.aws.send(BatchGetItem{.request_items = {{kTable, {.keys = keys}}}});
    expect(result.ok(), "a batch of reads: " + Fixture::message(result));
    keys.clear();
    for (const auto& [table, items] : result->responses) {
      for (const Item& item : items) actual.emplace(key_of(item), item);
    }
    for (const auto& [table, rest] : result->unprocessed_keys) keys = rest.keys;
  }
  expect_equal(actual, expected, "a batch of reads");
}

namespace {

// Of the keys of a source: its hash attributes, and bounds for the first of its range attributes.
struct KeyBounds {
  Item hash = {};
  std::string range = {};
  std::optional<std::pair<AttributeValue, AttributeValue>> bounds = {};

  bool fit(const Item& item) const {
    for (const auto& [attribute, value] : hash) {
      if (!(item.at(attribute) == value)) return false;
    }
    return !bounds || (!IndexModel::is_less(item.at(range), bounds->first) &&
                       !IndexModel::is_less(bounds->second, item.at(range)));
  }

  void give_to(Query& query) const {
    std::string condition;
    const auto add = [&](const std::string& attribute, std::string_view rest) {
      if (!condition.empty()) condition += " AND ";
      condition += fmt::format("#{} {}", attribute, rest);
      query.expression_attribute_names.emplace("#" + attribute, attribute);
    };
    for (const auto& [attribute, value] : hash) {
      add(attribute, "= :" + attribute);
      query.expression_attribute_values.emplace(":" + attribute, value);
    }
    if (bounds) {
      add(range, "BETWEEN :low AND :high");
      query.expression_attribute_values.emplace(":low", bounds->first);
      query.expression_attribute_values.emplace(":high", bounds->second);
    }
    query.key_condition_expression = condition;
  }
};

KeyBounds random_bounds(Random& random, const IndexModel& source) {
  KeyBounds keys;
  for (const std::string& attribute : source.hash) {
    keys.hash.emplace(attribute, random_key_value(random, attribute));
  }
  if (source.range.empty() || !random.chance(2, 3)) return keys;
  keys.range = source.range.front();
  AttributeValue low = random_key_value(random, keys.range);
  AttributeValue high = random_key_value(random, keys.range);
  if (IndexModel::is_less(high, low)) std::swap(low, high);
  keys.bounds.emplace(std::move(low), std::move(high));
  return keys;
}

}  // namespace

// Queries the table or an index by its hash key and a part of the range keys, page by page.
void Run::query(Random& random) {
  const IndexModel source = random_source(random);
  Query in{.table_name = kTable};
  if (!source.name.empty()) in.index_name = source.name;
  in.scan_index_forward = random.chance(1, 2);
  if (random.chance(1, 2)) in.limit = 1 + static_cast<std::int32_t>(random.below(6));
  const KeyBounds keys = random_bounds(random, source);
  keys.give_to(in);

  Items expected = source.shown_of(items_);
  std::erase_if(expected, [&](const auto& entry) { return !keys.fit(entry.second); });
  Items actual;
  std::optional<Item> last;
  do {
    const auto result = fixture_.aws.send(in);
    expect(result.ok(), "a query: " + Fixture::message(result));
    expect(!in.limit || result->count <= *in.limit, "a page of a query is too long");
    for (const Item& item : result->items) {
      if (last) {
        expect(
            in.scan_index_forward ? !source.is_before(item, *last) : !source.is_before(*last, item),
            "a query out of order");
      }
      expect(actual.emplace(key_of(item), item).second, "a query gave an item twice");
      last = item;
    }
    in.exclusive_start_key = result->last_evaluated_key;
  } while (!in.exclusive_start_key.empty());
  expect_equal(actual, expected, "a query of " + (source.name.empty() ? "the table" : source.name));
}

void Run::scan(Random& random) {
  const int segments = 1 + static_cast<int>(random.below(4));
  const auto limit = static_cast<std::int32_t>(random.below(8));
  expect_equal(scanned({}, segments, limit), items_, "a scan in segments");
}

Items Run::scanned(const std::string& index, int segments, std::int32_t limit) {
  Items items;
  for (int segment = 0; segment < segments; ++segment) {
    Scan in{.table_name = kTable, .total_segments = segments, .segment = segment};
    if (!index.empty()) in.index_name = index;
    if (limit != 0) in.limit = limit;
    do {
      const auto result = fixture_.aws.send(in);
      expect(result.ok(), "a scan: " + Fixture::message(result));
      for (const Item& item : result->items) {
        expect(items.emplace(key_of(item), item).second, "a scan gave an item twice");
      }
      in.exclusive_start_key = result->last_evaluated_key;
    } while (!in.exclusive_start_key.empty());
  }
  return items;
}

}  // namespace emu::test::model
