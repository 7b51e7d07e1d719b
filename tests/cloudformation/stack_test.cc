// How stacks are made, taken back and removed: AWS CloudFormation User Guide, "Stack status codes"
// and "Choose how to handle failures when provisioning resources".
#include <emu/dynamodb.h>
#include <emu/sqs.h>

#include "cloudformation/stack_fixture.h"

namespace emu::cloudformation {
namespace {

constexpr const char* kQueues = R"(
Parameters:
  Delay: {Type: Number, Default: 5}
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: !Ref Delay
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Lost.Arn, maxReceiveCount: 3}
  Lost:
    Type: AWS::SQS::Queue
    Properties: {QueueName: lost}
Outputs:
  Url: {Value: !Ref Orders}
  Name: {Value: !GetAtt Orders.QueueName}
)";

TEST_SUITE("cloudformation: stacks") {
  TEST_CASE_FIXTURE(StackFixture, "a template becomes resources, and goes with its stack") {
    const Stack stack = deploy(kQueues).value();
    CHECK(stack.stack_status == "CREATE_COMPLETE");
    const std::string url = output_of(stack, "Url");
    const auto attributes =
        aws.send(sqs::GetQueueAttributes{.queue_url = url, .attribute_names = {"All"}}).value();
    CHECK(attributes.attributes.at("DelaySeconds") == "5");
    CHECK(contains(attributes.attributes.at("RedrivePolicy"), ":lost"));

    CHECK(delete_stack(cloud, "shop").ok());
    CHECK(!find_stack(cloud, "shop"));
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.empty());
    CHECK(delete_stack(cloud, "shop").ok());
  }

  TEST_CASE_FIXTURE(StackFixture, "names are made of the stack's, the logical id and chance") {
    const std::string name = output_of(deploy(kQueues).value(), "Name");
    CHECK(name.starts_with("shop-Orders-"));
    CHECK(name.size() == std::string("shop-Orders-").size() + 13);
    StackFixture again;
    CHECK(output_of(again.deploy(kQueues).value(), "Name") == name);
  }

  TEST_CASE_FIXTURE(StackFixture, "what is needed comes first, and every step is an event") {
    const std::vector<std::string> expected = {
        "shop CREATE_IN_PROGRESS: User Initiated",
        "Lost CREATE_IN_PROGRESS",
        "Lost CREATE_IN_PROGRESS: Resource creation Initiated",
        "Lost CREATE_COMPLETE",
        "Orders CREATE_IN_PROGRESS",
        "Orders CREATE_IN_PROGRESS: Resource creation Initiated",
        "Orders CREATE_COMPLETE",
        "shop CREATE_COMPLETE"};
    CHECK(lines_of(deploy(kQueues).value()) == expected);
  }

  TEST_CASE_FIXTURE(StackFixture, "a resource that fails takes back what was made") {
    const auto failed = deploy(R"(Resources:
  Good: {Type: AWS::SQS::Queue}
  Bad:
    Type: AWS::SQS::Queue
    DependsOn: Good
    Properties: {DelaySeconds: 901}
)");
    REQUIRE(!failed);
    CHECK(failed.error().code == kStackFailed);
    CHECK(contains(failed.error().message, "template.yaml:3:3: Bad (AWS::SQS::Queue): "));
    CHECK(contains(failed.error().message, "Service: Sqs, Status Code: 400"));
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.empty());

    const Stack stack = find();
    CHECK(stack.stack_status == "ROLLBACK_COMPLETE");
    const auto lines = lines_of(stack);
    CHECK(std::count(lines.begin(), lines.end(),
                     "shop ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: "
                     "[Bad]. Rollback requested by user.") == 1);
    CHECK(std::count(lines.begin(), lines.end(), "Good DELETE_COMPLETE") == 1);
    CHECK(resource_of(stack, "Bad").resource_status == "CREATE_FAILED");

    // Such a stack is made anew.
    CHECK(deploy(kQueues).value().stack_status == "CREATE_COMPLETE");
  }

  TEST_CASE_FIXTURE(StackFixture, "a property that is not known is named with its resource") {
    struct Case {
      const char* properties;
      const char* reason;
    };
    for (const Case& each : {
             Case{"{Delay: 5}", "Encountered unsupported property Delay"},
             Case{"{QueueName: [a]}", "Value of property QueueName must be of type String"},
             Case{"{Tags: none}", "Value of property Tags must be of type List"},
             Case{"{Tags: [{Name: a}]}", "Encountered unsupported property Name"},
             Case{"{FifoQueue: perhaps}", "Value of property FifoQueue must be of type Boolean"},
             Case{"{RedrivePolicy: [1]}", "Value of property RedrivePolicy must be an object"},
         }) {
      CAPTURE(each.properties);
      const auto failed = deploy(std::string("Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n"
                                             "    Properties: ") +
                                 each.properties + "\n");
      REQUIRE(!failed);
      CHECK(failed.error().message ==
            std::string("template.yaml:2:3: Orders (AWS::SQS::Queue): ") + each.reason);
    }
  }

  TEST_CASE_FIXTURE(StackFixture, "an unknown type is refused with its line, or left out") {
    const std::string text = R"(Resources:
  Orders:
    Type: AWS::SQS::Queue
  Cluster:
    Type: AWS::EKS::Cluster
Outputs:
  Cluster: {Value: !Ref Cluster}
)";
    const auto refused = deploy(text);
    REQUIRE(!refused);
    CHECK(contains(refused.error().message,
                   "template.yaml:5:11: Template format error: Unrecognized resource types: "
                   "[AWS::EKS::Cluster]"));
    CHECK(!find_stack(cloud, "shop"));
    const Stack stack =
        deploy_template(cloud,
                        {.template_body = text, .stack_name = "shop", .skip_unknown_types = true})
            .value();
    CHECK(output_of(stack, "Cluster") == "Cluster");
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.size() == 1);
    CHECK(delete_stack(cloud, "shop").ok());
  }

  TEST_CASE_FIXTURE(StackFixture, "what is to be retained outlives its stack") {
    deploy(R"(Resources:
  Kept: {Type: AWS::SQS::Queue, DeletionPolicy: Retain, Properties: {QueueName: kept}}
  Gone: {Type: AWS::SQS::Queue}
)")
        .value();
    CHECK(delete_stack(cloud, "shop").ok());
    const auto left = aws.send(sqs::ListQueues{}).value().queue_urls;
    REQUIRE(left.size() == 1);
    CHECK(left.front().ends_with("/kept"));
  }

  TEST_CASE_FIXTURE(StackFixture, "a name that is in use is not taken over") {
    aws.send(sqs::CreateQueue{.queue_name = "lost"}).value();
    const auto failed = deploy(kQueues);
    REQUIRE(!failed);
    CHECK(contains(failed.error().message, "lost already exists in stack arn:aws:cloudformation"));
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.size() == 1);
  }

  TEST_CASE_FIXTURE(StackFixture, "a stack imports what another exports, which then has to stay") {
    const char* exporting = R"(Resources:
  Orders: {Type: AWS::SQS::Queue}
Outputs:
  Url: {Value: !Ref Orders, Export: {Name: orders-url}}
)";
    const Stack first = deploy(exporting, "first").value();
    const auto twice = deploy(exporting, "twice");
    REQUIRE(!twice);
    CHECK(contains(twice.error().message,
                   "Export with name orders-url is already exported by stack first"));
    const char* importing = R"(Resources:
  Note: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !ImportValue orders-url}}
Outputs:
  Url: {Value: !GetAtt Note.Value}
)";
    CHECK(output_of(deploy(importing, "second").value(), "Url") == output_of(first, "Url"));
    const Status refused = delete_stack(cloud, "first");
    REQUIRE(!refused);
    CHECK(refused.error().message ==
          "Export orders-url cannot be deleted as it is in use by second");
    CHECK(delete_stack(cloud, "second").ok());
    CHECK(delete_stack(cloud, "first").ok());
  }

  TEST_CASE_FIXTURE(StackFixture, "a bad name, and a missing attribute, are refused") {
    CHECK(contains(deploy(kQueues, "1st").error().message, "[a-zA-Z][-a-zA-Z0-9]*"));
    const auto failed = deploy(R"(Resources:
  Orders: {Type: AWS::SQS::Queue}
Outputs:
  Colour: {Value: !GetAtt Orders.Colour}
)");
    REQUIRE(!failed);
    CHECK(contains(failed.error().message,
                   "resource Orders does not support attribute type Colour in Fn::GetAtt"));
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.empty());
  }

  TEST_CASE_FIXTURE(StackFixture, "a reset forgets stacks") {
    deploy(kQueues).value();
    cloud.reset();
    CHECK(all_stacks(cloud).empty());
  }
}

}  // namespace
}  // namespace emu::cloudformation
