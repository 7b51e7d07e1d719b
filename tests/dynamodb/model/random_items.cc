#include "dynamodb/model/random_items.h"

#include <fmt/format.h>

#include <chrono>

namespace emu::test::model {

namespace {

AttributeValue small_number(Random& random) {
  return N(static_cast<std::int64_t>(random.below(6)));
}

AttributeValue group(Random& random) { return S(fmt::format("g{}", random.below(3))); }

}  // namespace

Key random_key(Random& random) {
  return {fmt::format("h{}", random.below(5)), static_cast<std::int64_t>(random.below(9)) - 4};
}

std::set<Key> random_keys(Random& random, std::uint64_t most) {
  std::set<Key> keys;
  for (std::uint64_t n = 1 + random.below(most); n > 0; --n) keys.insert(random_key(random));
  return keys;
}

Item random_item(Random& random, const Key& key, Time now) {
  Item item = key_item(key);
  if (random.chance(2, 3)) item.emplace("g", group(random));
  if (random.chance(2, 3)) item.emplace("n", small_number(random));
  if (random.chance(1, 2)) item.emplace("l", S(fmt::format("l{:02}", random.below(4))));
  if (random.chance(1, 4)) {
    item.emplace("m", M{{"list", L{N(1), S("é"), Null()}}, {"set", NS{"1", "2.5"}}});
  }
  // Some pages of a megabyte end early.
  if (random.chance(1, 12)) {
    item.emplace("filler", S(std::string(80'000 + random.below(300'000), 'x')));
  }
  if (random.chance(1, 8)) {
    const Time expires = now + std::chrono::minutes(1 + random.below(600));
    const auto second = std::chrono::floor<std::chrono::seconds>(expires.time_since_epoch());
    item.emplace("expires", N(second.count()));
  }
  return item;
}

ItemUpdate random_update(Random& random, const Key& key, const Item* item) {
  ItemUpdate update{.next = item == nullptr ? key_item(key) : *item};
  Item& next = update.next;
  switch (random.below(4)) {
    case 0:
      update.expression = "ADD n :one";
      update.values = {{":one", N(1)}};
      next.insert_or_assign("n", N((next.contains("n") ? next.at("n").integer() : 0) + 1));
      break;
    case 1:
      update.expression = "SET g = :g, l = if_not_exists(l, :g)";
      update.values = {{":g", group(random)}};
      next.insert_or_assign("g", update.values.at(":g"));
      next.emplace("l", update.values.at(":g"));
      break;
    case 2:
      update.expression = "REMOVE g, filler";
      update.makes_item = false;
      next.erase("g");
      next.erase("filler");
      break;
    default:
      update.expression = "SET n = :n REMOVE #l";
      update.names = {{"#l", "l"}};
      update.values = {{":n", small_number(random)}};
      next.insert_or_assign("n", update.values.at(":n"));
      next.erase("l");
  }
  return update;
}

AttributeValue random_key_value(Random& random, const std::string& attribute) {
  if (attribute == "n") return small_number(random);
  if (attribute == "r") return N(static_cast<std::int64_t>(random.below(9)) - 4);
  if (attribute == "l") return S(fmt::format("l{:02}", random.below(4)));
  return S(fmt::format("{}{}", attribute, random.below(5)));
}

}  // namespace emu::test::model
