// Sources: Amazon DynamoDB API Reference, "CreateTable", "UpdateTable" and "TransactWriteItems";
// Developer Guide, "Quotas in Amazon DynamoDB", "Multi-attribute keys pattern". AWS does not
// document all of the texts.
#include <functional>

#include "dynamodb/fixture.h"
#include "dynamodb/index_fixture.h"

namespace emu::test {

namespace {

const std::string kInvalidParameters = "One or more parameter values were invalid: ";

struct IndexTableCase {
  std::function<void(CreateTable&)> change;
  std::string message;
};

struct IndexUpdateCase {
  std::function<void(UpdateTable&)> change;
  std::string code;
  std::string message;
};

GlobalSecondaryIndex& global_index(CreateTable& in) { return in.global_secondary_indexes.front(); }
LocalSecondaryIndex& local_index(CreateTable& in) { return in.local_secondary_indexes.front(); }

std::string index_key_too_long(const std::string& role) {
  return role == "HASH" ? kInvalidParameters +
                              "Size of hashkey has exceeded the maximum size limit of2048 bytes"
                        : kInvalidParameters +
                              "Aggregated size of all range keys has exceeded the size limit "
                              "of 1024 bytes";
}

}  // namespace

TEST_SUITE("dynamodb: rules of indexes") {
  TEST_CASE_FIXTURE(IndexFixture, "what an index of a new table may not be is refused") {
    const IndexTableCase cases[] = {
        {[](CreateTable& in) { global_index(in).key_schema.front().key_type = "RANGE"; },
         "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"},
        {[](CreateTable& in) { local_index(in).key_schema.back().key_type = "HASH"; },
         "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"},
        {[](CreateTable& in) { global_index(in).key_schema.back().attribute_name = "game"; },
         "Both the Hash Key and the Range Key element in the KeySchema have the same name"},
        {[](CreateTable& in) { global_index(in).key_schema.back().attribute_name = "points"; },
         kInvalidParameters +
             "Some index key attributes are not defined in AttributeDefinitions. Keys: [game, "
             "points], AttributeDefinitions: [user, game, score]"},
        {[](CreateTable& in) {
           in.attribute_definitions.push_back({"extra", "S"});
         },
         kInvalidParameters +
             "Some AttributeDefinitions are not used. AttributeDefinitions: [user, game, "
             "score, extra], keys used: [game, score, user]"},
        {[](CreateTable& in) {
           global_index(in).on_demand_throughput = OnDemandThroughput{.max_read_request_units = 0};
         },
         "Given value 0 for MaxReadRequestUnits is out of bounds"},
        {[](CreateTable& in) { global_index(in).projection = {}; },
         kInvalidParameters + "Unknown ProjectionType: null"},
        {[](CreateTable& in) { global_index(in).projection.projection_type = "INCLUDE"; },
         kInvalidParameters + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"},
        {[](CreateTable& in) { local_index(in).projection.projection_type = "ALL"; },
         kInvalidParameters + "ProjectionType is ALL, but NonKeyAttributes is specified"},
        {[](CreateTable& in) { global_index(in).index_name = "by-score"; },
         kInvalidParameters + "Duplicate index name: by-score"},
        {[](CreateTable& in) {
           in.key_schema.pop_back();
           in.attribute_definitions.erase(in.attribute_definitions.begin() + 1);
           in.global_secondary_indexes.clear();
         },
         kInvalidParameters +
             "Table KeySchema does not have a range key, which is required when specifying a "
             "LocalSecondaryIndex"},
        {[](CreateTable& in) { local_index(in).key_schema.pop_back(); },
         kInvalidParameters + "Index KeySchema does not have a range key for index: by-score"},
        {[](CreateTable& in) { local_index(in).key_schema.front().attribute_name = "game"; },
         kInvalidParameters +
             "Index KeySchema does not have the same leading hash key as table KeySchema for "
             "index: by-score. index hash key: game, table hash key: user"},
        {[](CreateTable& in) {
           for (int i = 0; i < 5; ++i) {
             in.local_secondary_indexes.push_back(local_index(in));
             in.local_secondary_indexes.back().index_name += std::to_string(i);
           }
         },
         kInvalidParameters + "Number of LocalSecondaryIndexes exceeds per-table limit of 5"},
        {[](CreateTable& in) {
           for (int i = 0; i < 20; ++i) {
             in.global_secondary_indexes.push_back(global_index(in));
             in.global_secondary_indexes.back().index_name += std::to_string(i);
           }
         },
         kInvalidParameters + "GlobalSecondaryIndex count exceeds the per-table limit of 20"},
        {[](CreateTable& in) {
           global_index(in).provisioned_throughput = ProvisionedThroughput{1, 1};
         },
         kInvalidParameters +
             "ProvisionedThroughput should not be specified for index: by-game when "
             "BillingMode is PAY_PER_REQUEST"},
        {[](CreateTable& in) {
           in.billing_mode = "PROVISIONED";
           in.provisioned_throughput = ProvisionedThroughput{1, 1};
         },
         kInvalidParameters + "ProvisionedThroughput must be specified for index: by-game"},
    };
    for (const IndexTableCase& c : cases) {
      CreateTable in = scores();
      c.change(in);
      const auto refused = aws.send(in);
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == c.message);
    }
    CHECK(aws.send(ListTables{}).value().table_names.empty());
  }

  TEST_CASE_FIXTURE(IndexFixture, "the attributes that all indexes project are a hundred at most") {
    CreateTable in = scores();
    in.local_secondary_indexes.clear();
    const auto add = [&](int attributes) {
      in.global_secondary_indexes.push_back(global_index(in));
      GlobalSecondaryIndex& index = in.global_secondary_indexes.back();
      index.index_name += std::to_string(in.global_secondary_indexes.size());
      index.projection = {.projection_type = "INCLUDE"};
      for (int i = 0; i < attributes; ++i) {
        index.projection.non_key_attributes.push_back("a" + std::to_string(i));
      }
    };
    for (int i = 0; i < 5; ++i) add(20);
    CHECK(aws.send(in).ok());
    aws.send(DeleteTable{.table_name = "scores"}).value();
    add(1);
    CHECK(code(aws.send(in)) == "ValidationException");
  }

  TEST_CASE_FIXTURE(IndexFixture, "a global index has up to four hash and four range attributes") {
    CreateTable in = plain();
    GlobalSecondaryIndex index{
        .index_name = "wide", .key_schema = {}, .projection = {.projection_type = "ALL"}};
    for (const char* name : {"h1", "h2", "h3", "h4"}) {
      index.key_schema.push_back({name, "HASH"});
      in.attribute_definitions.push_back({name, "S"});
    }
    for (const char* name : {"r1", "r2", "r3", "r4"}) {
      index.key_schema.push_back({name, "RANGE"});
      in.attribute_definitions.push_back({name, "N"});
    }
    in.global_secondary_indexes = {index};
    aws.send(in).value();
    Item item{{"user", S("ann")}, {"game", S("go")}};
    for (const char* name : {"h1", "h2", "h3", "h4"}) item[name] = S("x");
    for (const char* name : {"r1", "r2", "r3"}) item[name] = N(1);
    put(item);
    CHECK(entries() == 0);
    item["r4"] = N(4);
    put(item);
    CHECK(entries() == 1);

    in.table_name = "other";
    in.attribute_definitions.push_back({"h5", "S"});
    in.global_secondary_indexes.front().key_schema.insert(
        in.global_secondary_indexes.front().key_schema.begin(), {"h5", "HASH"});
    CHECK(code(aws.send(in)) == "ValidationException");
    std::swap(in.global_secondary_indexes.front().key_schema[1],
              in.global_secondary_indexes.front().key_schema.back());
    CHECK(code(aws.send(in)) == "ValidationException");
  }

  TEST_CASE_FIXTURE(IndexFixture, "changes of indexes that cannot be made are refused") {
    aws.send(plain()).value();
    const IndexUpdateCase cases[] = {
        {[](UpdateTable& in) { in.global_secondary_index_updates.front() = {}; },
         "ValidationException",
         kInvalidParameters +
             "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
             "GlobalSecondaryIndexUpdate.Delete must not be null"},
        {[](UpdateTable& in) {
           in.global_secondary_index_updates.push_back(in.global_secondary_index_updates.front());
         },
         "ValidationException",
         kInvalidParameters +
             "Only one global secondary index update per index is allowed simultaneously. "
             "Index: by-game"},
        {[](UpdateTable& in) {
           in.global_secondary_index_updates.push_back(in.global_secondary_index_updates.front());
           in.global_secondary_index_updates.back().create->index_name = "other";
         },
         "LimitExceededException",
         "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously "
         "per table"},
        {[](UpdateTable& in) { in.attribute_definitions.pop_back(); }, "ValidationException",
         "Invalid KeySchema: Some index key attribute have no definition"},
        {[](UpdateTable& in) { in.attribute_definitions.front().attribute_type = "N"; },
         "ValidationException",
         kInvalidParameters + "The type of an attribute of a key cannot be changed: game"},
        {[](UpdateTable& in) { in = drop("unknown"); }, "ResourceNotFoundException",
         "Requested resource not found"},
    };
    for (const IndexUpdateCase& c : cases) {
      UpdateTable in = add_by_game();
      c.change(in);
      const auto refused = aws.send(in);
      CHECK(code(refused) == c.code);
      CHECK(message(refused) == c.message);
      CHECK(described().global_secondary_indexes.empty());
    }
    aws.send(add_by_game()).value();
    CHECK(message(aws.send(add_by_game())) == "Attempting to create an index which already exists");
    UpdateGlobalSecondaryIndexAction limit{.index_name = "by-game"};
    limit.on_demand_throughput = OnDemandThroughput{.max_write_request_units = -2};
    CHECK(message(aws.send(UpdateTable{.table_name = "scores",
                                       .global_secondary_index_updates = {{.update = limit}}})) ==
          "Given value -2 for MaxWriteRequestUnits is out of bounds");
  }

  TEST_CASE_FIXTURE(IndexFixture, "an item that is put has what its indexes take") {
    aws.send(scores()).value();
    const auto refusal = [&](const std::string& attribute, AttributeValue value) {
      Item item{{"user", S("ann")}, {"game", S("go")}, {"score", N(1)}};
      item[attribute] = std::move(value);
      return message(aws.send(PutItem{.table_name = "scores", .item = std::move(item)}));
    };
    CHECK(refusal("score", S("one")) ==
          kInvalidParameters +
              "Type mismatch for Index Key score Expected: N Actual: S IndexName: by-game");
    CHECK(refusal("score", L{}) ==
          kInvalidParameters +
              "Type mismatch for Index Key score Expected: N Actual: L IndexName: by-game");
    CHECK(entries() == 0);
  }

  TEST_CASE_FIXTURE(IndexFixture, "keys of indexes are not empty and not too long") {
    CreateTable in = plain();
    in.attribute_definitions.push_back({"city", "S"});
    in.attribute_definitions.push_back({"street", "S"});
    in.global_secondary_indexes = {{.index_name = "by-city",
                                    .key_schema = {{"city", "HASH"}, {"street", "RANGE"}},
                                    .projection = {.projection_type = "ALL"}}};
    aws.send(in).value();
    const auto put_refusal = [&](const std::string& attribute, const std::string& text) {
      return message(
          aws.send(PutItem{.table_name = "scores",
                           .item = {{"user", S("ann")}, {"game", S("go")}, {attribute, S(text)}}}));
    };
    const auto update_refusal = [&](const std::string& attribute, AttributeValue value) {
      return message(aws.send(UpdateItem{.table_name = "scores",
                                         .key = {{"user", S("ann")}, {"game", S("go")}},
                                         .update_expression = "SET " + attribute + " = :v",
                                         .expression_attribute_values = {{":v", value}}}));
    };
    CHECK(put_refusal("city", "") ==
          "One or more parameter values are not valid. A value specified for a secondary index key "
          "is not supported. The AttributeValue for a key attribute cannot contain an empty string "
          "value. IndexName: by-city, IndexKey: city");
    CHECK(update_refusal("city", S("")) ==
          "One or more parameter values are not valid. The update expression attempted to update a "
          "secondary index key to a value that is not supported. The AttributeValue for a key "
          "attribute cannot contain an empty string value.");
    CHECK(update_refusal("city", N(1)) ==
          "The update expression attempted to update the secondary index key to unsupported type");
    CHECK(update_refusal("street", S(std::string(1025, 'x'))) ==
          "The update expression attempted to update the secondary index key beyond allowed size "
          "limits");
    CHECK(put_refusal("city", std::string(2049, 'x')) == index_key_too_long("HASH"));
    CHECK(put_refusal("street", std::string(1025, 'x')) == index_key_too_long("RANGE"));
    CHECK(update_refusal("city", S(std::string(2048, 'x'))).empty());
    CHECK(update_refusal("street", S(std::string(1024, 'x'))).empty());
    CHECK(entries() == 1);
  }
}

}  // namespace emu::test
