// What IAM sees of reads and batches. Sources: Service Authorization Reference, "Actions,
// resources, and condition keys for Amazon DynamoDB"; Amazon DynamoDB Developer Guide, "Using IAM
// policy conditions for fine-grained access control".
#include <emu/iam.h>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

namespace {

struct AccessFixture : ReadsFixture {
  // A user who may do what the statement says.
  Aws user(const std::string& statement) {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{
                 .user_name = "ann",
                 .policy_name = "own",
                 .policy_document = R"({"Version":"2012-10-17","Statement":)" + statement + "}"})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }
  template <class Op>
  bool may(Aws& caller, const Op& request) {
    return code(caller.send(request)) != "AccessDeniedException";
  }
  static Query trips_of(const std::string& bus) {
    return {.table_name = "trips",
            .key_condition_expression = "bus = :b",
            .expression_attribute_values = {{":b", bus}}};
  }
};

}  // namespace

TEST_SUITE("dynamodb: access of reads and batches") {
  TEST_CASE_FIXTURE(AccessFixture, "an index is a resource of its own") {
    Aws ann = user(R"({"Effect":"Allow","Action":"dynamodb:*",
                       "Resource":"arn:aws:dynamodb:us-east-1:000000000000:table/trips/index/*"})");
    CHECK_FALSE(may(ann, trips_of("12")));
    CHECK_FALSE(may(ann, Scan{.table_name = "trips"}));
    Query of_index = trips_of("12");
    of_index.index_name = "by-day";
    CHECK(may(ann, of_index));
    CHECK(may(ann, Scan{.table_name = "trips", .index_name = "by-day"}));
  }

  TEST_CASE_FIXTURE(AccessFixture, "a caller may be held to its own hash keys") {
    Aws ann = user(R"({"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":
                       {"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["12"]}}})");
    CHECK(may(ann, trips_of("12")));
    CHECK_FALSE(may(ann, trips_of("13")));
    const auto put = [](const char* bus) {
      return WriteRequest{.put_request = PutRequest{.item = {{"bus", bus}, {"departure", 1}}}};
    };
    CHECK(may(ann, BatchWriteItem{.request_items = {{"trips", {put("12")}}}}));
    CHECK_FALSE(may(ann, BatchWriteItem{.request_items = {{"trips", {put("12"), put("13")}}}}));
    const auto key = [](const char* bus) { return Item{{"bus", bus}, {"departure", 1}}; };
    CHECK(may(ann, BatchGetItem{.request_items = {{"trips", {.keys = {key("12")}}}}}));
    CHECK_FALSE(
        may(ann, BatchGetItem{.request_items = {{"trips", {.keys = {key("12"), key("13")}}}}}));
  }

  TEST_CASE_FIXTURE(AccessFixture, "a batch needs its permission for each table") {
    Aws ann = user(R"({"Effect":"Allow","Action":"dynamodb:BatchGetItem",
                       "Resource":"arn:aws:dynamodb:us-east-1:000000000000:table/stats"})");
    const KeysAndAttributes stats{.keys = {{{"id", "a"}}}};
    const KeysAndAttributes trips{.keys = {{{"bus", "12"}, {"departure", 1}}}};
    CHECK(may(ann, BatchGetItem{.request_items = {{"stats", stats}}}));
    CHECK_FALSE(may(ann, BatchGetItem{.request_items = {{"trips", trips}}}));
    CHECK_FALSE(may(ann, BatchGetItem{.request_items = {{"stats", stats}, {"trips", trips}}}));
    CHECK_FALSE(may(
        ann,
        BatchWriteItem{.request_items = {
                           {"stats", {{.delete_request = DeleteRequest{.key = {{"id", "a"}}}}}}}}));
  }

  TEST_CASE_FIXTURE(AccessFixture, "a caller may be held to some attributes") {
    Aws ann = user(R"({"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":
                       {"ForAllValues:StringEquals":{"dynamodb:Attributes":["bus","seats"]},
                        "StringEqualsIfExists":{"dynamodb:Select":"SPECIFIC_ATTRIBUTES"}}})");
    Query request = trips_of("12");
    CHECK_FALSE(may(ann, request));
    request.projection_expression = "seats";
    CHECK(may(ann, request));
    request.filter_expression = "attribute_exists(note)";
    CHECK_FALSE(may(ann, request));
  }
}

}  // namespace emu::test
