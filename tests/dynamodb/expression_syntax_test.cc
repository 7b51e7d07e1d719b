// Source: Amazon DynamoDB Developer Guide, "Expression attribute names (aliases) in DynamoDB",
// "Using expression attribute values in DynamoDB", "Reserved words in DynamoDB"; texts observed
// with the AWS CLI.
#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

struct Refusal {
  std::string expression;
  std::string message;
};

// Before what is found in a write by itself, since 2026.
const std::string kCounted = "1 validation error detected: ";

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_SUITE("dynamodb: syntax of expressions") {
  TEST_CASE_FIXTURE(TableFixture, "placeholders stand for names and values") {
    put({{"id", S("x")}, {"m", M{}}});
    update("SET #n = :v, #m.#n = :v", {{":v", S("v")}}, {{"#n", "name"}, {"#m", "m"}}).value();
    CHECK(get("x") == Item{{"id", S("x")}, {"name", S("v")}, {"m", M{{"name", S("v")}}}});
  }

  TEST_CASE_FIXTURE(TableFixture, "a syntax error names the token and what stands around it") {
    const Refusal cases[] = {
        {"SET a = ", R"(token: "<EOF>", near: "=")"},
        {"SET = :v", R"(token: "=", near: "SET = :v")"},
        {"a = :v", R"(token: "a", near: "a =")"},
        {"SET a = :v,", R"(token: "<EOF>", near: ",")"},
        {"SET a = :v b", R"(token: "b", near: ":v b")"},
        {"SET a $ :v", R"(token: "$", near: "a $ :v")"},
        {"SET a.1 = :v", R"(token: "1", near: ".1 =")"},
        {"SET a[b] = :v", R"(token: "b", near: "[b]")"},
        {"SET a = :v + :v + :v", R"(token: "+", near: ":v + :v")"},
        {"ADD a = :v", R"(token: "=", near: "a = :v")"},
        {"ADD a b", R"(token: "b", near: "a b")"},
        {"SET # = :v", R"(token: "#", near: "SET # =")"},
        {"SET a = list_append(:v", R"(token: "<EOF>", near: ":v")"},
        {"SET _a = :v", R"(token: "_", near: "SET _a")"},
        {"SET a._b = :v", R"(token: "_", near: "._b")"},
        {"SET a = (:v + :v) + :v", R"(token: "+", near: ") + :v")"},
    };
    for (const Refusal& c : cases) {
      const auto refused = update(c.expression, {{":v", S("v")}});
      CHECK(message(refused) == kCounted + "Invalid UpdateExpression: Syntax error; " + c.message);
    }
    CHECK(message(test("a = :v AND", {{":v", S("v")}})) ==
          kCounted + R"(Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "AND")");
    CHECK(message(test("attribute_exists(a) AND NOT flag")) ==
          kCounted + R"(Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "flag")");
    CHECK(get("x").empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "rules of update expressions beyond their grammar") {
    const Item v{{":v", S("v")}};
    const Refusal cases[] = {
        {"", "The expression can not be empty;"},
        {"  ", "The expression can not be empty;"},
        {"SET name = :v", "Attribute name is a reserved keyword; reserved keyword: name"},
        {"SET a.Status = :v", "Attribute name is a reserved keyword; reserved keyword: Status"},
        {"SET a = :v SET b = :v",
         "The \"SET\" section can only be used once in an update expression;"},
        {"SET a = :v, a = :v",
         "Two document paths overlap with each other; must remove or rewrite one of these paths; "
         "path one: [a], path two: [a]"},
        {"SET a.b[2] = :v REMOVE a",
         "Two document paths overlap with each other; must remove or rewrite one of these paths; "
         "path one: [a, b, [2]], path two: [a]"},
        {"SET a.b = :v, a[1] = :v",
         "Two document paths conflict with each other; must remove or rewrite one of these paths; "
         "path one: [a, b], path two: [a, [1]]"},
        {"SET a = :w",
         "An expression attribute value used in expression is not defined; attribute value: :w"},
        {"SET #a = :v",
         "An expression attribute name used in the document path is not defined; attribute name: "
         "#a"},
        {"SET a = b + :v",
         "Incorrect operand type for operator or function; operator or function: +, operand type: "
         "S"},
        {"SET a = list_append(b, :v)",
         "Incorrect operand type for operator or function; operator or function: list_append, "
         "operand type: S"},
        {"SET a = if_not_exists(:v, b)",
         "Operator or function requires a document path; operator or function: if_not_exists"},
        {"SET a = if_not_exists(b)",
         "Incorrect number of operands for operator or function; operator or function: "
         "if_not_exists, number of operands: 1"},
        {"SET a = size(b)", "The function is not allowed in an update expression; function: size"},
        {"SET a = list_append(list_append(b, c), d)",
         "The function is not allowed to be used this way in an expression; function: list_append"},
        {"SET a = ((b))", "The expression has redundant parentheses;"},
        {"SET a = SIZE(b)", "Invalid function name; function: SIZE"},
        {"ADD a :v",
         "Incorrect operand type for operator or function; operator: ADD, operand type: STRING, "
         "typeSet: ALLOWED_FOR_ADD_OPERAND"},
        {"DELETE a :v",
         "Incorrect operand type for operator or function; operator: DELETE, operand type: STRING, "
         "typeSet: ALLOWED_FOR_DELETE_OPERAND"},
        {"SET a[99999999999] = :v",
         "List index is not within the allowable range; index: [99999999999]"},
        {"SET a" + repeated("[0]", 32) + " = :v",
         "The document path has too many nesting elements; nesting levels: 33"},
        {"SET " + std::string(4093, 'a'),
         "Expression size has exceeded the maximum allowed size; expression size: 4097"},
    };
    for (const Refusal& c : cases) {
      CHECK(message(update(c.expression, v)) ==
            kCounted + "Invalid UpdateExpression: " + c.message);
    }
    CHECK(get("x").empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "placeholders must be well formed, valid and used") {
    CHECK(message(update("SET a = :v", {{":v", N(1)}, {":w", N(2)}, {":x", N(3)}})) ==
          kCounted +
              "Value provided in ExpressionAttributeValues unused in expressions: keys: {:w, :x}");
    CHECK(message(update("SET a = :v", {{":v", N(1)}}, {{"#n", "n"}})) ==
          kCounted +
              "Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}");
    CHECK(message(update("SET a = :v", {{"v", N(1)}})) ==
          "ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"");
    CHECK(message(update("SET a = :v", {{":v", N(1)}}, {{"n", "n"}})) ==
          "ExpressionAttributeNames contains invalid key: Syntax error; key: \"n\"");
    CHECK(message(update("SET a = :v", {{":v", N("ten")}})) ==
          "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to "
          "a numeric value: ten for key :v");
    CHECK(message(update("SET a = :v", {{":v", SS{}}})) ==
          kCounted + "One or more parameter values were invalid: An string set  may not be empty");
    const std::string long_key(256, 'k');
    CHECK(message(update("SET a = :v", {{":v", N(1)}}, {{"#" + long_key, "n"}})) ==
          "ExpressionAttributeNames contains invalid key: Key is too long; key length: 257, "
          "maximum: 255");
    CHECK(message(update("SET a = :v", {{":" + long_key, N(1)}})) ==
          "ExpressionAttributeValues contains invalid key: Key is too long; key length: 257, "
          "maximum: 255");
    CHECK(message(update("SET #n = :v", {{":v", N(1)}}, {{"#n", std::string(65536, 'n')}})) ==
          kCounted + "Attribute name is too large, must be less than 65536 bytes");
    UpdateItem bare{.table_name = "stats", .key = {{"id", S("x")}}};
    bare.expression_attribute_values = {{":v", N(1)}};
    CHECK(message(aws.send(bare)) ==
          "ExpressionAttributeValues can only be specified when using expressions: "
          "UpdateExpression and ConditionExpression are null");
    bare.expression_attribute_names = {{"#n", "n"}};
    CHECK(message(aws.send(bare)) ==
          "ExpressionAttributeNames can only be specified when using expressions");
    CHECK(get("x").empty());
  }

  // As clients report, of "Constraints in Amazon DynamoDB", Expression parameters.
  TEST_CASE_FIXTURE(TableFixture,
                    "an expression has at most 300 operators, however deeply nested") {
    const Item v{{":v", N(1)}};
    CHECK(test("a=:v" + repeated(" OR a=:v", 149), v).error().code ==
          "ConditionalCheckFailedException");
    CHECK(message(test("a=:v" + repeated(" OR a=:v", 150), v)) ==
          kCounted +
              "Invalid ConditionExpression: The expression contains too many operators; operator "
              "count: 301");
    CHECK(code(test(repeated("a=:v OR (", 149) + "a=:v" + repeated(")", 149), v)) ==
          "ConditionalCheckFailedException");
    CHECK(code(test(repeated("NOT ", 299) + "a=:v", v)).empty());
    CHECK(message(test(repeated("(", 2000) + "a=:v" + repeated(")", 2000), v)) ==
          kCounted + "Invalid ConditionExpression: The expression has redundant parentheses;");
    CHECK(code(test(repeated("(", 4096), v)) == "ValidationException");
    std::string many = "a IN (:v";
    for (int i = 0; i < 100; ++i) many += ",:v";
    CHECK(message(test(many + ")", v)) == kCounted +
                                              "Invalid ConditionExpression: The IN operator is "
                                              "provided with too many operands; number "
                                              "of operands: 101");
  }
}

}  // namespace emu::test
