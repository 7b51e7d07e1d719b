#include "dynamodb/stored_item.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/hash/random.h"
#include "dynamodb/key.h"
#include "dynamodb/values.h"

namespace emu::test {

using namespace emu::dynamodb;

namespace {

Item every_type() {
  return {{"binary", B(Blob(std::string("\0x", 2)))},
          {"flag", Bool(true)},
          {"list", L{S("a"), N(1), L{}, M{{"deep", Null()}}}},
          {"map", M{{"inner", SS{"a", "b"}}, {"", Bool(false)}}},
          {"null", Null()},
          {"number", N("-1.5")},
          {"numbers", NS{"-2", "1", "10"}},
          {"binaries", BS{Blob("a"), Blob("b")}},
          {"text", S(std::string(300, 'x'))}};
}

std::string ordered(std::string_view number) {
  std::string bytes;
  stored_number(number).append_ordered_to(bytes);
  return bytes;
}

std::string joined(std::vector<AttributeValue> parts) {
  std::string bytes;
  for (const AttributeValue& part : parts) append_joined_part(part, bytes);
  return bytes;
}

}  // namespace

TEST_SUITE("dynamodb: stored items") {
  TEST_CASE("an item comes out as it went in") {
    const StoredItem stored = StoredItem::pack(every_type());
    CHECK(stored.unpack() == every_type());
    CHECK(stored.size() == item_size(every_type()));
    CHECK(StoredItem(stored) == stored);
    CHECK(StoredItem::pack({}).unpack().empty());
  }

  TEST_CASE("numbers are stored as their canonical digits, sets in order") {
    const StoredItem stored = StoredItem::pack(
        {{"n", N("1.50E1")}, {"large", N("1E125")}, {"set", NS{"10", "9.0", "-1"}}});
    CHECK(stored.find("n")->scalar() == "15");
    CHECK(stored.find("large")->scalar() == "1" + std::string(125, '0'));
    CHECK(stored.find("set")->unpack().ns() == std::vector<std::string>{"-1", "9", "10"});
  }

  TEST_CASE("an attribute is found by its name") {
    const StoredItem stored = StoredItem::pack(every_type());
    for (const auto& [name, value] : every_type()) {
      REQUIRE(stored.find(name));
      CHECK(stored.find(name)->unpack() == value);
    }
    CHECK_FALSE(stored.find("nothing"));
    CHECK_FALSE(StoredItem().find("nothing"));
  }

  TEST_CASE("changes give what changing the item gives") {
    Random random(3);
    Item model;
    StoredItem stored;
    for (int step = 0; step < 2'000; ++step) {
      std::map<std::string, std::optional<AttributeValue>> wanted;
      for (std::uint64_t n = random.below(4); n > 0; --n) {
        std::optional<AttributeValue>& value = wanted["a" + std::to_string(random.below(12))];
        if (random.below(3) != 0) value = S(std::string(random.below(200), 'x'));
      }
      std::vector<StoredItem::Change> changes;
      for (const auto& [name, value] : wanted) {
        changes.push_back({.name = name, .value = value});
        if (value) model.insert_or_assign(name, *value);
        if (!value) model.erase(name);
      }
      stored = stored.with(changes);
      REQUIRE(stored.unpack() == model);
      REQUIRE(stored.size() == item_size(model));
    }
  }
}

TEST_SUITE("dynamodb: keys as bytes") {
  TEST_CASE("numbers have the order of their values") {
    const std::vector<std::string> ascending = {"-9.9999999999999999999999999999999999999E+125",
                                                "-100",
                                                "-99.9",
                                                "-10",
                                                "-9",
                                                "-1.01",
                                                "-1",
                                                "-0.5",
                                                "-1E-130",
                                                "0",
                                                "1E-130",
                                                "0.09",
                                                "0.1",
                                                "0.5",
                                                "1",
                                                "1.01",
                                                "1.1",
                                                "2",
                                                "9",
                                                "10",
                                                "10.5",
                                                "11",
                                                "99",
                                                "100",
                                                "101",
                                                "12345678901234567890123456789012345678",
                                                "1E100",
                                                "9.9999999999999999999999999999999999999E+125"};
    for (std::size_t i = 1; i < ascending.size(); ++i) {
      CAPTURE(ascending[i]);
      CHECK(ordered(ascending[i - 1]) < ordered(ascending[i]));
    }
    CHECK(ordered("1.0") == ordered("1"));
  }

  TEST_CASE("numbers of all sizes have the order of their values") {
    Random random(11);
    std::vector<std::string> numbers;
    for (int i = 0; i < 300; ++i) {
      const std::string digits = std::to_string(random.below(100'000));
      const std::string exponent = std::to_string(static_cast<int>(random.below(12)) - 6);
      numbers.push_back((random.below(2) == 0 ? "-" : "") + digits + "E" + exponent);
    }
    for (const std::string& a : numbers) {
      for (const std::string& b : numbers) {
        REQUIRE((ordered(a) < ordered(b)) == (stored_number(a) < stored_number(b)));
      }
    }
  }

  TEST_CASE("joined parts have the order of their parts, whatever bytes they have") {
    const std::vector<std::vector<AttributeValue>> ascending = {{S(""), S("z")},
                                                                {S(std::string("\0", 1)), S("a")},
                                                                {S("a"), S("")},
                                                                {S("a"), S("bc")},
                                                                {S(std::string("a\0", 2)), S("b")},
                                                                {S("ab"), S("")},
                                                                {S("ab"), N(-1)},
                                                                {S("ab"), N(2)},
                                                                {S("b"), S("")}};
    for (std::size_t i = 1; i < ascending.size(); ++i) {
      CAPTURE(i);
      CHECK(joined(ascending[i - 1]) < joined(ascending[i]));
    }
  }

  TEST_CASE("a prefix of a text begins the bytes of its part") {
    std::string prefix;
    append_joined_prefix(std::string("a\0", 2), prefix);
    CHECK(joined({S(std::string("a\0b", 3))}).starts_with(prefix));
    CHECK_FALSE(joined({S("a")}).starts_with(prefix));
  }
}

}  // namespace emu::test
