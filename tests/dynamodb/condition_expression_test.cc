// Source: Amazon DynamoDB Developer Guide, "Condition and filter expressions, operators, and
// functions in DynamoDB".
#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

struct ItemFixture : TableFixture {
  ItemFixture() {
    put({{"id", S("x")},
         {"n", N(5)},
         {"m", N("5.0")},
         {"s", S("hello")},
         {"b", B("\x01\x02")},
         {"ss", SS{"a", "b"}},
         {"ns", NS{"1", "2"}},
         {"l", L{N(1), S("a"), M{{"k", N(2)}}}},
         {"map", M{{"k", S("v")}, {"a.b", N(1)}}},
         {"no", Null{}},
         {"flag", Bool(true)}});
  }
};

struct Case {
  std::string condition;
  Item values;
  bool expected;
};

}  // namespace

TEST_SUITE("dynamodb: conditions") {
  TEST_CASE_FIXTURE(ItemFixture, "a write happens only when its condition holds") {
    CHECK(aws.send(PutItem{.table_name = "stats",
                           .item = {{"id", S("new")}},
                           .condition_expression = "attribute_not_exists(id)"})
              .ok());
    CHECK(code(aws.send(PutItem{.table_name = "stats",
                                .item = {{"id", S("x")}},
                                .condition_expression = "attribute_not_exists(id)"})) ==
          "ConditionalCheckFailedException");
    CHECK(get("x").at("n").integer() == 5);
  }

  TEST_CASE_FIXTURE(ItemFixture, "comparisons hold between values of one type only") {
    const Item v{{":v", N("5.00")}};
    const Item t{{":v", S("5")}};
    const Item h{{":v", S("hello")}};
    const Case cases[] = {
        {"n = :v", v, true},
        {"n <> :v", v, false},
        {"n < :v", v, false},
        {"n <= :v", v, true},
        {"n > :v", v, false},
        {"n >= :v", v, true},
        {"n = :v", t, false},
        {"n <> :v", t, true},
        {"n < :v", t, false},
        {"n >= :v", t, false},
        {"s = :v", h, true},
        {"s <= :v", h, true},
        {"s > :v", {{":v", S("he")}}, true},
        {"s < :v", {{":v", S("hf")}}, true},
        {"b > :v", {{":v", B("\x01")}}, true},
        {"gone = :v", v, false},
        {"gone <> :v", v, true},
        {"gone < :v", v, false},
        {"n = m", {}, true},
        {"n = gone", {}, false},
        {"ss = :v", {{":v", SS{"b", "a"}}}, true},
        {"ns = :v", {{":v", NS{"2.0", "1"}}}, true},
        {"ss = :v", {{":v", SS{"a"}}}, false},
        {"#map = :v", {{":v", M{{"a.b", N("1.0")}, {"k", S("v")}}}}, true},
        {"l[0] = :v", {{":v", N(1)}}, true},
        {"l[2].k = :v", {{":v", N(2)}}, true},
        {"l[3] = :v", {{":v", N(2)}}, false},
        {"no = :v", {{":v", Null{}}}, true},
        {"flag = :v", {{":v", Bool(true)}}, true},
        {"flag = :v", {{":v", Bool(false)}}, false},
    };
    for (const Case& c : cases) {
      std::map<std::string, std::string> names;
      std::string condition = c.condition;
      if (condition.starts_with("#map")) names = {{"#map", "map"}};
      if (condition.starts_with("no ")) {
        condition = "#no" + condition.substr(2);
        names = {{"#no", "no"}};
      }
      CHECK_MESSAGE(holds(condition, c.values, names) == c.expected, c.condition);
    }
  }

  TEST_CASE_FIXTURE(ItemFixture, "functions look at what is there") {
    const std::map<std::string, std::string> map_name{{"#map", "map"}};
    CHECK(holds("attribute_exists(n) AND attribute_not_exists(gone)"));
    CHECK(holds("attribute_exists(#map.k) AND attribute_not_exists(#map.z)", {}, map_name));
    CHECK(holds("attribute_exists(#map.#dotted)", {}, {{"#map", "map"}, {"#dotted", "a.b"}}));
    CHECK(holds("attribute_type(ss, :t)", {{":t", S("SS")}}));
    CHECK_FALSE(holds("attribute_type(ss, :t)", {{":t", S("S")}}));
    CHECK(holds("begins_with(s, :p)", {{":p", S("hel")}}));
    CHECK_FALSE(holds("begins_with(n, :p)", {{":p", S("5")}}));
    CHECK(holds("contains(s, :p)", {{":p", S("ell")}}));
    CHECK(holds("contains(ss, :p)", {{":p", S("b")}}));
    CHECK(holds("contains(ns, :p)", {{":p", N("2.0")}}));
    CHECK(holds("contains(l, :p)", {{":p", M{{"k", N(2)}}}}));
    CHECK_FALSE(holds("contains(l, :p)", {{":p", N(2)}}));
    CHECK_FALSE(holds("contains(gone, :p)", {{":p", N(2)}}));
    CHECK(holds("size(s) = :five AND size(l) < :five AND size(#map) = size(ns)", {{":five", N(5)}},
                map_name));
    CHECK_FALSE(holds("size(n) >= :zero", {{":zero", N(0)}}));
    CHECK_FALSE(holds("size(gone) >= :zero", {{":zero", N(0)}}));
  }

  TEST_CASE_FIXTURE(ItemFixture, "BETWEEN includes its bounds and IN any of its operands") {
    CHECK(holds("n BETWEEN :a AND :b", {{":a", N(5)}, {":b", N(6)}}));
    CHECK(holds("n between :a and :b", {{":a", N(4)}, {":b", N(5)}}));
    CHECK_FALSE(holds("n BETWEEN :a AND :b", {{":a", N(6)}, {":b", N(7)}}));
    CHECK_FALSE(holds("s BETWEEN :a AND :b", {{":a", N(6)}, {":b", N(7)}}));
    CHECK(holds("n IN (:a, m)", {{":a", S("5")}}));
    CHECK_FALSE(holds("n IN (:a)", {{":a", S("5")}}));
  }

  TEST_CASE_FIXTURE(ItemFixture, "NOT binds before AND, and AND before OR") {
    const Item v{{":t", Bool(true)}, {":f", Bool(false)}};
    CHECK(holds("flag = :t OR flag = :f AND flag = :f", v));
    CHECK_FALSE(holds("(flag = :t OR flag = :f) AND flag = :f", v));
    CHECK(holds("NOT flag = :f AND flag = :t", v));
    CHECK_FALSE(holds("NOT (flag = :f OR flag = :t)", v));
    CHECK(holds("NOT NOT flag = :t", {{":t", Bool(true)}}));
    CHECK(holds("not (flag = :f) and (flag = :t)", v));
    CHECK(holds("((flag = :t OR flag = :f) AND NOT (flag = :f))", v));
  }

  TEST_CASE_FIXTURE(ItemFixture, "an operand may stand in parentheses") {
    const Item v{{":v", N(5)}};
    CHECK(holds("(n) = (:v)", v));
    CHECK(holds("((n) = :v AND (size(s)) = (:v))", v));
    CHECK(holds("NOT (n) < :v AND (n) BETWEEN (m) AND (:v) AND (n) IN ((:v))", v));
    CHECK(message(test("(n)")).ends_with(R"x(Syntax error; token: "<EOF>", near: ")")x"));
    update("SET n = (n + m), m = (n) - (m)").value();
    CHECK(get("x").at("n").integer() == 10);
    CHECK(get("x").at("m").integer() == 0);
  }

  TEST_CASE_FIXTURE(ItemFixture, "the size of text counts its characters, that of binaries bytes") {
    put({{"id", S("x")}, {"s", S("\u00e9\u6c34\U0001F600")}, {"b", B("\u00e9")}});
    CHECK(holds("size(s) = :n", {{":n", N(4)}}));
    CHECK(holds("size(b) = :n", {{":n", N(2)}}));
  }

  TEST_CASE_FIXTURE(ItemFixture, "an item that does not exist has no attributes") {
    const auto result = aws.send(UpdateItem{.table_name = "stats",
                                            .key = {{"id", S("y")}},
                                            .update_expression = "SET n = :n",
                                            .condition_expression = "attribute_exists(id)",
                                            .expression_attribute_values = {{":n", N(1)}},
                                            .return_values_on_condition_check_failure = "ALL_OLD"});
    CHECK(code(result) == "ConditionalCheckFailedException");
    CHECK(result.error().detail == nullptr);
    CHECK(get("y").empty());
  }

  TEST_CASE_FIXTURE(ItemFixture, "operands of the wrong kind are refused before the item is read") {
    struct Refusal {
      std::string condition;
      Item values;
      std::string why;
    };
    const Refusal cases[] = {
        {"n < :v",
         {{":v", SS{"a"}}},
         "Incorrect operand type for operator or function; operator or function: <, operand type: "
         "SS"},
        {"begins_with(s, :v)",
         {{":v", N(1)}},
         "Incorrect operand type for operator or function; operator or function: begins_with, "
         "operand type: N"},
        {"attribute_type(s, :v)",
         {{":v", N(1)}},
         "Incorrect operand type for operator or function; operator or function: attribute_type, "
         "operand type: N"},
        {"attribute_type(s, :v)",
         {{":v", S("X")}},
         "Invalid attribute type name found; type: X, valid types: "
         "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}"},
        {"size(:v) = n",
         {{":v", N(1)}},
         "Incorrect operand type for operator or function; operator or function: size, operand "
         "type: N"},
        {"n BETWEEN :v AND :w",
         {{":v", N(2)}, {":w", N(1)}},
         "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
         "lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}"},
        {"n BETWEEN :v AND :w",
         {{":v", N(2)}, {":w", S("a")}},
         "The BETWEEN operator requires same data type for lower and upper bounds; lower bound "
         "operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {S:a}"},
        {"n = n",
         {},
         "The first operand must be distinct from the remaining operands for this operator or "
         "function; operator: =, first operand: [n]"},
        {"attribute_exists(:v)",
         {{":v", N(1)}},
         "Operator or function requires a document path; operator or function: attribute_exists"},
        {"size(n, s) = :v",
         {{":v", N(1)}},
         "Incorrect number of operands for operator or function; operator or function: size, "
         "number of operands: 2"},
        {"size(n)",
         {},
         "The function is not allowed to be used this way in an expression; function: size"},
        {"contains(n, s) = :v",
         {{":v", N(1)}},
         "The function is not allowed to be used this way in an expression; function: contains"},
        {"if_not_exists(n, s) = :v",
         {{":v", N(1)}},
         "The function is not allowed in a condition expression; function: if_not_exists"},
        {"exists(n)", {}, "Invalid function name; function: exists"},
        {"((n = s))", {}, "The expression has redundant parentheses;"},
        {"((n)) = s", {}, "The expression has redundant parentheses;"},
        {"n = ((s))", {}, "The expression has redundant parentheses;"},
    };
    for (const Refusal& c : cases) {
      const auto refused = test(c.condition, c.values);
      CHECK_MESSAGE(code(refused) == "ValidationException", c.condition);
      CHECK(message(refused) ==
            "1 validation error detected: Invalid ConditionExpression: " + c.why);
    }
  }
}

}  // namespace emu::test
