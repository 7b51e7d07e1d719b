#include "cloudformation/language.h"

#include <doctest/doctest.h>

#include <vector>

using namespace emu;
using namespace emu::cloudformation;
using namespace emu::cloudformation::test;

namespace {

constexpr std::string_view kShop = R"(AWSTemplateFormatVersion: 2010-09-09
Description: A shop
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Delay: {Type: Number, Default: 15}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Mappings:
  Sizes:
    dev: {Memory: 128}
    prod: {Memory: 1024}
Resources:
  Worker:
    Type: AWS::Lambda::Function
    DependsOn: Dead
    DeletionPolicy: Retain
    Properties:
      MemorySize: !FindInMap [Sizes, !Ref Stage, Memory]
      Environment: {Variables: {QUEUE: !Ref Orders, ARN: !Sub "${Orders.Arn}/${Stage}"}}
      Description: !If [IsProd, for everybody, !Ref AWS::NoValue]
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: !Ref Delay
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}
  Dead:
    Type: AWS::SQS::Queue
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsProd
Outputs:
  Url: {Value: !Ref Orders, Description: Where to order, Export: {Name: !Sub "${Stage}-url"}}
  Bell: {Value: !Ref Alarm, Condition: IsProd}
)";

std::vector<std::string> order_of(const Evaluation& evaluation) {
  std::vector<std::string> names;
  for (const Resource* each : evaluation.creation_order()) names.push_back(each->logical_id);
  return names;
}

}  // namespace

TEST_SUITE("cloudformation: the language") {
  TEST_CASE("a template gives its resources' properties, in the order of their making") {
    const Template read = read_template(kShop, "shop.yaml").value();
    CHECK(read.description == "A shop");
    const Evaluation shop = Evaluation::start(read, {}, pseudo(), surroundings()).value();
    CHECK(order_of(shop) == std::vector<std::string>{"Dead", "Orders", "Worker"});
    const Resource& worker = *shop.source().find_resource("Worker");
    CHECK(worker.place == Place{.line = 13, .column = 3});
    CHECK(worker.deletion_policy == DeletionPolicy::kRetain);
    CHECK(shop.properties(worker).value() ==
          Json({{"MemorySize", 128},
                {"Environment",
                 {{"Variables", {{"QUEUE", "Orders-id"}, {"ARN", "Orders.Arn/dev"}}}}}}));
    CHECK(shop.needs(worker).size() == 2);
    const auto outputs = shop.outputs().value();
    REQUIRE(outputs.size() == 1);
    CHECK(outputs[0].value == "Orders-id");
    CHECK(outputs[0].description == "Where to order");
    CHECK(outputs[0].export_name == "dev-url");
  }

  TEST_CASE("values of parameters decide what is in it") {
    const Evaluation shop = evaluate(kShop, {{"Stage", "prod"}, {"Delay", "20"}}).value();
    CHECK(shop.condition("IsProd") == true);
    CHECK(shop.condition("IsTest") == std::nullopt);
    CHECK(order_of(shop) == std::vector<std::string>{"Dead", "Orders", "Worker", "Alarm"});
    // "Number: an integer or float, which becomes a string when it is used".
    const Resource& orders = *shop.source().find_resource("Orders");
    CHECK(shop.properties(orders).value().at("DelaySeconds") == "20");
    CHECK(shop.properties(*shop.source().find_resource("Worker")).value().at("Description") ==
          "for everybody");
    CHECK(shop.outputs().value().size() == 2);
    REQUIRE(shop.parameters().size() == 2);
    CHECK(shop.parameters()[0].value == "prod");
  }

  TEST_CASE("the same template in JSON") {
    const Evaluation shop = evaluate(R"({
  "Resources": {
    "Orders": {"Type": "AWS::SQS::Queue", "Properties": {
      "QueueName": {"Fn::Sub": "${AWS::StackName}-\ud83c\udf69\u00e9\n\/"},
      "Tags": [{"Key": "a", "Value": {"Fn::GetAtt": ["Dead", "Arn"]}}]}},
    "Dead": {"Type": "AWS::SQS::Queue"}
  }
})")
                                .value();
    const Resource& orders = *shop.source().find_resource("Orders");
    CHECK(orders.place == Place{.line = 3, .column = 5});
    CHECK(shop.properties(orders).value() ==
          Json({{"QueueName", "shop-\xf0\x9f\x8d\xa9\xc3\xa9\n/"},
                {"Tags", {{{"Key", "a"}, {"Value", "Dead.Arn"}}}}}));
    CHECK(place_at(orders.properties, "/Tags/0/Value").line == 5);
    CHECK(order_of(shop) == std::vector<std::string>{"Dead", "Orders"});
  }

  TEST_CASE("scalars without quotes are what YAML 1.1 makes of them, but account ids and dates") {
    const Node node = read_node("{\"a\": 1}", "").value();
    CHECK(to_json(node) == Json({{"a", 1}}));
    const Node yaml = read_node(R"(number: 30
real: 1.50
text: "30"
yes: yes
off: Off
account: 012345678901
date: 2012-10-17
empty: ""
forced: !!str 12
block: |
  one
  two
)",
                                "")
                          .value();
    CHECK(to_json(yaml) == Json({{"number", 30},
                                 {"real", 1.5},
                                 {"text", "30"},
                                 {"yes", true},
                                 {"off", false},
                                 {"account", "012345678901"},
                                 {"date", "2012-10-17"},
                                 {"empty", ""},
                                 {"forced", "12"},
                                 {"block", "one\ntwo\n"}}));
    CHECK(from_json(to_json(yaml)).text_of("date") == "2012-10-17");
    CHECK(yaml.text_of("real") == "1.50");
  }

  TEST_CASE("aliases stand for their anchors, and << merges") {
    const Node yaml = read_node(R"(base: &base {a: 1, b: 2}
copy: *base
more:
  <<: *base
  b: 3
)",
                                "")
                          .value();
    CHECK(to_json(yaml) == Json({{"base", {{"a", 1}, {"b", 2}}},
                                 {"copy", {{"a", 1}, {"b", 2}}},
                                 {"more", {{"a", 1}, {"b", 3}}}}));
  }

  TEST_CASE("what would come to too much is refused, and soon") {
    std::string aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
      const std::string n = std::to_string(i);
      const std::string last = "*a" + std::to_string(i - 1);
      aliases += "a" + n + ": &a" + n + " [" + last;
      for (int k = 1; k < 10; ++k) aliases += ", " + last;
      aliases += "]\n";
    }
    const auto message = [](const std::string& text) {
      const auto read = read_node(text, "t.yaml");
      return read ? "" : read.error().message;
    };
    CHECK(message(aliases).find("too many values") != std::string::npos);
    CHECK(message("a: &a [*a]").find("alias") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 60; ++i) deep += "[1, ";
    CHECK(message("a: " + deep + std::string(60, ']')) == "");
    for (int i = 0; i < 60; ++i) deep += "[1, ";
    CHECK(message("a: " + deep + std::string(120, ']')).find("nested too deeply") !=
          std::string::npos);
    CHECK(message("a: " + std::string(100'000, '[')) != "");
    CHECK(message("{\"a\": " + std::string(100'000, '[')).find("nested too deeply") !=
          std::string::npos);
    CHECK(message("a: \"" + std::string(1'000'000, 'a') + "\"").find("may not exceed") !=
          std::string::npos);
    std::string resources = "Resources:\n";
    for (int i = 0; i < 501; ++i) {
      resources += "  R" + std::to_string(i) + ": {Type: AWS::SQS::Queue}\n";
    }
    CHECK(mistake(resources) ==
          "t.yaml:2:3: Template format error: Number of resources, 501, is greater than maximum "
          "allowed, 500 (move some of them into a stack of their own)");
  }

  TEST_CASE("functions that come to too much are refused") {
    std::string text =
        "Parameters: {P: {Type: String}}\nResources:\n  R:\n    Type: A::B::C\n"
        "    Properties: {A: !Sub \"";
    for (int i = 0; i < 3000; ++i) text += "${P}";
    text += "\"}\n";
    CHECK(mistake(text, {{"P", std::string(4096, 'p')}}).find("come to too much") !=
          std::string::npos);
  }
}
