// Source: Amazon EventBridge User Guide, "Amazon EventBridge input transformation".
#include <doctest/doctest.h>

#include "eventbridge/support.h"

namespace emu::eventbridge {

namespace {

struct InputFixture : EventFixture {
  Queue queue = create_queue("q");
  std::string rule = put_rule(kShop);

  std::string transformed(const std::string& text,
                          std::map<std::string, std::string> paths = {
                              {"instance", "$.detail.instance-id"}, {"state", "$.detail.state"}}) {
    put_target({.id = "t",
                .arn = queue.arn,
                .input_transformer =
                    InputTransformer{.input_paths_map = std::move(paths), .input_template = text}});
    put_event(R"({"instance-id":"i-0123456789","state":"RUNNING","list":[1,{"a":2}],"q":"a\"b"})");
    const auto got = bodies(queue);
    REQUIRE(got.size() == 1);
    return got[0];
  }
  std::string refused(Target target) {
    return message(aws.send(PutTargets{.rule = "orders", .targets = {std::move(target)}}));
  }
};

}  // namespace

TEST_SUITE("eventbridge: inputs of targets") {
  TEST_CASE_FIXTURE(InputFixture, "a template is filled with parts of the event") {
    CHECK(transformed(R"("instance <instance> is in <state>")") ==
          R"("instance i-0123456789 is in RUNNING")");
    CHECK(transformed(R"({"instance" : <instance>, "state": <state>})") ==
          R"({"instance" : "i-0123456789", "state": "RUNNING"})");
    CHECK(transformed(R"({"instance" : <instance>, "state": "<state>"})") ==
          R"({"instance" : "i-0123456789", "state": "RUNNING"})");
    CHECK(transformed(R"({"state": [9, <state>, true]})") == R"({"state": [9, "RUNNING", true]})");
    CHECK(transformed(R"({"all": <all>, "one": <one>})",
                      {{"all", "$.detail.list"}, {"one", "$.detail.list[1].a"}}) ==
          R"({"all": [1,{"a":2}], "one": 2})");
    CHECK(transformed(R"("<q>: <list>")", {{"q", "$.detail.q"}, {"list", "$.detail.list[*]"}}) ==
          R"("a\"b: [1,{\"a\":2}]")");
    CHECK(transformed(R"("<none>.")", {{"none", "$.detail.none"}}) == R"(".")");
  }

  TEST_CASE_FIXTURE(InputFixture, "names of its own stand for the rule and the whole event") {
    CHECK(transformed(R"({"r": <aws.events.rule-arn>, "n": "<aws.events.rule-name>"})") ==
          R"({"r": ")" + rule + R"(", "n": "orders"})");
    CHECK(transformed("<aws.events.event.ingestion-time>") == R"("2026-01-01T00:00:00Z")");
    CHECK(transformed("<aws.events.event>").find("detail\"") == std::string::npos);
    CHECK(transformed("<aws.events.event.json>").find(R"("detail":{"instance-id")") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(InputFixture, "wrong inputs are refused") {
    CHECK(refused({.id = "t", .arn = queue.arn, .input = "{"}) ==
          "JSON syntax error in input for target t.");
    CHECK(refused({.id = "t", .arn = queue.arn, .input = "{}", .input_path = "$"}) ==
          "Only one of Input, InputPath, or InputTransformer must be provided for target t.");
    CHECK(refused({.id = "t", .arn = queue.arn, .input_path = "detail"}) ==
          "Invalid InputPath for target t.");
    CHECK(refused({.id = "t", .arn = queue.arn, .input_path = "$.a[x]"}) ==
          "Invalid InputPath for target t.");
    CHECK(refused({.id = "t",
                   .arn = queue.arn,
                   .input_transformer = InputTransformer{.input_template = "<x>"}})
              .find("placeholder x") != std::string::npos);
    CHECK(refused({.id = "t",
                   .arn = queue.arn,
                   .input_transformer =
                       InputTransformer{.input_paths_map = {{"AWSx", "$"}}, .input_template = "1"}})
              .find("reserved name") != std::string::npos);
    CHECK(aws.send(ListTargetsByRule{.rule = "orders"}).value().targets.empty());
  }
}

}  // namespace emu::eventbridge
