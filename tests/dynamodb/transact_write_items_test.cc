// Source: Amazon DynamoDB API Reference, "TransactWriteItems"; Developer Guide, "Amazon DynamoDB
// Transactions: How it works".
#include <emu/iam.h>

#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

TransactWriteItem put_of(Item item, std::optional<std::string> condition = {},
                         std::optional<std::string> returns = {}) {
  return {.put = Put{.item = std::move(item),
                     .table_name = "stats",
                     .condition_expression = std::move(condition),
                     .return_values_on_condition_check_failure = std::move(returns)}};
}

TransactWriteItem update_of(const std::string& id, std::string expression, Item values = {}) {
  return {.update = Update{.key = {{"id", S(id)}},
                           .update_expression = std::move(expression),
                           .table_name = "stats",
                           .expression_attribute_values = std::move(values)}};
}

TransactWriteItem check_of(const std::string& id, std::string condition) {
  return {.condition_check = ConditionCheck{.key = {{"id", S(id)}},
                                            .table_name = "stats",
                                            .condition_expression = std::move(condition)}};
}

TransactWriteItem delete_of(const std::string& id) {
  return {.delete_item = Delete{.key = {{"id", S(id)}}, .table_name = "stats"}};
}

struct TransactionFixture : TableFixture {
  Result<TransactWriteItemsResult> transact(std::vector<TransactWriteItem> actions) {
    return aws.send(TransactWriteItems{.transact_items = std::move(actions)});
  }
  static std::vector<std::string> codes(const Result<TransactWriteItemsResult>& refused) {
    std::vector<std::string> list;
    for (const CancellationReason& reason : cancellation_reasons(refused.error())) {
      list.push_back(reason.code);
    }
    return list;
  }
};

const std::string kCancelled =
    "Transaction cancelled, please refer cancellation reasons for specific reasons ";

}  // namespace

TEST_SUITE("dynamodb: TransactWriteItems") {
  TEST_CASE_FIXTURE(TransactionFixture, "all actions are done, in all tables") {
    put({{"id", S("a")}, {"seats", N(3)}});
    put({{"id", S("old")}});
    put({{"id", S("open")}});
    transact({update_of("a", "SET seats = seats - :n", {{":n", N(1)}}),
              delete_of("old"),
              check_of("open", "attribute_exists(id)"),
              put_of({{"id", S("new")}}),
              {.put = Put{.item = {{"bus", S("7")}, {"departure", N(1)}}, .table_name = "trips"}}})
        .value();
    CHECK(get("a") == Item{{"id", S("a")}, {"seats", N(2)}});
    CHECK(get("old").empty());
    CHECK(get("new") == Item{{"id", S("new")}});
    CHECK(aws.send(DescribeTable{.table_name = "trips"}).value().table.item_count == 1);
  }

  TEST_CASE_FIXTURE(TransactionFixture, "one condition that does not hold cancels all of it") {
    put({{"id", S("a")}, {"seats", N(0)}});
    const auto refused = transact({put_of({{"id", S("b")}}),
                                   put_of({{"id", S("a")}}, "attribute_not_exists(id)", "ALL_OLD"),
                                   check_of("c", "attribute_exists(id)"), delete_of("d")});
    CHECK(code(refused) == "TransactionCanceledException");
    CHECK(message(refused) ==
          kCancelled + "[None, ConditionalCheckFailed, ConditionalCheckFailed, None]");
    const auto reasons = cancellation_reasons(refused.error());
    REQUIRE(reasons.size() == 4);
    CHECK(reasons[0].code == "None");
    CHECK_FALSE(reasons[0].message.has_value());
    CHECK(reasons[1].message == "The conditional request failed");
    CHECK(reasons[1].item == Item{{"id", S("a")}, {"seats", N(0)}});
    CHECK(reasons[2].item.empty());
    CHECK(get("b").empty());
    CHECK(get("a").at("seats").integer() == 0);
  }

  TEST_CASE_FIXTURE(TransactionFixture, "conditions see the items as they are before all of it") {
    transact({put_of({{"id", S("a")}}), check_of("b", "attribute_not_exists(id)")}).value();
    CHECK(codes(transact({put_of({{"id", S("b")}}), check_of("a", "attribute_not_exists(id)")})) ==
          std::vector<std::string>{"None", "ConditionalCheckFailed"});
  }

  TEST_CASE_FIXTURE(TransactionFixture, "what an item does not allow is the reason of its action") {
    put({{"id", S("a")}, {"word", S("x")}});
    struct Case {
      TransactWriteItem action;
      std::string message;
    };
    const std::string invalid = "One or more parameter values were invalid: ";
    const Case cases[] = {
        {update_of("a", "ADD absent.x :n", {{":n", N(1)}}),
         "The document path provided in the update expression is invalid for update"},
        {update_of("a", "SET n = absent"),
         "The provided expression refers to an attribute that does not exist in the item"},
        {update_of("a", "SET n = word + :n", {{":n", N(1)}}),
         "An operand in the update expression has an incorrect data type"},
        {update_of("a", "SET id = :n", {{":n", N(1)}}),
         invalid + "Cannot update attribute id. This attribute is part of the key"},
        {update_of("a", "SET big = :b", {{":b", S(std::string(std::size_t{400} * 1024, 'x'))}}),
         "Item size to update has exceeded the maximum allowed size"},
        {put_of({{"x", S("y")}}), invalid + "Missing the key id in the item"},
        {put_of({{"id", N(1)}}), invalid + "Type mismatch for key id expected: S actual: N"},
        {{.delete_item = Delete{.key = {{"x", S("y")}}, .table_name = "stats"}},
         "The provided key element does not match the schema"},
    };
    for (const Case& c : cases) {
      const auto refused = transact({put_of({{"id", S("b")}}), c.action});
      CHECK(message(refused) == kCancelled + "[None, ValidationError]");
      CHECK(cancellation_reasons(refused.error()).at(1).message == c.message);
    }
    CHECK(get("b").empty());
  }

  TEST_CASE_FIXTURE(TransactionFixture,
                    "what is wrong with the request by itself refuses the call") {
    struct Case {
      std::vector<TransactWriteItem> actions;
      std::string code;
      std::string message;
    };
    TransactWriteItem two = put_of({{"id", S("a")}});
    two.delete_item = Delete{.key = {{"id", S("a")}}, .table_name = "stats"};
    const std::string one_of = "TransactItems can only contain one of Check, Put, Update or Delete";
    const Case cases[] = {
        {{two}, "ValidationException", one_of},
        {{{}}, "ValidationException", one_of},
        {{put_of({{"id", S("a")}}), update_of("b", "SET")},
         "ValidationException",
         "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"SET\""},
        {{put_of({{"id", S("a")}, {"n", N("x")}})},
         "ValidationException",
         "The parameter cannot be converted to a numeric value: x"},
        {{put_of({{"id", S("a")}}), check_of("a", "attribute_exists(id)")},
         "ValidationException",
         "Transaction request cannot include multiple operations on one item"},
        {{put_of({{"id", S("a")}}),
          {.delete_item = Delete{.key = {{"id", S("a")}}, .table_name = "gone"}}},
         "ResourceNotFoundException",
         "Requested resource not found"},
    };
    for (const Case& c : cases) {
      const auto refused = transact(c.actions);
      CHECK(code(refused) == c.code);
      CHECK(message(refused) == c.message);
      CHECK(get("a").empty());
    }
  }

  TEST_CASE_FIXTURE(TransactionFixture, "a transaction has from one to a hundred actions") {
    std::vector<TransactWriteItem> actions;
    for (int i = 0; i < 100; ++i) actions.push_back(put_of({{"id", S(std::to_string(i))}}));
    transact(actions).value();
    actions.push_back(put_of({{"id", S("100")}}));
    CHECK(message(transact(actions))
              .ends_with("at 'transactItems' failed to satisfy constraint: Member must have length "
                         "less than or equal to 100"));
    CHECK(code(transact({})) == "ValidationException");
    CHECK(get("100").empty());
  }

  TEST_CASE_FIXTURE(TransactionFixture, "the shape of an action is checked with its place") {
    const auto refused =
        transact({{.put = Put{.item = {{"id", S("a")}}, .table_name = "a!"}},
                  {.update = Update{
                       .key = {{"id", S("a")}}, .update_expression = {}, .table_name = "stats"}}});
    CHECK(
        message(refused) ==
        "2 validation errors detected: Value 'a!' at 'transactItems.1.member.put.tableName' failed "
        "to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
        "Value null at "
        "'transactItems.2.member.update.updateExpression' failed to satisfy constraint: Member "
        "must not be null");
  }

  TEST_CASE_FIXTURE(TransactionFixture, "its items have at most 4 MB together") {
    const auto big = [](int i) {
      return put_of({{"id", S(std::to_string(i))}, {"b", S(std::string(399 * 1024, 'x'))}});
    };
    std::vector<TransactWriteItem> actions;
    for (int i = 0; i < 10; ++i) actions.push_back(big(i));
    transact(actions).value();
    for (int i = 10; i < 11; ++i) actions.push_back(big(i));
    CHECK(code(transact(actions)) == "ValidationException");
    CHECK(get("10").empty());

    // Also when it would be cancelled: the reasons would show the items.
    put({{"id", S("10")}, {"b", S(std::string(399 * 1024, 'x'))}});
    for (int i = 0; i < 11; ++i) {
      actions[static_cast<std::size_t>(i)] =
          check_of(std::to_string(i), "attribute_not_exists(id)");
    }
    CHECK(code(transact(actions)) == "ValidationException");
  }

  TEST_CASE_FIXTURE(TransactionFixture, "each write costs twice as many units, table by table") {
    put({{"id", S("big")}, {"b", S(std::string(3000, 'x'))}});
    TransactWriteItems in{
        .transact_items = {put_of({{"id", S("a")}}),
                           {.put = Put{.item = {{"bus", S("7")}, {"departure", N(1)}},
                                       .table_name = "trips"}},
                           check_of("big", "attribute_exists(id)"),
                           delete_of("none")},
        .return_consumed_capacity = "TOTAL"};
    auto capacity = aws.send(in).value().consumed_capacity;
    REQUIRE(capacity.size() == 2);
    CHECK(capacity[0].table_name == "stats");
    CHECK(capacity[0].capacity_units == 10);
    CHECK(capacity[0].write_capacity_units == 10);
    CHECK_FALSE(capacity[0].table.has_value());
    CHECK(capacity[1].table_name == "trips");
    CHECK(capacity[1].capacity_units == 2);
    in.return_consumed_capacity = "INDEXES";
    capacity = aws.send(in).value().consumed_capacity;
    CHECK(capacity[0].table.value().write_capacity_units == 10);
    in.return_consumed_capacity = "NONE";
    CHECK(aws.send(in).value().consumed_capacity.empty());
  }

  // Amazon DynamoDB API Reference, "TransactWriteItems", ClientRequestToken.
  TEST_CASE_FIXTURE(TransactionFixture, "a call with a token is carried out once in ten minutes") {
    TransactWriteItems in{.transact_items = {update_of("a", "ADD n :n", {{":n", N(1)}})},
                          .return_consumed_capacity = "TOTAL",
                          .client_request_token = "token-1"};
    CHECK(aws.send(in).value().consumed_capacity.at(0).write_capacity_units == 2);
    cloud.advance(9min + 59s);
    const auto again = aws.send(in).value().consumed_capacity;
    CHECK(again.at(0).read_capacity_units == 2);
    CHECK_FALSE(again.at(0).write_capacity_units.has_value());
    CHECK(get("a").at("n").integer() == 1);
    cloud.advance(1s);
    aws.send(in).value();
    CHECK(get("a").at("n").integer() == 2);
    in.transact_items = {update_of("a", "ADD n :n", {{":n", N(2)}})};
    CHECK(code(aws.send(in)) == "IdempotentParameterMismatchException");
    in.client_request_token = "token-2";
    aws.send(in).value();
    CHECK(get("a").at("n").integer() == 4);
  }

  TEST_CASE_FIXTURE(TransactionFixture,
                    "a token of a transaction that was cancelled is still good") {
    TransactWriteItems in{.transact_items = {check_of("a", "attribute_exists(id)")},
                          .client_request_token = "token-1"};
    CHECK(code(aws.send(in)) == "TransactionCanceledException");
    put({{"id", S("a")}});
    aws.send(in).value();
  }

  // Amazon DynamoDB Developer Guide, "Using IAM with DynamoDB transactions".
  TEST_CASE_FIXTURE(TransactionFixture, "each action needs the permission of its operation") {
    put({{"id", S("open")}});
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{.user_name = "ann", .policy_name = "own", .policy_document = R"({
        "Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"*",
           "Condition":{"StringEquals":{"dynamodb:EnclosingOperation":"TransactWriteItems"},
                        "ForAllValues:StringLike":{"dynamodb:LeadingKeys":["ann-*"]}}},
          {"Effect":"Allow","Action":"dynamodb:ConditionCheckItem",
           "Resource":"arn:aws:dynamodb:*:*:table/stats"}]})"})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const auto may = [&](std::vector<TransactWriteItem> actions) {
      return code(ann.send(TransactWriteItems{.transact_items = std::move(actions)})) !=
             "AccessDeniedException";
    };
    CHECK(may({put_of({{"id", S("ann-1")}}), check_of("open", "attribute_exists(id)")}));
    CHECK_FALSE(may({put_of({{"id", S("ann-2")}}), put_of({{"id", S("bob-1")}})}));
    CHECK_FALSE(may({put_of({{"id", S("ann-2")}}), delete_of("ann-1")}));
    CHECK_FALSE(ann.send(PutItem{.table_name = "stats", .item = {{"id", S("ann-3")}}}).ok());
    CHECK(get("ann-2").empty());
    CHECK_FALSE(get("ann-1").empty());
  }

  TEST_CASE("throughput that is used up is the reason of the actions on its table") {
    Fixture limited({.dynamodb = {.throttling = true}});
    limited.aws
        .send(CreateTable{.attribute_definitions = {{"id", "S"}},
                          .table_name = "stats",
                          .key_schema = {{"id", "HASH"}},
                          .provisioned_throughput = ProvisionedThroughput{1, 1}})
        .value();
    const TransactWriteItems in{
        .transact_items = {put_of({{"id", S("a")}, {"b", S(std::string(300 * 1024, 'x'))}})}};
    limited.aws.send(in).value();
    const auto refused = limited.aws.send(in);
    CHECK(Fixture::message(refused) == kCancelled + "[ProvisionedThroughputExceeded]");
  }

  TEST_CASE_FIXTURE(TransactionFixture, "a conflict can be had by a rule, as an item's reason") {
    const auto guard = cloud.fail({.operation = "TransactWriteItems",
                                   .error = Error{.code = "TransactionConflictException"}});
    const auto refused = transact({put_of({{"id", S("a")}}), delete_of("b")});
    CHECK(message(refused) == kCancelled + "[TransactionConflict, None]");
    CHECK(cancellation_reasons(refused.error()).at(0).message ==
          "Transaction is ongoing for the item");
    CHECK(get("a").empty());
  }
}

}  // namespace emu::test
