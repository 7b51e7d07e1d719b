// AWS::Serverless::SimpleTable and AWS::Serverless::LayerVersion.
#include <fmt/format.h>

#include <array>

#include "cloudformation/sam/building.h"
#include "core/text/ascii.h"

namespace emu::cloudformation::sam {

Status make_simple_table(Building& building, const Source& source) {
  static constexpr std::array<std::string_view, 4> kPassed = {
      "TableName", "SSESpecification", "ProvisionedThroughput", "PointInTimeRecoverySpecification"};
  static constexpr std::array<std::string_view, 2> kRead = {"PrimaryKey", "Tags"};
  const Node& properties = source.properties;
  const Place place = source.place;
  EMU_CHECK(check_properties(building, source, properties, kPassed, kRead,
                             "AWS::Serverless::SimpleTable"));
  const Node* key = properties.find("PrimaryKey");
  std::string_view name = key == nullptr ? "id" : key->text_of("Name");
  std::string_view type = key == nullptr ? "String" : key->text_of("Type");
  if (name.empty()) name = "id";
  const std::string_view letter = type == "String"   ? "S"
                                  : type == "Number" ? "N"
                                  : type == "Binary" ? "B"
                                                     : "";
  if (letter.empty()) {
    return invalid(building, source, key->place, fmt::format("'PrimaryKey' has the Type {}.", type),
                   "it can be String, Number or Binary");
  }
  Node table = object(
      place, {{"KeySchema", list_node({object(place, {{"AttributeName", text_node(name, place)},
                                                      {"KeyType", text_node("HASH", place)}})},
                                      place)},
              {"AttributeDefinitions",
               list_node({object(place, {{"AttributeName", text_node(name, place)},
                                         {"AttributeType", text_node(letter, place)}})},
                         place)}});
  copy_members(properties, kPassed, table);
  if (properties.find("ProvisionedThroughput") == nullptr) {
    table.set("BillingMode", text_node("PAY_PER_REQUEST", place));
  }
  if (const Node* tags = properties.find("Tags")) {
    Node list = tag_list(tags, place);
    list.items.erase(list.items.begin());
    table.set("Tags", std::move(list));
  }
  return add_main(building, source, source.id, "AWS::DynamoDB::Table", std::move(table));
}

// A layer's version is another resource when something of it changes, so its id has a hash of it.
Status make_layer_version(Building& building, const Source& source) {
  static constexpr std::array<std::string_view, 5> kPassed = {
      "Description", "LayerName", "LicenseInfo", "CompatibleRuntimes", "CompatibleArchitectures"};
  static constexpr std::array<std::string_view, 3> kRead = {"ContentUri", "RetentionPolicy",
                                                            "PublishLambdaVersion"};
  const Node& properties = source.properties;
  EMU_CHECK(check_properties(building, source, properties, kPassed, kRead,
                             "AWS::Serverless::LayerVersion"));
  const Node* content = properties.find("ContentUri");
  if (content == nullptr) {
    return invalid(building, source, source.place, "Missing required property 'ContentUri'.",
                   "write ContentUri: with a folder, a zip file or s3://bucket/key");
  }
  Node layer = object(source.place,
                      {{"LayerName", text_node(source.id, source.place)},
                       {"Content", code_of(*content, "S3Bucket", "S3Key", "S3ObjectVersion")}});
  copy_members(properties, kPassed, layer);
  const std::string id = source.id + short_hash(properties);
  building.renamed[source.id] = id;
  EMU_CHECK(add_main(building, source, id, "AWS::Lambda::LayerVersion", std::move(layer)));
  const auto policy = lower_case(properties.text_of("RetentionPolicy"));
  building.made.items.back().set("DeletionPolicy",
                                 text_node(policy == "delete" ? "Delete" : "Retain", source.place));
  return {};
}

}  // namespace emu::cloudformation::sam
