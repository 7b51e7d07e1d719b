// Functions as processes whose time is a simulation's.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/lambda.h>
#include <emu/sqs.h>

#include <chrono>
#include <string>
#include <vector>

#include "runtimes/sim_fixture.h"

namespace emu::test {

namespace {

// What a handler of a case returns, and how much time of the simulation it took.
struct Took {
  std::string answer;
  Duration time;
  bool operator==(const Took&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Took& took) {
  return out << took.answer << " in " << took.time.count() << " us";
}

struct ClockFixture : SimFixture {
  Took python(const std::string& body, const std::string& imports = "import time") {
    return time_of(create(next_name(), imports + "\ndef lambda_handler(event, context):\n" + body));
  }
  Took node(const std::string& body) {
    const std::string text = "exports.handler = async (event, context) => {\n" + body + "\n};";
    return time_of(create(next_name(), text, 60s, "node"));
  }
  std::string next_name() { return "f" + std::to_string(++functions); }
  Took time_of(const std::string& name) {
    const Time before = cloud.now();
    Took took{.answer = answer(name), .time = {}};
    took.time = cloud.now() - before;
    return took;
  }

  int functions = 0;
};

bool has_node() { return has_program("node"); }

}  // namespace

TEST_CASE_FIXTURE(ClockFixture,
                  "a sleep in Python takes its time exactly, and none of the machine's") {
  CHECK(python("    time.sleep(15)\n    return 'slept'") == Took{"\"slept\"", 15s});
}

TEST_CASE_FIXTURE(ClockFixture,
                  "waits of threads and of asyncio in Python take their time exactly") {
  CHECK(python("    begin = time.monotonic()\n"
               "    threading.Event().wait(2.5)\n"
               "    return round(time.monotonic() - begin, 6)",
               "import threading, time") == Took{"2.5", 2500ms});
  CHECK(python("    async def work():\n"
               "        await asyncio.gather(asyncio.sleep(3), asyncio.sleep(1))\n"
               "    asyncio.run(work())\n"
               "    return 'done'",
               "import asyncio") == Took{"\"done\"", 3s});
}

TEST_CASE_FIXTURE(ClockFixture, "timers of Node.js take their time exactly") {
  if (!has_node()) return;
  CHECK(node("const begin = Date.now();\n"
             "await new Promise((resolve) => setTimeout(resolve, 15000));\n"
             "return Date.now() - begin;") == Took{"15000", 15s});
}

// Lambda Developer Guide, "Configure Lambda function timeout".
TEST_CASE_FIXTURE(ClockFixture, "a handler that works for longer than its timeout is ended at it") {
  const std::string name =
      create("slow", "import time\ndef lambda_handler(event, context):\n    time.sleep(15)\n", 6s);
  const Took took = time_of(name);
  CHECK(took.time == 6s);
  CHECK(took.answer.find("Task timed out after 6.00 seconds") != std::string::npos);
  CHECK(time_of(name).time == 6s);
}

TEST_CASE_FIXTURE(ClockFixture, "variables of a function do not lead it out of simulated time") {
  const std::string name =
      create("own", "import time\ndef lambda_handler(event, context):\n    time.sleep(15)\n", 60s);
  aws
      .send(lambda::UpdateFunctionConfiguration{
          .function_name = name,
          .environment = {{.variables = {{"EMU_CLOCK_PAGE", "/nowhere"}, {"LD_PRELOAD", ""}}}}})
      .value();
  CHECK(time_of(name) == Took{"null", 15s});
}

TEST_CASE_FIXTURE(ClockFixture, "the time of day in a process is the simulation's") {
  CHECK(python("    return int(time.time() * 1000)").answer ==
        std::to_string(
            std::chrono::duration_cast<std::chrono::milliseconds>(cloud.now().time_since_epoch())
                .count()));
}

TEST_CASE_FIXTURE(ClockFixture, "a loop until a time has come ends") {
  CHECK(python("    end = time.time() + 1\n"
               "    while time.time() < end: pass\n"
               "    return 'done'")
            .answer == "\"done\"");
}

TEST_CASE_FIXTURE(ClockFixture, "calls in Python reach the account, with waits between them") {
  aws.send(sqs::CreateQueue{.queue_name = "orders"}).value();
  const Took took = python(
      "    sqs = boto3.client('sqs')\n"
      "    url = sqs.get_queue_url(QueueName='orders')['QueueUrl']\n"
      "    sqs.send_message(QueueUrl=url, MessageBody='seat 12A')\n"
      "    time.sleep(1)\n"
      "    got = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20)['Messages']\n"
      "    empty = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=5)\n"
      "    return got[0]['Body'] + str(len(empty.get('Messages', [])))",
      "import boto3, time");
  CHECK(took == Took{"\"seat 12A0\"", 6s});
}

// Lambda Developer Guide, "Using Lambda with Amazon SQS": a message that three invocations have not
// finished goes to the dead-letter queue.
TEST_CASE_FIXTURE(ClockFixture,
                  "a handler that is too slow sends its message to the dead letters") {
  if (!has_node()) return;
  const std::string dead = create_queue("dead");
  const std::string source =
      create_queue("work", {{"VisibilityTimeout", "36"},
                            {"RedrivePolicy", R"({"maxReceiveCount":3,"deadLetterTargetArn":")" +
                                                  queue_arn("dead") + "\"}"}});
  create("consumer",
         "exports.handler = async (event) => {\n"
         "  await new Promise((resolve) => setTimeout(resolve, 15000));\n"
         "  for (const record of event.Records) console.log(record.body);\n"
         "};",
         6s, "node");
  create_mapping({.event_source_arn = queue_arn("work"), .function_name = "consumer"});
  const Time sent = cloud.now();
  send(source, "1");
  REQUIRE(cloud.run_until([&] { return visible(dead) == 1; }, sent + 10min));
  CHECK(cloud.now() - sent == 3 * 36s);
  int timeouts = 0;
  for (const std::string& line : log_lines("consumer")) {
    if (line.find("Task timed out after 6.00 seconds") != std::string::npos) ++timeouts;
  }
  CHECK(timeouts == 3);
}

TEST_CASE_FIXTURE(ClockFixture, "programs that a handler starts live in the same time") {
  const Took took =
      python("    return subprocess.run(['sleep', '2']).returncode", "import subprocess");
  CHECK(took == Took{"0", 2s});
}

namespace {

constexpr const char* kCountTwice = R"(
import boto3
table = boto3.client('dynamodb')
def lambda_handler(event, context):
    for n in range(2):
        table.update_item(TableName='stats', Key={'id': {'S': 'total'}},
            UpdateExpression='ADD requests :one', ExpressionAttributeValues={':one': {'N': '1'}})
    return table.get_item(TableName='stats', Key={'id': {'S': 'total'}})['Item']['requests']['N']
)";

}  // namespace

// botocore, "Retries": it tries again, and waits before it does.
TEST_CASE_FIXTURE(ClockFixture,
                  "faults strike calls of a process, and its retries wait in simulated time") {
  aws.send(dynamodb::CreateTable{
               .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
               .table_name = "stats",
               .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
               .billing_mode = dynamodb::billing_modes::kPayPerRequest})
      .value();
  create("count", kCountTwice);
  SUBCASE("one is refused") {
    const auto fault =
        cloud.fail({.operation = "UpdateItem",
                    .call = 2,
                    .error = Error{.code = "ProvisionedThroughputExceededException"}});
    const Took took = time_of("count");
    CHECK(took.answer == "\"2\"");
    CHECK(took.time > 0s);
    CHECK(took.time < 5s);
    CHECK(fault.counts().injected == 1);
  }
  SUBCASE("the answer to one is lost, although it is done") {
    const auto fault = cloud.fail({.operation = "UpdateItem", .call = 2, .lose_answer = true});
    CHECK(time_of("count").answer.find("RequestTimeout") != std::string::npos);
    CHECK(fault.counts().injected == 1);
    CHECK(time_of("count").answer == "\"4\"");
  }
}

TEST_CASE_FIXTURE(ClockFixture,
                  "a process that ends, or works without end, is told of in AWS's way") {
  const std::string ended = python("    os._exit(3)", "import os").answer;
  CHECK(ended.find("Runtime exited with error: exit status 3") != std::string::npos);
  const std::string stalled = python("    while True: pass").answer;
  CHECK(stalled.find("Emu.Stalled") != std::string::npos);
  const std::string fat = python("    return len(b'x' * (1 << 30))").answer;
  CHECK(fat.find("signal: killed") != std::string::npos);
  CHECK(python("    return 'well'").answer == "\"well\"");
}

}  // namespace emu::test
