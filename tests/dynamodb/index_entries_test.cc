// The entries of an index against what a walk over the table's items says that they are.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/hash/random.h"
#include "dynamodb/expressions.h"
#include "dynamodb/index.h"
#include "dynamodb/index_fixture.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/item_write.h"
#include "dynamodb/table.h"

namespace emu::test {

namespace {

TableSettings settings_from(const CreateTable& in) {
  TableSettings settings{.name = in.table_name};
  settings.key_schema = in.key_schema;
  settings.attribute_definitions = in.attribute_definitions;
  settings.indexes = index_settings(in);
  return settings;
}

// A table with an index of two hash and two range attributes, a sparse one of numbers, and a local
// one.
CreateTable with_wide_index() {
  CreateTable in = scores();
  for (const char* name : {"a", "b", "c"}) in.attribute_definitions.push_back({name, "S"});
  in.global_secondary_indexes.push_back(
      {.index_name = "wide",
       .key_schema = {{"a", "HASH"}, {"b", "HASH"}, {"c", "RANGE"}, {"score", "RANGE"}},
       .projection = {.projection_type = "ALL"}});
  return in;
}

void change_item(Table& table, const Item& key, std::optional<StoredItem> next) {
  KeyBytes bytes;
  const ItemKey at = key_of_request(table, key, bytes).value();
  const std::optional<StoredItem> old = next ? table.items.put(at, *next) : table.items.erase(at);
  table.change_indexes(at, old ? &*old : nullptr, next ? table.items.find(at) : nullptr);
}

std::vector<const StoredItem*> entries_of(const Index& index) {
  std::vector<const StoredItem*> items;
  for (auto walk = index.entries.walk_from(0); !walk.at_end(); walk.next()) {
    items.push_back(walk.entry());
  }
  return items;
}

std::vector<const StoredItem*> expected_in(const Table& table, const Index& index) {
  std::vector<const StoredItem*> items;
  KeyBytes ignored;
  for (auto walk = table.items.partitions().walk_from(0); !walk.at_end(); walk.next()) {
    if (index.find_key(walk.entry(), ignored)) items.push_back(&walk.entry());
  }
  return items;
}

template <class T>
std::vector<T> in_order(std::vector<T> list) {
  std::sort(list.begin(), list.end());
  return list;
}

Item random_score(Random& random, const Item& key) {
  Item item = key;
  const auto text = [&] {
    return S(std::string(1 + random.below(2), char('a' + random.below(2))));
  };
  if (random.below(4) != 0) item["score"] = N(static_cast<std::int64_t>(random.below(20)) - 10);
  for (const char* name : {"a", "b", "c"}) {
    if (random.below(4) != 0) item[name] = text();
  }
  if (random.below(2) == 0) item["note"] = text();
  return item;
}

void check_indexes_hold(const Table& table) {
  for (const Index& index : table.indexes) {
    const std::vector<const StoredItem*> items = entries_of(index);
    REQUIRE(in_order(items) == in_order(expected_in(table, index)));
    REQUIRE(index.count == items.size());
    std::size_t bytes = 0;
    for (const StoredItem* item : items) bytes += index.size_in(*item);
    REQUIRE(index.bytes == bytes);
  }
}

void check_collection_sizes(const Table& table) {
  std::map<std::string, std::size_t> bytes;
  for (auto walk = table.items.partitions().walk_from(0); !walk.at_end(); walk.next()) {
    bytes[std::string(walk.key().hash)] += table.collection_bytes_of(&walk.entry());
  }
  for (const auto& [hash, total] : bytes) REQUIRE(table.collections->bytes_of(hash) == total);
}

}  // namespace

TEST_SUITE("dynamodb: entries of indexes") {
  TEST_CASE("each index equals what a scan of the table gives, over many random steps") {
    Table table(settings_from(with_wide_index()));
    Random random(11);
    for (int step = 0; step < 4000; ++step) {
      const Item key{{"user", S("u" + std::to_string(random.below(6)))},
                     {"game", S("g" + std::to_string(random.below(20)))}};
      if (random.below(4) == 0) {
        change_item(table, key, std::nullopt);
      } else {
        change_item(table, key, StoredItem::pack(random_score(random, key)));
      }
      if (step % 200 == 0) check_indexes_hold(table);
    }
    check_indexes_hold(table);
    check_collection_sizes(table);

    // One that is made of what is there is the same as one that has followed.
    const std::vector<const StoredItem*> followed = entries_of(*table.find_index("wide"));
    const IndexSettings wide = table.settings.indexes.back();
    table.drop_index("wide");
    table.add_index(wide);
    CHECK(entries_of(*table.find_index("wide")) == followed);
  }

  TEST_CASE(
      "entries of one key are in the order of the range attributes, then of the table's key") {
    Table table(settings_from(with_wide_index()));
    const auto put = [&](const std::string& game, const std::string& c, std::int64_t score) {
      const Item key{{"user", S("u")}, {"game", S(game)}};
      Item item = key;
      item["a"] = S("x");
      item["b"] = S("y");
      item["c"] = S(c);
      item["score"] = N(score);
      change_item(table, key, StoredItem::pack(item));
    };
    put("g3", "aa", 1);
    put("g2", "a", 5);
    put("g1", "a", 5);
    put("g4", "a", -7);
    std::string order;
    for (const StoredItem* item : entries_of(*table.find_index("wide"))) {
      order += item->find("game")->scalar();
    }
    CHECK(order == "g4g1g2g3");
  }

  TEST_CASE("parts of a key do not run into each other") {
    Table table(settings_from(with_wide_index()));
    const Index& wide = *table.find_index("wide");
    const auto key_of = [&](const std::string& a, const std::string& b) {
      KeyBytes bytes;
      REQUIRE(wide.find_key(StoredItem::pack({{"user", S("u")},
                                              {"game", S("g")},
                                              {"a", S(a)},
                                              {"b", S(b)},
                                              {"c", S("c")},
                                              {"score", N(1)}}),
                            bytes));
      return bytes.hash;
    };
    CHECK(key_of("x", "yz") != key_of("xy", "z"));
  }

  // Source: Amazon DynamoDB Developer Guide, "Local secondary indexes", Item collection size limit.
  TEST_CASE("a collection does not grow beyond its limit, and may shrink") {
    Table table(settings_from(scores()));
    table.collections.emplace(std::size_t{200});
    ExpressionReader reader;
    const std::string name = "scores";
    const auto put = [&](const std::string& game, std::size_t bytes) {
      const Item item{
          {"user", S("u")}, {"game", S(game)}, {"score", N(1)}, {"x", S(std::string(bytes, 'x'))}};
      ItemWrite write({.kind = ItemWrite::Kind::kPut,
                       .table_name = name,
                       .item = item,
                       .expressions = no_expressions()});
      REQUIRE(reader.read(write.expressions).ok());
      write.table = &table;
      write.key = key_of_item(table, item, write.key_bytes).value();
      const Status planned = plan(write);
      if (!planned) return planned.error().code;
      change_item(table, {{"user", S("u")}, {"game", S(game)}}, std::move(write.next));
      return std::string("put");
    };
    CHECK(put("g1", 100) == "put");
    CHECK(put("g2", 100) == "ItemCollectionSizeLimitExceededException");
    CHECK(put("g1", 170) == "ItemCollectionSizeLimitExceededException");
    CHECK(put("g1", 90) == "put");
    CHECK(table.collections->bytes_of("u") == 90 + 1 + 2 * (5 + 6 + 7));
  }
}

}  // namespace emu::test
