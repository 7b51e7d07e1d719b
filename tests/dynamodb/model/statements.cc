// The same in PartiQL.
#include <fmt/format.h>

#include <utility>

#include "dynamodb/model/random_items.h"
#include "dynamodb/model/run.h"

namespace emu::test::model {

namespace {

constexpr const char* kOfKey = "WHERE h = ? AND r = ?";

}  // namespace

void Run::statement(Random& random) {
  const Key key = random_key(random);
  switch (random.below(3)) {
    case 0:
      return insert_by_statement(key, random_item(random, key, fixture_.cloud.now()));
    case 1:
      return update_by_statement(random, key);
    default:
      return delete_by_statement(key);
  }
}

void Run::insert_by_statement(const Key& key, const Item& item) {
  ExecuteStatement in{.statement = fmt::format("INSERT INTO {} VALUE {{", kTable)};
  for (const auto& [attribute, value] : item) {
    in.statement += fmt::format("{}'{}': ?", in.parameters.empty() ? "" : ", ", attribute);
    in.parameters.push_back(value);
  }
  in.statement += "}";
  const auto result = fixture_.aws.send(in);
  if (item_of(key) != nullptr) {
    return expect_equal(Fixture::code(result), "DuplicateItemException", "a refused INSERT");
  }
  expect(result.ok(), "an INSERT: " + Fixture::message(result));
  items_[key] = item;
}

void Run::update_by_statement(Random& random, const Key& key) {
  const AttributeValue number = random_key_value(random, "n");
  const auto result = fixture_.aws.send(ExecuteStatement{
      .statement =
          fmt::format("UPDATE {} SET n = ? REMOVE l {} RETURNING ALL NEW *", kTable, kOfKey),
      .parameters = {number, S(key.first), N(key.second)}});
  if (item_of(key) == nullptr) {
    return expect_equal(Fixture::code(result), "ConditionalCheckFailedException",
                        "a refused UPDATE");
  }
  expect(result.ok(), "an UPDATE: " + Fixture::message(result));
  Item& item = items_[key];
  item.insert_or_assign("n", number);
  item.erase("l");
  expect_equal(result->items, std::vector<Item>{item}, "what an UPDATE made");
}

void Run::delete_by_statement(const Key& key) {
  const auto result = fixture_.aws.send(ExecuteStatement{
      .statement = fmt::format("DELETE FROM {} {} RETURNING ALL OLD *", kTable, kOfKey),
      .parameters = {S(key.first), N(key.second)}});
  expect(result.ok(), "a DELETE: " + Fixture::message(result));
  std::vector<Item> removed;
  if (const Item* item = item_of(key)) removed.push_back(*item);
  expect_equal(result->items, removed, "what a DELETE removed");
  items_.erase(key);
}

// Reads the table or an index by an attribute that it shows, of its key or not, page by page.
void Run::select(Random& random) {
  const IndexModel source = random_source(random);
  std::string attribute = random.chance(1, 2) ? source.hash.front() : "n";
  if (!source.shows(attribute)) attribute = "r";
  const AttributeValue value = random_key_value(random, attribute);
  const std::string index = source.name.empty() ? "" : fmt::format(".\"{}\"", source.name);
  ExecuteStatement in{
      .statement = fmt::format("SELECT * FROM \"{}\"{} WHERE {} = ?", kTable, index, attribute),
      .parameters = {value}};
  if (random.chance(1, 2)) in.limit = 1 + static_cast<std::int32_t>(random.below(6));

  Items expected = source.shown_of(items_);
  std::erase_if(expected, [&](const auto& entry) {
    auto found = entry.second.find(attribute);
    return found == entry.second.end() || !(found->second == value);
  });
  Items actual;
  do {
    const auto result = fixture_.aws.send(in);
    expect(result.ok(), "a SELECT: " + Fixture::message(result));
    for (const Item& item : result->items) {
      expect(actual.emplace(key_of(item), item).second, "a SELECT gave an item twice");
    }
    in.next_token = result->next_token;
  } while (in.next_token);
  expect_equal(actual, expected, "a SELECT: " + in.statement);
}

}  // namespace emu::test::model
