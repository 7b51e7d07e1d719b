// Source: Amazon DynamoDB API Reference, "PutItem"; Developer Guide, "Supported data types and
// naming rules in Amazon DynamoDB" and "Constraints in Amazon DynamoDB".
#include "dynamodb/fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: PutItem") {
  TEST_CASE_FIXTURE(TableFixture, "an item replaces the one with its key") {
    const auto put_x = [&](const Item& item) {
      return aws.send(PutItem{.table_name = "stats", .item = item, .return_values = "ALL_OLD"})
          .value()
          .attributes;
    };
    CHECK(put_x({{"id", S("x")}, {"a", N(1)}}).empty());
    CHECK(put_x({{"id", S("x")}, {"b", N(2)}}) == Item{{"id", S("x")}, {"a", N(1)}});
    CHECK(get("x") == Item{{"id", S("x")}, {"b", N(2)}});
  }

  TEST_CASE_FIXTURE(TableFixture,
                    "every type is kept, with numbers in canonical form and sets in order") {
    put({{"id", S("x")},
         {"n", N("-001.50E2")},
         {"b", B(Blob(std::string("\x00\xff", 2)))},
         {"ss", SS{"b", "a"}},
         {"ns", NS{"10", "9", "1.0"}},
         {"bs", BS{Blob("b"), Blob("a")}},
         {"m", M{{"k", L{N("1e0"), Null{}, Bool(false)}}}},
         {"e", S("")}});
    const Item x = get("x");
    CHECK(x.at("n").n() == "-150");
    CHECK(x.at("b").b().size() == 2);
    CHECK(x.at("ss").ss() == std::vector<std::string>{"a", "b"});
    CHECK(x.at("ns").ns() == std::vector<std::string>{"1", "9", "10"});
    CHECK(x.at("bs").bs() == std::vector<Blob>{Blob("a"), Blob("b")});
    CHECK(x.at("m").m().at("k").l()[0].n() == "1");
    CHECK(x.at("e").s().empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "values that DynamoDB does not take are refused") {
    struct Case {
      AttributeValue value;
      std::string message;
    };
    AttributeValue deep = L{};
    for (int i = 1; i < 32; ++i) deep = L{deep};
    deep = L{deep};
    const std::string invalid = "One or more parameter values were invalid: ";
    const std::string counted = "1 validation error detected: ";
    const Case cases[] = {
        {AttributeValue(),
         "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"},
        {SeveralTypes{},
         "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
         "supported datatypes"},
        {N("1x"), "The parameter cannot be converted to a numeric value: 1x"},
        {N(""), "The parameter cannot be converted to a numeric value"},
        {N("1E126"),
         "Number overflow. Attempting to store a number with magnitude larger than supported "
         "range"},
        {N("1E-131"),
         "Number underflow. Attempting to store a number with magnitude smaller than supported "
         "range"},
        {N(std::string(39, '7')),
         "Attempting to store more than 38 significant digits in a Number"},
        {SS{}, counted + invalid + "An string set  may not be empty"},
        {NS{}, counted + invalid + "An number set  may not be empty"},
        {BS{}, counted + invalid + "Binary sets should not be empty"},
        {SS{"", "a", ""}, invalid + "Input collection [, a, ] contains duplicates."},
        {SS{"a", "b", "a"}, invalid + "Input collection [a, b, a] contains duplicates."},
        {NS{"1", "1.0"}, "Input collection contains duplicates"},
        {BS{Blob("B"), Blob("B")},
         invalid + "Input collection [Qg==, Qg==]of type BS contains duplicates."},
        {Null{false}, invalid + "Null attribute value types must have the value of true"},
        {L{M{{"k", SS{}}}}, counted + invalid + "An string set  may not be empty"},
        {M{{"", N(1)}}, invalid + "Empty attribute name"},
        {M{{std::string(65536, 'n'), N(1)}},
         counted + "Attribute name is too large, must be less than 65536 bytes"},
        {deep,
         "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels "
         "beyond supported limit"},
    };
    for (const Case& c : cases) {
      const auto refused =
          aws.send(PutItem{.table_name = "stats", .item = {{"id", S("x")}, {"v", c.value}}});
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == c.message);
    }
    CHECK(get("x").empty());
  }

  // Source: Amazon DynamoDB Developer Guide, "Constraints in Amazon DynamoDB", Attributes; as
  // recorded from AWS, where the attribute's own value is the first of the 32 levels.
  TEST_CASE_FIXTURE(TableFixture, "a value lies in at most 31 maps and lists, under any names") {
    AttributeValue deep = S("bottom");
    for (int i = 0; i < 31; ++i) deep = i % 2 == 0 ? AttributeValue(L{deep}) : M{{"m", deep}};
    put({{"id", S("x")}, {"d", deep}, {std::string(65535, 'n'), SS{"", "a"}}, {"bs", BS{Blob()}}});
    CHECK(get("x").at("d") == deep);
    CHECK(get("x").at(std::string(65535, 'n')) == SS{"", "a"});
    const auto refused =
        aws.send(PutItem{.table_name = "stats", .item = {{"id", S("y")}, {"d", L{deep}}}});
    CHECK(message(refused).starts_with("Nesting Levels have exceeded supported limits"));
  }

  // As clients report.
  TEST_CASE_FIXTURE(Fixture, "what is wrong with the item is said before the table is looked up") {
    const auto refusal = [&](Item item) {
      return message(aws.send(PutItem{.table_name = "gone", .item = std::move(item)}));
    };
    CHECK(refusal({{"id", N("abc")}}) ==
          "The parameter cannot be converted to a numeric value: abc");
    CHECK(refusal({{"v", S(std::string(std::size_t{400} * 1024, 'x'))}}) ==
          "Item size has exceeded the maximum allowed size");
    CHECK(refusal({{"id", S("x")}}) == "Requested resource not found");
  }

  TEST_CASE_FIXTURE(TableFixture, "an item needs its key, of the right type and size") {
    struct Case {
      Item item;
      std::string message;
    };
    const std::string invalid = "One or more parameter values were invalid: ";
    const Case cases[] = {
        {{{"bus", S("b")}}, invalid + "Missing the key departure in the item"},
        {{{"departure", N(1)}}, invalid + "Missing the key bus in the item"},
        {{{"bus", N(1)}, {"departure", N(1)}},
         invalid + "Type mismatch for key bus expected: S actual: N"},
        {{{"bus", S("")}, {"departure", N(1)}},
         "One or more parameter values are not valid. The AttributeValue for a key attribute "
         "cannot contain an empty string value. Key: bus"},
        {{{"bus", S(std::string(2049, 'x'))}, {"departure", N(1)}},
         invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"},
    };
    for (const Case& c : cases) {
      CHECK(message(aws.send(PutItem{.table_name = "trips", .item = c.item})) == c.message);
    }
    CHECK(aws.send(DescribeTable{.table_name = "trips"}).value().table.item_count == 0);
  }

  TEST_CASE_FIXTURE(TableFixture, "an item has at most 400 KB, names included") {
    const std::size_t room =
        std::size_t{400} * 1024 - std::string("id").size() - 1 - std::string("v").size();
    put({{"id", S("x")}, {"v", S(std::string(room, 'x'))}});
    const auto refused = aws.send(PutItem{
        .table_name = "stats", .item = {{"id", S("y")}, {"v", S(std::string(room + 1, 'x'))}}});
    CHECK(code(refused) == "ValidationException");
    CHECK(message(refused) == "Item size has exceeded the maximum allowed size");
    CHECK(get("y").empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "only ALL_OLD can be returned") {
    const auto refused = aws.send(
        PutItem{.table_name = "stats", .item = {{"id", S("x")}}, .return_values = "ALL_NEW"});
    CHECK(message(refused) == "ReturnValues can only be ALL_OLD or NONE");
    CHECK(get("x").empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "a table that does not exist is not found") {
    const auto refused = aws.send(PutItem{.table_name = "gone", .item = {{"id", S("x")}}});
    CHECK(code(refused) == "ResourceNotFoundException");
    CHECK(message(refused) == "Requested resource not found");
  }

  TEST_CASE_FIXTURE(TableFixture, "the shape of a request is checked first, all of it at once") {
    const auto refused =
        aws.send(PutItem{.table_name = "n o", .item = {{"v", N("x")}}, .return_values = "ALL"});
    CHECK(code(refused) == "ValidationException");
    CHECK(message(refused) ==
          "2 validation errors detected: Value 'n o' at 'tableName' failed to satisfy constraint: "
          "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'ALL' at "
          "'returnValues' failed to satisfy constraint: Member must satisfy enum value set: "
          "[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]");
  }
}

}  // namespace emu::test
