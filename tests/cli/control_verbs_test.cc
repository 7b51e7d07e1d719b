#include <doctest/doctest.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "cli/program.h"
#include "cli/served.h"

namespace emu::cli {
namespace {

TEST_SUITE("cli: the verbs that steer a server") {
  TEST_CASE("the clock of a server is read and moved") {
    const Served served({"--clock", "held"});
    const Folder folder;
    const auto run = [&](const std::string& arguments) {
      return folder.shell("emu clock " + arguments + " --url " + served.url());
    };
    CHECK(run("set 2050-01-01T00:00:00Z").out == "2050-01-01T00:00:00.000Z, held\n");
    CHECK(run("advance 36s").out == "2050-01-01T00:00:36.000Z, held\n");
    CHECK(run("").out == "2050-01-01T00:00:36.000Z, held\n");
    CHECK(run("show").out == "2050-01-01T00:00:36.000Z, held\n");
    CHECK(has(run("scale 60").out, ", held"));
    CHECK(has(run("resume").out, ", x60\n"));
    CHECK(has(run("hold").out, ", held\n"));

    const Ran refused = run("advance 36");
    CHECK(refused.code == 1);
    CHECK(has(refused.err, "36s, 1.5s, 10min or 12h"));
    CHECK(run("advance").code == 2);
    CHECK(run("hold 5s").code == 2);
    CHECK(run("scale fast").code == 1);
    CHECK(has(run("back").err, "the clock has no 'back'"));
  }

  TEST_CASE("on a held clock a long poll waits until another shell lets time pass") {
    const Served served({"--clock", "held"});
    const Folder folder;
    httplib::Client client(served.url());
    const auto call = [&](const char* operation, const std::string& body) {
      return client.Post("/", {{"X-Amz-Target", std::string("AmazonSQS.") + operation}}, body,
                         "application/x-amz-json-1.0");
    };
    REQUIRE(call("CreateQueue", R"({"QueueName":"orders"})"));
    std::atomic<bool> is_answered = false;
    std::thread poll([&] {
      httplib::Client other(served.url());
      other.set_read_timeout(std::chrono::minutes(1));
      const auto answer = other.Post(
          "/", {{"X-Amz-Target", "AmazonSQS.ReceiveMessage"}},
          R"({"QueueUrl":")" + served.url() + R"(/000000000000/orders","WaitTimeSeconds":20})",
          "application/x-amz-json-1.0");
      is_answered = answer && answer->status == 200;
    });
    // Whether the poll has begun nobody can see from here, so the time is let pass until it ends.
    int advances = 0;
    while (!is_answered && ++advances < 500) {
      CHECK(folder.shell("emu clock advance 20s --url " + served.url()).code == 0);
    }
    poll.join();
    CHECK(is_answered);
    CHECK(advances > 0);
  }

  TEST_CASE("a server is waited for, asked for its status and reset") {
    const Served served({});
    const Folder folder;
    const std::string url = " --url " + served.url();
    CHECK(folder.shell("emu wait" + url).code == 0);
    const Ran status = folder.shell("emu status" + url);
    CHECK(status.code == 0);
    CHECK(has(status.out, " at " + served.url()));
    CHECK(has(status.out, "dynamodb"));
    CHECK(folder.shell("emu reset" + url).code == 0);
    CHECK(folder.shell("emu reset --account 111111111111" + url).code == 0);
    // As from a variable that is not set: not everything is forgotten by mistake.
    CHECK(folder.shell("emu reset --account ''" + url).code == 1);
  }

  TEST_CASE("calls to a server are made to fail") {
    const Served served({});
    const Folder folder;
    const auto run = [&](const std::string& arguments) {
      return folder.shell("emu fault " + arguments + " --url " + served.url());
    };
    CHECK(run("add --operation UpdateItem --calls 2 --error ThrottlingException").out ==
          "   1  any service UpdateItem: ThrottlingException, call 2  (matched 0, injected 0)\n");
    CHECK(has(run("add --service sqs --calls 3-5 --chance 10% --lose-answer").out,
              "   2  sqs: answer lost, 10/100, calls 3 to 5"));
    CHECK(has(run("list").out, "   1  any service"));
    CHECK(has(run("").out, "   2  sqs"));
    CHECK(run("delete 1").code == 0);
    CHECK_FALSE(has(run("list").out, "   1  "));
    CHECK(run("delete 1").code == 1);
    CHECK(run("delete --all").code == 0);
    CHECK(run("list").out.empty());
    CHECK(has(run("add --operation SendMesage --error X").err, "no service has an operation"));
    CHECK(run("delete").code == 2);
    CHECK(run("delete one").code == 2);
    CHECK(has(run("end 1").err, "there is add, list, delete"));
  }

  TEST_CASE("the server is found by the environment") {
    const Served served({});
    const Folder folder;
    CHECK(folder.shell("EMU_URL=" + served.url() + " emu status").code == 0);
    CHECK(folder.shell("AWS_ENDPOINT_URL=" + served.url() + " emu status").code == 0);
  }

  TEST_CASE("where no server answers, it says so") {
    const Folder folder;
    for (const char* command : {"status", "clock", "reset", "wait --timeout 0"}) {
      INFO(command);
      const Ran ran = folder.shell(std::string("emu ") + command + " --url http://127.0.0.1:1");
      CHECK(ran.code == 1);
      CHECK(has(ran.err, "no emu answers at http://127.0.0.1:1"));
      CHECK(has(ran.err, "`emu serve` starts one"));
    }
    CHECK(folder.shell("emu status --url nonsense").code == 2);
    CHECK(folder.shell("emu wait --timeout soon").code == 2);
    CHECK(folder.shell("emu status now").code == 2);
    CHECK(folder.shell("emu clock --help").code == 0);
  }
}

}  // namespace
}  // namespace emu::cli
