// How values and items are written and printed in C++.
#include <sstream>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: values in C++") {
  TEST_CASE("text, whole numbers and truth are values by themselves") {
    const std::string name = "total";
    const Item item{{"id", name}, {"requests", 7}, {"open", true}, {"note", "12"}};
    CHECK(item ==
          Item{{"id", S("total")}, {"requests", N(7)}, {"open", Bool(true)}, {"note", S("12")}});
    CHECK(item.at("id") == "total");
    CHECK(item.at("requests") == 7);
    CHECK_FALSE(item.at("note") == 12);
    CHECK(Item{{"m", M{{"k", "v"}}}, {"l", L{"a", 1, false}}} ==
          Item{{"m", M{{"k", S("v")}}}, {"l", L{S("a"), N(1), Bool(false)}}});
    static_assert(!std::is_constructible_v<AttributeValue, double>);
    static_assert(!std::is_constructible_v<AttributeValue, char>);
    static_assert(!std::is_constructible_v<AttributeValue, std::nullptr_t>);
  }

  TEST_CASE("values and items print as DynamoDB's JSON") {
    std::ostringstream out;
    out << Item{{"id", "total"}, {"seats", 12}} << AttributeValue(L{true});
    CHECK(out.str() == R"({"id":{"S":"total"},"seats":{"N":"12"}}{"L":[{"BOOL":true}]})");
    out.str("");
    out << std::vector<Item>{{{"id", "a"}}, {}};
    CHECK(out.str() == R"([{"id":{"S":"a"}},{}])");
  }
}

}  // namespace emu::test
