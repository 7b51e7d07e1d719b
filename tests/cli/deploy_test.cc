#include <doctest/doctest.h>

#include <csignal>
#include <string>

#include "cli/program.h"
#include "cli/served.h"

namespace emu::cli {
namespace {

constexpr const char* kShop = R"(Parameters:
  Name: {Type: String, Default: orders}
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Ref Name}
Outputs:
  Queue: {Value: !GetAtt Orders.QueueName}
)";

TEST_SUITE("cli: templates") {
  TEST_CASE("a server begins with what a template says") {
    const Folder folder;
    const Served served({"--init", folder.write("shop.yaml", kShop)});
    CHECK(has(served.output(), "Deployed: shop\n"));
    CHECK(served.value_of("Queue") == "orders");
  }

  TEST_CASE("a template is deployed to a server, changed and removed again") {
    const Served served({});
    const Folder folder;
    folder.write("shop.yaml", kShop);
    const auto run = [&](const std::string& arguments) {
      return folder.shell("emu deploy " + arguments + " --url " + served.url());
    };
    const Ran first = run("shop.yaml");
    CHECK(first.code == 0);
    CHECK(first.out.starts_with("shop  CREATE_COMPLETE\n"));
    CHECK(has(first.out, "AWS::SQS::Queue"));
    CHECK(has(run("shop.yaml --parameters Name=later").out, "shop  UPDATE_COMPLETE\n"));
    CHECK(has(run("shop.yaml --stack-name two --parameters Name=other").out, "two  CREATE_"));
    CHECK(run("--delete --stack-name two").out == "two  DELETE_COMPLETE\n");
    const Ran gone = run("--delete --stack-name two");
    CHECK(gone.code == 1);
    CHECK(has(gone.err, "there is no stack 'two'"));
    CHECK(run("shop.yaml --parameters Name").code == 2);
    CHECK(run("").code == 2);
    CHECK(run("nowhere.yaml").code == 1);
  }

  TEST_CASE("a mistake in a template names its line") {
    const Served served({});
    const Folder folder;
    folder.write("shop.yaml", "Resources:\n  Cluster:\n    Type: AWS::EKS::Cluster\n");
    const std::string deploy = "emu deploy shop.yaml --url " + served.url();
    const Ran refused = folder.shell(deploy);
    CHECK(refused.code == 1);
    CHECK(has(refused.err, "shop.yaml:3:11: "));
    CHECK(has(refused.err, "AWS::EKS::Cluster"));
    CHECK(folder.shell(deploy + " --unknown-resources skip").code == 0);
    CHECK(folder.shell(deploy + " --unknown-resources hide").code == 2);
  }

  TEST_CASE("a function beside its template is deployed, invoked, and its log read") {
    const Served served({});
    const Folder folder;
    folder.write("src/index.py",
                 "def handler(event, context):\n  print('seat', event['seat'])\n"
                 "  return {'sold': event['seat']}\n");
    folder.write("event.json", R"({"seat": 12})");
    folder.write("shop.yaml", R"(Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]
  Sell:
    Type: AWS::Lambda::Function
    Properties:
      {Runtime: python3.12, Handler: index.handler, Role: !GetAtt Role.Arn, Code: src/}
)");
    const std::string url = " --url " + served.url();
    const Ran deployed = folder.shell("emu deploy shop.yaml" + url);
    INFO(deployed.err);
    REQUIRE(deployed.code == 0);
    const Ran invoked = folder.shell("emu invoke Sell --event event.json" + url);
    CHECK(invoked.code == 0);
    CHECK(invoked.out == "{\"sold\": 12}\n");
    CHECK(has(invoked.err, "seat 12"));
    CHECK(has(folder.shell("emu logs Sell" + url).out, "seat 12"));
    CHECK(folder.shell("emu invoke Sell" + url).code == 1);
    CHECK(folder.shell("emu invoke Nobody" + url).code == 1);
    CHECK(folder.shell("emu logs Nobody" + url).code == 1);
    CHECK(folder.shell("emu invoke" + url).code == 2);
  }
}

}  // namespace
}  // namespace emu::cli
