#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cloudformation/language.h"

using namespace emu;
using namespace emu::cloudformation;
using namespace emu::cloudformation::test;

namespace {

struct Mistake {
  std::string text;
  std::string message;  // all of it, after "t.yaml:"
};

constexpr const char* kQueue = "Resources:\n  Q: {Type: AWS::SQS::Queue}\n";

// A queue with a property in line 5, and more below it.
std::string with(const std::string& value, const std::string& more = {}) {
  return "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      A: " + value + "\n" +
         more;
}

void check_mistakes(const std::vector<Mistake>& mistakes) {
  for (const Mistake& each : mistakes) {
    INFO(each.text);
    CHECK(mistake(each.text) == "t.yaml:" + each.message);
  }
}

}  // namespace

// The texts before the parentheses are CloudFormation's.
TEST_SUITE("cloudformation: a template with a mistake names its line and what to write") {
  TEST_CASE("sections") {
    check_mistakes({
        {"",
         "1:1: Template format error: unsupported structure. (the template is empty; it begins "
         "with Resources:)"},
        {"- a\n",
         "1:1: Template format error: unsupported structure. (a template is a map that has "
         "Resources: at its top)"},
        {"Description: nothing\n",
         "1:1: Template format error: At least one Resources member must be defined. (add "
         "Resources:, and below it each resource by its name)"},
        {"Resources: {}\n",
         "1:12: Template format error: At least one Resources member must be defined. (add below "
         "it "
         "a resource: its name, a colon, and its Type on the next line)"},
        {std::string(kQueue) + "Resource:\n  R: {Type: AWS::SQS::Queue}\n",
         "3:1: Invalid template property or properties [Resource] (did you mean Resources?)"},
        {"AWSTemplateFormatVersion: 2012-10-17\n" + std::string(kQueue),
         "1:27: Template format error: Unsupported template format version. (the only one is "
         "\"2010-09-09\")"},
        {"Globals: {Function: {Timeout: 3}}\n" + std::string(kQueue),
         "1:10: Invalid template property or properties [Globals] (it needs Transform: "
         "AWS::Serverless-2016-10-31)"},
        {"Transform: AWS::Serverless-2016-10-32\n" + std::string(kQueue),
         "1:12: No transform named AWS::Serverless-2016-10-32 found. (did you mean "
         "AWS::Serverless-2016-10-31?)"},
        {std::string(kQueue) + "---\nResources: {}\n",
         "3:1: Template format error: unsupported structure. (a template is one document; take "
         "away "
         "what follows ---)"},
        {"Parameters:\n" + std::string(kQueue),
         "1:1: Template format error: [/Parameters] 'null' values are not allowed in templates "
         "(write a value, or leave the key out)"},
    });
  }

  TEST_CASE("form") {
    check_mistakes({
        {"Resources:\n  Q:\n\tType: AWS::SQS::Queue\n",
         "3:2: Template format error: YAML not well-formed. (line 3, column 2) (YAML is indented "
         "with spaces, and this is a tab)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Type: AWS::SNS::Topic\n",
         "4:5: Template format error: the key Type comes twice. (the first is in line 3; take one "
         "of them away)"},
        {"{\"Resources\": {\n  \"Q\": {\"Type\": \"AWS::SQS::Queue\"},\n  \"Q\": {}}}",
         "3:3: Template format error: the key Q comes twice. (the first is in line 2; take one of "
         "them away)"},
        {"{\"Resources\": {\n  \"Q\": {\"Type\": \"AWS::SQS::Queue\",}}}",
         "2:35: Template format error: JSON not well-formed. (line 2, column 35) (no comma stands "
         "before a closing brace)"},
        {"{\"Resources\": {\n  'Q': 1}}",
         "2:3: Template format error: JSON not well-formed. (line 2, column 3) (a key in double "
         "quotes is expected)"},
        {with("!Reff B"),
         "5:10: Template format error: the tag !Reff is not known. (did you mean "
         "!Ref?)"},
        {with("{${Stage}: 1}"),
         "5:12: Template format error: YAML not well-formed. (line 5, column 12) (a text with a "
         "variable in braces needs quotes: \"${Name}\")"},
        {with("{[a]: 1}"),
         "5:11: Template format error: map keys must be strings; received a list instead (a text "
         "with a variable in braces needs quotes: \"${Name}\")"},
    });
  }

  TEST_CASE("resources") {
    check_mistakes({
        {"Resources:\n  Q:\n    Properties: {A: 1}\n",
         "2:3: Template format error: [/Resources/Q] Every Resources object must contain a Type "
         "member. (add Type: such as AWS::SQS::Queue)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Propertys: {A: 1}\n",
         "4:5: Invalid template resource property 'Propertys' (did you mean Properties?)"},
        {"Resources:\n  my-queue: {Type: AWS::SQS::Queue}\n",
         "2:3: Template format error: Resource name my-queue is non alphanumeric. (letters and "
         "digits only: myqueue)"},
        {"Resources:\n  Q: AWS::SQS::Queue\n",
         "2:3: Template format error: [/Resources/Q] Every Resources member must be an object. "
         "(its "
         "members stand below it, further to the right)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    DependsOn: !Ref B\n",
         "4:16: Template format error: Every DependsOn value must be a string. (write the logical "
         "id alone, without !Ref)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    DependsOn: B\n",
         "2:3: Template format error: Unresolved resource dependencies [B] in the Resources block "
         "of the template (did you mean Q?)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: Keep\n",
         "4:21: Template format error: Unrecognized DeletionPolicy Keep (it can be Delete, Retain, "
         "RetainExceptOnCreate, Snapshot)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: [A]\n",
         "4:17: Template format error: [/Resources/Q] 'Properties' must be an object. (below it "
         "each property stands with its name and a colon)"},
        {"Resources:\n  A: {Type: A::B::C, DependsOn: B}\n  B: {Type: A::B::C, DependsOn: A}\n"
         "  C: {Type: A::B::C, DependsOn: A}\n",
         "2:3: Circular dependency between resources: [A, B] (let one of them name another without "
         "Ref, GetAtt, Sub or DependsOn)"},
        {"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Condition: Test\nConditions:\n"
         "  Prod: !Equals [a, b]\n",
         "2:3: Template format error: Unresolved condition dependencies [Test] in the Resources "
         "block of the template (it can be Prod)"},
    });
  }

  TEST_CASE("references and functions") {
    check_mistakes({
        {with("!Ref Orders", "  Order: {Type: AWS::SQS::Queue}\n"),
         "5:10: Template format error: Unresolved resource dependencies [Orders] in the Resources "
         "block of the template (did you mean Order?)"},
        {with("!GetAtt Dead.Arn"),
         "5:10: Template error: instance of Fn::GetAtt references undefined resource Dead (add a "
         "resource Dead)"},
        {with("!GetAtt Q"),
         "5:10: Template error: every Fn::GetAtt object requires two non-empty "
         "parameters, the resource name and the resource attribute (write "
         "!GetAtt LogicalId.Attribute)"},
        {with("!Sub \"${Stage}-q\""),
         "5:10: Template format error: Unresolved resource dependencies [Stage] in the Resources "
         "block of the template (add a resource or a parameter Stage)"},
        {with("!Sub \"${Dead.Arn}\""),
         "5:10: Template error: instance of Fn::Sub references invalid resource attribute Dead.Arn "
         "(add a resource Dead)"},
        {with("!Sub \"${a b}\""),
         "5:10: Template error: variable names in Fn::Sub syntax must contain only alphanumeric "
         "characters, underscores, periods, and colons (${!Name} stands for the text ${Name})"},
        {with("!Join [a, b]"),
         "5:10: Template error: every Fn::Join object requires two parameters, (1) a string "
         "delimiter and (2) a list of strings to be joined or a function that returns a list of "
         "strings (such as Fn::GetAZs) to be joined. (write !Join [\"-\", [a, b]])"},
        {with("!Select [2, [a, b]]"),
         "5:19: Template error: Fn::Select  cannot select nonexistent value at index 2 (the list "
         "has 2 values, the first at index 0)"},
        {with("!FindInMap [Sizes, a, b]", "Mappings: {Size: {a: {b: 1}}}\n"),
         "5:22: Template error: Mapping named 'Sizes' is not present in the 'Mappings' section of "
         "template. (did you mean Size?)"},
        {with("!FindInMap [Size, a, c]", "Mappings: {Size: {a: {b: 1}}}\n"),
         "5:10: Template error: Unable to get mapping for Size::a::c (add the key a with c to the "
         "mapping Size)"},
        {with("!If [Prod, a]"),
         "5:10: Template error: Fn::If requires a list argument with the first element being a "
         "condition (write !If [ConditionName, value, other])"},
        {with("!If [Prod, a, b]"),
         "5:15: Template format error: Unresolved condition dependencies [Prod] in the Resources "
         "block of the template (add Conditions: with Prod in it)"},
        {with("{Fn::Subb: a}"),
         "5:11: Template error: Unsupported function: Fn::Subb. (did you mean Fn::Sub?)"},
        {with("{Fn::Transform: {Name: AWS::Include}}"),
         "5:11: Template error: Fn::Transform runs no macros here. (write what the macro would "
         "make; of transforms there are AWS::Serverless-2016-10-31 and AWS::LanguageExtensions)"},
        {with("!Cidr [10.0.0.0/30, 2, 8]"),
         "5:10: Template error: Fn::Cidr cannot cut 2 blocks of 8 bits out of 10.0.0.0/30 (an IPv4 "
         "block such as 10.0.0.0/16, at most 256 blocks, and bits that fit into it)"},
        {with("!Equals [a, b]"),
         "5:10: Template error: Fn::Equals can only be used in the Conditions block. (give the "
         "condition a name there, and write !If [Name, value, other])"},
    });
  }

  TEST_CASE("parameters, mappings, conditions and outputs") {
    const std::string queue = kQueue;
    check_mistakes({
        {"Parameters:\n  P: {Default: a}\n" + queue,
         "2:3: Template format error: [/Parameters/P] Every Parameters object must contain a Type "
         "member. (add Type: String)"},
        {"Parameters:\n  P: {Type: string}\n" + queue,
         "2:13: Template format error: Unrecognized parameter type: string (did you mean String?)"},
        {"Parameters:\n  P: {Type: String, Default: c, AllowedValues: [a, b]}\n" + queue,
         "2:30: Template format error: Parameter 'P' must be one of AllowedValues (correct the "
         "default or the constraint)"},
        {"Parameters:\n  P: {Type: String, Min: 3}\n" + queue,
         "2:21: Invalid template parameter property 'Min' (it can be Type, Default, Description, "
         "NoEcho, AllowedValues, AllowedPattern, MinValue, MaxValue, MinLength, MaxLength, "
         "ConstraintDescription)"},
        {"Parameters:\n  P: {Type: String}\n" + queue,
         "2:3: Parameters: [P] must have values (give a value, or add a Default to the parameter)"},
        {"Mappings: {M: {a: b}}\n" + queue,
         "1:16: Template format error: [/Mappings/M/a] Every Mappings attribute must be a map. (a "
         "mapping has two levels of keys: {Key: {Attribute: value}})"},
        {"Conditions:\n  C: {Fn::If: [a, b, c]}\n" + queue,
         "2:3: Template format error: [/Conditions/C] Every Conditions member must be an Fn::And, "
         "Fn::Equals, Fn::Not or Fn::Or. (write !Equals [!Ref Stage, prod])"},
        {"Conditions:\n  C: !Equals [!Ref Q, a]\n" + queue,
         "2:15: Template format error: Unresolved dependencies [Q]. Cannot reference resources in "
         "the Conditions block of the template (add Parameters: and refer to one)"},
        {"Conditions:\n  C: !Not [!Condition D]\n  D: !Not [!Condition C]\n" + queue,
         "3:12: Template format error: Circular dependency between conditions: [C, D] (a condition "
         "cannot need itself)"},
        {queue + "Outputs:\n  O: {Description: a}\n",
         "4:3: Template format error: [/Outputs/O] Every Outputs member must contain a Value "
         "object "
         "(add Value: !Ref LogicalId)"},
        {queue + "Outputs:\n  O: {Value: [a]}\n",
         "4:14: Template format error: Output O is malformed. The Value field of every Outputs "
         "member must evaluate to a String. (write one text, or a function such as !Ref)"},
        {queue + "Outputs:\n  O: {Value: !Ref R}\n",
         "4:14: Template format error: Unresolved resource dependencies [R] in the Outputs block "
         "of "
         "the template (did you mean Q?)"},
    });
  }

  TEST_CASE("a template without a file, as the API takes it, has CloudFormation's text alone") {
    CHECK(read_template("Resources: {Q: {}}").error().message ==
          "Template format error: [/Resources/Q] Every Resources object must contain a Type "
          "member.");
  }
}

// "CloudFormation template Parameters syntax".
TEST_SUITE("cloudformation: values of parameters") {
  TEST_CASE("a value against a constraint is refused") {
    struct Case {
      std::string parameter;
      std::string value;
      std::string problem;
    };
    const std::vector<Case> cases = {
        {"{Type: String, AllowedValues: [a]}", "b", "Parameter 'P' must be one of AllowedValues"},
        {"{Type: String, AllowedPattern: \"[a-z]+\"}", "a1",
         "Parameter 'P' must match pattern "
         "[a-z]+"},
        {"{Type: String, AllowedPattern: \"[a-z]+\", ConstraintDescription: small letters only}",
         "A", "Parameter P failed to satisfy constraint: small letters only"},
        {"{Type: String, MinLength: 3}", "ab", "Parameter 'P' must contain at least 3 characters"},
        {"{Type: String, MaxLength: 1}", "ab", "Parameter 'P' must contain at most 1 characters"},
        {"{Type: Number, MinValue: 3}", "2", "Parameter 'P' must be a number not less than 3"},
        {"{Type: Number, MaxValue: 3}", "4", "Parameter 'P' must be a number not greater than 3"},
        {"{Type: Number}", "many", "Parameter 'P' must be a number."},
        {"{Type: List<Number>, MaxValue: 3}", "1, 4",
         "Parameter 'P' must be a number not greater "
         "than 3"},
        {"{Type: CommaDelimitedList, AllowedValues: [a, b]}", "a,c",
         "Parameter 'P' must be one of AllowedValues"},
        {"{Type: String}", std::string(4097, 'a'),
         "Parameter 'P' must contain at most 4096 "
         "characters"},
    };
    for (const Case& each : cases) {
      INFO(each.parameter);
      const auto message =
          mistake("Parameters:\n  P: " + each.parameter + "\n" + kQueue, {{"P", each.value}});
      CHECK(message.find("t.yaml:2:3: " + each.problem + " (the value is") == 0);
    }
    CHECK(mistake(kQueue, {{"X", "1"}, {"Y", "1"}}) ==
          "t.yaml: Parameters: [X, Y] do not exist in the template (leave them out, or add them to "
          "Parameters)");
  }

  TEST_CASE("secrets are not shown, and parameters of the store are fetched") {
    const Template read = read_template(
                              "Parameters:\n  S: {Type: String, NoEcho: true}\n"
                              "  A: {Type: AWS::SSM::Parameter::Value<List<String>>, "
                              "Default: /a}\n" +
                              with("[!Ref S, !Select [1, !Ref A]]"))
                              .value();
    Surroundings outside = surroundings();
    outside.ssm_parameter = [](std::string_view name) {
      return Result<std::string>("x," + std::string(name));
    };
    const auto evaluation =
        Evaluation::start(read, {{"S", "secret"}}, pseudo(), std::move(outside)).value();
    CHECK(evaluation.parameters()[0].value == "****");
    CHECK(evaluation.parameters()[1].value == "/a");
    CHECK(evaluation.parameters()[1].resolved_value == "x,/a");
    CHECK(evaluation.properties(evaluation.source().resources[0]).value() ==
          Json({{"A", {"secret", "/a"}}}));
  }

  TEST_CASE("what a condition leaves out can be needed no more") {
    const std::string text =
        "Conditions: {Never: !Equals [a, b]}\nResources:\n"
        "  L: {Type: A::B::C, Condition: Never}\n"
        "  R: {Type: A::B::C, DependsOn: L, Properties: {A: !If [Never, !Ref L, b]}}\n";
    CHECK(mistake(text) == "");
    CHECK(mistake(text + "  S:\n    Type: A::B::C\n    Properties: {A: !Ref L}\n") ==
          "t.yaml:7:21: Template format error: Unresolved resource dependencies [L] in the "
          "Resources block of the template (the condition of L does not hold; write !If [Never, …, "
          "!Ref AWS::NoValue])");
  }
}
