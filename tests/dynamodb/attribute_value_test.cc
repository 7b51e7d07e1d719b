// Source: Amazon DynamoDB API Reference, "AttributeValue".
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/json.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace emu::test {

using namespace emu::dynamodb;

TEST_SUITE("dynamodb: attribute values") {
  TEST_CASE("values are written as literals of their types and read by type") {
    const Item item{{"id", S("total")},
                    {"requests", N(1)},
                    {"ratio", N("0.25")},
                    {"tags", SS{"red", "blue"}},
                    {"nested", M{{"list", L{Bool(true), Null{}}}}}};
    CHECK(item.at("id").s() == "total");
    CHECK(item.at("requests").integer() == 1);
    CHECK(item.at("nested").m().at("list").l()[0].boolean());
    CHECK(item.at("nested").m().at("list").l()[1].is_null());
    CHECK_THROWS_AS(item.at("id").n(), std::bad_variant_access);
    CHECK_THROWS_AS(item.at("ratio").integer(), std::out_of_range);
    CHECK(item.at("id").get_if<N>() == nullptr);
  }

  TEST_CASE("numbers are equal by value and sets without regard to order, at any depth") {
    CHECK(AttributeValue(N("1.50")) == AttributeValue(N("15e-1")));
    CHECK_FALSE(AttributeValue(N("1")) == AttributeValue(S("1")));
    CHECK(AttributeValue(NS{"1", "2"}) == AttributeValue(NS{"2.0", "1"}));
    CHECK(AttributeValue(BS{Blob("a"), Blob("b")}) == AttributeValue(BS{Blob("b"), Blob("a")}));
    CHECK_FALSE(AttributeValue(SS{"a", "b"}) == AttributeValue(SS{"a"}));
    CHECK(AttributeValue(L{M{{"k", SS{"a", "b"}}}}) == AttributeValue(L{M{{"k", SS{"b", "a"}}}}));
    CHECK_FALSE(AttributeValue(L{N(1), N(2)}) == AttributeValue(L{N(2), N(1)}));
  }

  TEST_CASE("a copy is deep") {
    const AttributeValue original = M{{"l", L{N(1)}}};
    AttributeValue copy = original;
    copy.get_if<M>()->entries()["l"] = S("changed");
    CHECK(original.m().at("l").l()[0].integer() == 1);
  }

  TEST_CASE("JSON has one member, named after the type, and reads back") {
    const std::pair<AttributeValue, std::string> cases[] = {
        {S("a\"b"), R"({"S":"a\"b"})"},
        {N("-1.5"), R"({"N":"-1.5"})"},
        {B(Blob("hello")), R"({"B":"aGVsbG8="})"},
        {SS{"a", "b"}, R"({"SS":["a","b"]})"},
        {NS{"1", "2"}, R"({"NS":["1","2"]})"},
        {BS{Blob("hello")}, R"({"BS":["aGVsbG8="]})"},
        {M{{"k", L{Bool(false), Null{}}}}, R"({"M":{"k":{"L":[{"BOOL":false},{"NULL":true}]}}})"},
        {S(""), R"({"S":""})"},
        {M{}, R"({"M":{}})"},
    };
    for (const auto& [value, json] : cases) {
      CHECK(to_json(value) == json);
      CHECK(from_json<AttributeValue>(json).value() == value);
    }
  }

  TEST_CASE("JSON without a type or with several is read as what is later refused") {
    using Type = AttributeValue::Type;
    CHECK(from_json<AttributeValue>("{}").value().type() == Type::kNone);
    CHECK(from_json<AttributeValue>(R"({"S":"a","N":"1"})").value().type() == Type::kSeveral);
    CHECK(from_json<AttributeValue>(R"({"S":"a","N":null})").value().type() == Type::kS);
    CHECK(from_json<AttributeValue>(R"({"S":"a","N":"b"})").value().type() == Type::kN);
    CHECK(from_json<AttributeValue>(R"({"X":"a"})").value().type() == Type::kNone);
    CHECK(from_json<AttributeValue>(R"({"S":"a","X":"a"})").value().type() == Type::kS);
  }

  TEST_CASE("JSON that is not an attribute value is refused") {
    for (const char* json : {R"("a")", R"({"S":1})", R"({"N":1})", R"({"B":"?"})", R"({"L":{}})",
                             R"({"SS":[1]})", R"({"BOOL":"true"})"}) {
      const auto refused = from_json<AttributeValue>(json);
      REQUIRE_FALSE(refused.ok());
      CHECK_MESSAGE(refused.error().code == "SerializationException", json);
    }
  }

  TEST_CASE("a request and a result travel as JSON") {
    const UpdateItem in{.table_name = "stats",
                        .key = {{"id", S("total")}},
                        .update_expression = "ADD requests :one",
                        .expression_attribute_values = {{":one", N(1)}}};
    const std::string json = to_json(in);
    const UpdateItem back = from_json<UpdateItem>(json).value();
    CHECK(to_json(back) == json);
    CHECK(back.update_expression == "ADD requests :one");
    CHECK(back.key.at("id").s() == "total");
  }
}

}  // namespace emu::test
