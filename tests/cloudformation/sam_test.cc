#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cloudformation/language.h"
#include "support/paths.h"

using namespace emu;
using namespace emu::cloudformation;
using namespace emu::cloudformation::test;

namespace {

std::string sam_file(const std::string& name) {
  std::ifstream in(emu::test::source_dir() + "/tests/cloudformation/sam/" + name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// A SAM template with a function's further properties from line 6 on.
std::string function_with(const std::string& lines) {
  return "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n"
         "    Type: AWS::Serverless::Function\n    Properties:\n" +
         lines;
}

}  // namespace

// "AWS SAM generated CloudFormation resources", and the pages of its resources and events.
TEST_SUITE("cloudformation: SAM") {
  TEST_CASE("a template with every feature becomes the plain one") {
    const Template read = read_template(sam_file("every_feature.yaml"), "every.yaml").value();
    const Template plain = transform(read, {}).value();
    const Json expected = Json::parse(sam_file("every_feature.json"));
    const Json made = to_json(plain.root);
    for (const auto& [id, resource] : made.at("Resources").items()) {
      INFO(id);
      REQUIRE(expected.at("Resources").contains(id));
      CHECK(resource == expected.at("Resources").at(id));
    }
    CHECK(made == expected);
    CHECK(plain.transforms.empty());
    // What is made lies where the function or its event does, and code where it is given.
    const Resource& worker = *plain.find_resource("Worker");
    CHECK(worker.place.line == 15);
    CHECK(place_at(worker.properties, "/Code").line == 19);
    CHECK(plain.find_resource("WebListPermission")->place.line == 50);
  }

  TEST_CASE("what comes of it has an order and values") {
    const Evaluation evaluation = evaluate(sam_file("every_feature.yaml")).value();
    CHECK(evaluation.creation_order().size() == evaluation.source().resources.size());
    for (const Resource* each : evaluation.creation_order()) {
      CHECK(evaluation.properties(*each).ok());
    }
    const Json role =
        evaluation.properties(*evaluation.source().find_resource("WorkerRole")).value();
    CHECK(role.at("Policies").at(1).at("PolicyName") == "WorkerEventInvokeConfigOnSuccessPolicy");
    CHECK(evaluation.outputs().value().at(0).value == "WorkerAliaslive-id");
    CHECK(evaluate(sam_file("every_feature.yaml"), {{"Stage", "test"}})
              .value()
              .source()
              .find_resource("WorkerAliastest") != nullptr);
  }

  TEST_CASE("a mistake names its line and what to write") {
    const std::string prefix =
        "Invalid Serverless Application Specification document. Number of errors found: 1. "
        "Resource with id [F] is invalid. ";
    struct Case {
      std::string lines;
      std::string place;
      std::string text;
    };
    const std::vector<Case> cases = {
        {"      Handler: a.b\n", "3:3",
         "'InlineCode' or 'CodeUri' must be set. (write CodeUri: with a folder, a zip file or "
         "s3://bucket/key)"},
        {"      CodeUri: .\n      Handlr: a.b\n", "7:7",
         "property Handlr not defined for resource of type AWS::Serverless::Function (did you mean "
         "Handler?)"},
        {"      CodeUri: .\n      Events:\n        Q: {Type: SQSS}\n", "8:9",
         "Event with id [FQ] is invalid. The event type SQSS is not answered. (did you mean SQS?)"},
        {"      CodeUri: .\n      Events:\n        A: {Type: Api}\n", "8:9",
         "Event with id [FA] is invalid. The event type Api is not answered. (write Type: "
         "HttpApi)"},
        {"      CodeUri: .\n      Events:\n        Q: {Type: SQS}\n", "8:9",
         "Event with id [FQ] is invalid. Missing required property 'Queue'. (add Queue: to its "
         "Properties)"},
        {"      CodeUri: .\n      Events:\n        H: {Type: HttpApi, Properties: {Path: /a}}\n",
         "8:9",
         "Event with id [FH] is invalid. Event must define a 'Path' and a 'Method', or neither of "
         "them. (add Method: GET)"},
        {"      CodeUri: .\n      Policies: [SQSPollerPolicy: {Queue: a}]\n", "7:18",
         "Must specify valid parameter values for policy template 'SQSPollerPolicy' (write "
         "SQSPollerPolicy: {QueueName: !Ref LogicalId})"},
        {"      CodeUri: .\n      Policies: [SQSPollPolicy: {QueueName: a}]\n", "7:18",
         "There is no policy template SQSPollPolicy. (did you mean SQSPollerPolicy?)"},
        {"      CodeUri: .\n      FunctionUrlConfig: {Cors: {}}\n", "7:26",
         "AuthType is required to configure function property `FunctionUrlConfig`. Please provide "
         "either AWS_IAM or NONE. (write AuthType: NONE)"},
        {"      CodeUri: .\n      DeadLetterQueue: {Type: SQS}\n", "7:24",
         "'DeadLetterQueue' requires Type and TargetArn properties to be specified. (write {Type: "
         "SQS, TargetArn: !GetAtt Queue.Arn})"},
        {"      CodeUri: .\n  FRole: {Type: AWS::SQS::Queue}\n", "3:3",
         "The logical id FRole, which is made for it, is taken. (give the other resource another "
         "name)"},
        {"      CodeUri: .\n      Events:\n"
         "        S: {Type: S3, Properties: {Bucket: b, Events: a}}\n",
         "8:9",
         "Event with id [FS] is invalid. S3 events must reference an S3 bucket in the same "
         "template. (write Bucket: !Ref with the name of an AWS::S3::Bucket of the template)"},
    };
    for (const Case& each : cases) {
      INFO(each.lines);
      CHECK(mistake(function_with(each.lines)) ==
            "t.yaml:" + each.place + ": " + prefix + each.text);
    }
    CHECK(mistake(function_with("      CodeUri: .\n  G: {Type: AWS::Serverless::Functions}\n"))
              .find("t.yaml:7:13: ") == 0);
    CHECK(mistake("Globals: {Functions: {Timeout: 3}}\n" + function_with("      CodeUri: .\n"))
              .find("t.yaml:1:11: ") == 0);
  }
}
