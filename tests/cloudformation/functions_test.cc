#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "cloudformation/language.h"

using namespace emu;
using namespace emu::cloudformation;
using namespace emu::cloudformation::test;

namespace {

// What a value of a property comes to.
Result<Json> value_of(const std::string& value, const std::string& more = {}) {
  const std::string text = more + R"(
Parameters:
  Name: {Type: String, Default: ann}
  Count: {Type: Number, Default: 1}
  Zones: {Type: CommaDelimitedList, Default: "a, b,c"}
Conditions:
  IsAnn: !Equals [!Ref Name, ann]
  NotAnn: !Not [!Condition IsAnn]
Mappings:
  Map: {ann: {Size: 3, Colors: [red, blue]}}
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Probe:
    Type: AWS::Test::Probe
    Properties:
      Value: )" + value + "\n";
  EMU_TRY(const Evaluation& evaluation, evaluate(text));
  const Resource& probe = *evaluation.source().find_resource("Probe");
  EMU_TRY(const Json& properties, evaluation.properties(probe));
  const auto found = properties.find("Value");
  return found == properties.end() ? Json("left out") : *found;
}

struct FunctionCase {
  std::string value;
  Json expected;
};

void check_functions(const std::vector<FunctionCase>& cases, const std::string& more = {}) {
  for (const FunctionCase& each : cases) {
    INFO(each.value);
    const auto value = value_of(each.value, more);
    if (!value) FAIL_CHECK(value.error().message);
    if (value) CHECK(*value == each.expected);
  }
}

// By the pages of "Intrinsic function reference".
const std::vector<FunctionCase>& functions() {
  static const std::vector<FunctionCase> kFunctions = {
      {"!Ref Name", "ann"},
      {"!Ref Count", "1"},
      {"!Ref Zones", {"a", "b", "c"}},
      {"!Ref Queue", "Queue-id"},
      {"!Ref AWS::Region", "eu-west-1"},
      {"!Ref AWS::AccountId", "111122223333"},
      {"!Ref AWS::Partition", "aws"},
      {"!Ref AWS::URLSuffix", "amazonaws.com"},
      {"!Ref AWS::StackName", "shop"},
      {"!Ref AWS::NotificationARNs", Json::array()},
      {"!Ref AWS::NoValue", "left out"},
      {"[1, !Ref AWS::NoValue, 2]", {1, 2}},
      {"!GetAtt Queue.Arn", "Queue.Arn"},
      {"!GetAtt [Queue, Arn]", "Queue.Arn"},
      {"{Fn::GetAtt: Queue.A.B}", "Queue.A.B"},
      {"!GetAtt [Queue, !Ref Name]", "Queue.ann"},
      {"!Sub \"${Name}/${Queue}/${Queue.A.B}/${AWS::Region}/${!Name}/$Name\"",
       "ann/Queue-id/Queue.A.B/eu-west-1/${Name}/$Name"},
      {"!Sub [\"${Name} and ${Other.Name}\", {Other.Name: !Ref Count}]", "ann and 1"},
      {"!Sub [\"${Name}\", {Name: !Select [1, !Ref Zones]}]", "b"},
      {"!Join [\"-\", [a, 1, true, !Ref Name]]", "a-1-true-ann"},
      {"!Join [\"\", !Ref Zones]", "abc"},
      {"!Split [\"|\", \"a||b\"]", {"a", "", "b"}},
      {"!Split [\",\", !Join [\",\", !Ref Zones]]", {"a", "b", "c"}},
      {"!Select [0, [x, y]]", "x"},
      {"!Select [\"1\", !Ref Zones]", "b"},
      {"!Select [!Ref Count, [x, {y: 1}]]", {{"y", 1}}},
      {"!If [IsAnn, {a: 1}, !Ref AWS::NoValue]", {{"a", 1}}},
      {"!If [NotAnn, 1, 2]", 2},
      {"!If [NotAnn, 1, !Ref AWS::NoValue]", "left out"},
      {"!FindInMap [Map, !Ref Name, Size]", 3},
      {"!FindInMap [Map, ann, Colors]", {"red", "blue"}},
      {"{Fn::Base64: hello}", "aGVsbG8="},
      {"{Fn::Base64: !Sub \"${Name}\"}", "YW5u"},
      {"!Cidr [192.168.0.0/24, 6, 5]",
       {"192.168.0.0/27", "192.168.0.32/27", "192.168.0.64/27", "192.168.0.96/27",
        "192.168.0.128/27", "192.168.0.160/27"}},
      {"!Select [1, !Cidr [10.0.0.0/16, 2]]", "10.0.1.0/24"},
      {"!GetAZs \"\"", {"eu-west-1a", "eu-west-1b", "eu-west-1c"}},
      {"!GetAZs us-east-1", {"us-east-1a", "us-east-1b", "us-east-1c"}},
      {"{Fn::ImportValue: !Sub \"${Name}-vpc\"}", "imported ann-vpc"},
      {"{Ref: Name, Other: 1}", {{"Ref", "Name"}, {"Other", 1}}},
      {"{Condition: {StringEquals: {a: b}}}", {{"Condition", {{"StringEquals", {{"a", "b"}}}}}}},
  };
  return kFunctions;
}

}  // namespace

TEST_SUITE("cloudformation: functions") {
  TEST_CASE("each gives what its page says") { check_functions(functions()); }

  TEST_CASE("the functions of AWS::LanguageExtensions") {
    check_functions(
        {
            {"{Fn::Length: [a, b]}", 2},
            {"{Fn::Length: !Ref Zones}", 3},
            {"{Fn::ToJsonString: {b: !Ref Name, a: [1]}}", R"({"a":[1],"b":"ann"})"},
            {"{Fn::FindInMap: [Map, bob, Size, {DefaultValue: 7}]}", 7},
        },
        "Transform: AWS::LanguageExtensions");
    CHECK(value_of("{Fn::Length: [a]}").error().message.find("add Transform") != std::string::npos);
  }

  TEST_CASE("a loop is written out, with keys and texts") {
    const Evaluation evaluation = evaluate(R"(Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: "a.b,c"}
Resources:
  Fn::ForEach::Queues:
    - Name
    - !Ref Names
    - "Queue&{Name}":
        Type: AWS::SQS::Queue
        Properties: {QueueName: !Ref Name, Label: !Sub "${Name} of ${AWS::Region}"}
  Last: {Type: AWS::SQS::Queue}
)")
                                      .value();
    REQUIRE(evaluation.source().resources.size() == 3);
    CHECK(evaluation.source().resources[0].logical_id == "Queueab");
    CHECK(evaluation.properties(evaluation.source().resources[0]).value() ==
          Json({{"QueueName", "a.b"}, {"Label", "a.b of eu-west-1"}}));
    CHECK(evaluation.source().resources[2].logical_id == "Last");
    CHECK(mistake("Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Q:\n    - N\n"
                  "    - [a, b]\n    - Q: {Type: A::B::C}\n")
              .find("t.yaml:6:7: Template error: every Fn::ForEach: the key Q comes twice") == 0);
  }

  TEST_CASE("conditions are put together of others") {
    const Evaluation evaluation = evaluate(R"(Parameters: {P: {Type: String, Default: a}}
Conditions:
  Both: !And [!Condition A, !Not [!Condition B]]
  A: !Equals [!Ref P, a]
  B: !Equals [b, !Ref P]
  Any: !Or [!Condition B, !Condition A]
  Number: !Equals [1, "1"]
  Same: {Condition: A}
Resources: {Q: {Type: AWS::SQS::Queue}}
)")
                                      .value();
    for (const auto& [name, holds] : {std::pair{"Both", true},
                                      {"A", true},
                                      {"B", false},
                                      {"Any", true},
                                      {"Number", true},
                                      {"Same", true}}) {
      INFO(name);
      CHECK(evaluation.condition(name) == holds);
    }
  }

  TEST_CASE("what stands in double braces is asked for") {
    const Template read = read_template(
                              "Resources:\n  R:\n    Type: A::B::C\n    Properties:\n"
                              "      A: \"x {{resolve:ssm:/a/b:1}} {{resolve:ssm:c}}\"\n")
                              .value();
    Surroundings outside = surroundings();
    outside.dynamic_reference = [](std::string_view service, std::string_view reference) {
      return Result<std::string>("<" + std::string(service) + " " + std::string(reference) + ">");
    };
    const Evaluation evaluation = Evaluation::start(read, {}, pseudo(), std::move(outside)).value();
    CHECK(evaluation.properties(evaluation.source().resources[0]).value().at("A") ==
          "x <ssm /a/b:1> <ssm c>");
  }
}
