// AWS CloudFormation User Guide, "Understand update behaviors of stack resources".
#include <emu/sqs.h>
#include <emu/ssm.h>

#include "cloudformation/stack_fixture.h"

namespace emu::cloudformation {
namespace {

std::string queue_template(const std::string& properties, const std::string& more = "") {
  return "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties: " + properties + "\n" +
         more;
}

TEST_SUITE("cloudformation: updates") {
  TEST_CASE_FIXTURE(StackFixture, "what has changed is changed where it is, and nothing else") {
    const std::string more = "  Lost: {Type: AWS::SQS::Queue}\n";
    const Stack before = deploy(queue_template("{DelaySeconds: 5}", more)).value();
    const Stack after = deploy(queue_template("{DelaySeconds: 6}", more)).value();
    CHECK(after.stack_status == "UPDATE_COMPLETE");
    CHECK(after.stack_id == before.stack_id);
    CHECK(resource_of(after, "Orders").resource_status == "UPDATE_COMPLETE");
    CHECK(resource_of(after, "Lost").resource_status == "CREATE_COMPLETE");
    const std::string& url = resource_of(before, "Orders").physical_resource_id;
    CHECK(resource_of(after, "Orders").physical_resource_id == url);
    CHECK(aws.send(sqs::GetQueueAttributes{.queue_url = url, .attribute_names = {"All"}})
              .value()
              .attributes.at("DelaySeconds") == "6");
  }

  TEST_CASE_FIXTURE(StackFixture, "what cannot be changed is made anew, and the old one goes") {
    deploy(queue_template("{QueueName: first}")).value();
    const Stack after = deploy(queue_template("{QueueName: second}")).value();
    CHECK(resource_of(after, "Orders").physical_resource_id.ends_with("/second"));
    const auto left = aws.send(sqs::ListQueues{}).value().queue_urls;
    REQUIRE(left.size() == 1);
    CHECK(left.front().ends_with("/second"));
  }

  TEST_CASE_FIXTURE(StackFixture, "resources come and go") {
    deploy(queue_template("{}", "  Lost: {Type: AWS::SQS::Queue}\n")).value();
    const Stack after = deploy(queue_template("{}", "  Found: {Type: AWS::SQS::Queue}\n")).value();
    CHECK(after.resources.size() == 2);
    CHECK(resource_of(after, "Found").resource_status == "CREATE_COMPLETE");
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.size() == 2);
  }

  TEST_CASE_FIXTURE(StackFixture, "an update that fails leaves all as it was") {
    const std::string note =
        "  Note:\n    Type: AWS::SSM::Parameter\n    DependsOn: Orders\n"
        "    Properties: {Name: note, Type: String, Value: old}\n";
    const Stack before = deploy(queue_template("{DelaySeconds: 5}", note)).value();
    const auto failed = deploy(
        queue_template("{DelaySeconds: 6}",
                       "  Found: {Type: AWS::SQS::Queue}\n"
                       "  Note:\n    Type: AWS::SSM::Parameter\n    DependsOn: [Orders, Found]\n"
                       "    Properties: {Name: note, Type: String, Value: new, Tier: Golden}\n"));
    REQUIRE(!failed);
    CHECK(contains(failed.error().message, "Note (AWS::SSM::Parameter): "));
    const Stack after = find();
    CHECK(after.stack_status == "UPDATE_ROLLBACK_COMPLETE");
    CHECK(after.resources.size() == 2);
    const std::string& url = resource_of(before, "Orders").physical_resource_id;
    CHECK(aws.send(sqs::GetQueueAttributes{.queue_url = url, .attribute_names = {"All"}})
              .value()
              .attributes.at("DelaySeconds") == "5");
    CHECK(aws.send(ssm::GetParameter{.name = "note"}).value().parameter->value == "old");
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.size() == 1);
  }
}

}  // namespace
}  // namespace emu::cloudformation
