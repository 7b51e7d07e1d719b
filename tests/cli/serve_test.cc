#include <doctest/doctest.h>
#include <httplib.h>

#include <chrono>
#include <csignal>
#include <string>

#include "cli/program.h"
#include "cli/served.h"

namespace emu::cli {
namespace {

using namespace std::chrono_literals;

httplib::Client client_of(const Served& served) { return httplib::Client(served.url()); }

// The path of a URL of that server.
std::string path_of(const Served& served, const std::string& url) {
  CHECK(url.starts_with(served.url()));
  return url.substr(served.url().size());
}

TEST_SUITE("cli: emu serve") {
  TEST_CASE("it says where it listens, answers, and ends with 0 when it is told to") {
    for (const int signal : {SIGINT, SIGTERM}) {
      Served served({});
      CHECK(has(served.output(), "serves AWS on http://127.0.0.1:"));
      CHECK(has(served.output(), "export AWS_ENDPOINT_URL=" + served.url()));
      auto client = client_of(served);
      const auto health = client.Get("/_emu/health");
      REQUIRE(health);
      CHECK(health->status == 200);
      CHECK(served.stop(signal) == 0);
    }
  }

  TEST_CASE("a scenario's application is deployed, and its page's URLs are the server's") {
    Served served({"--init", kScenarios + "/bus-booking.yaml"});
    CHECK(has(served.output(), "region ap-northeast-2"));
    auto client = client_of(served);
    const auto page = client.Get(path_of(served, served.value_of("website")));
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(has(page->body, served.value_of("http_api")));
    CHECK(has(page->body, served.value_of("stats_url")));
    const auto booked = client.Post(path_of(served, served.value_of("http_api")) + "/api/book-bus",
                                    R"({"passenger":"1"})", "application/json");
    REQUIRE(booked);
    CHECK(booked->status == 200);
    CHECK(booked->body == R"({"status":"queued"})");
    const auto stats = client.Get(path_of(served, served.value_of("stats_url")));
    REQUIRE(stats);
    CHECK(has(stats->body, R"("requests":)"));
    CHECK(served.stop(SIGINT) == 0);
  }

  TEST_CASE("tables take the time to settle that they are told") {
    Served served({"--clock", "held", "--dynamodb-table-step", "500ms"});
    auto client = client_of(served);
    const auto call = [&](const std::string& operation, const std::string& body) {
      const httplib::Headers headers = {
          {"X-Amz-Target", "DynamoDB_20120810." + operation},
          {"X-Amz-Date", "20260101T000000Z"},
          {"Authorization",
           "AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/dynamodb/aws4_request, "
           "SignedHeaders=host, Signature=0"}};
      const auto answer = client.Post("/", headers, body, "application/x-amz-json-1.0");
      REQUIRE(answer);
      return answer->body;
    };
    call("CreateTable", R"({"TableName":"stats","BillingMode":"PAY_PER_REQUEST",
        "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
        "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]})");
    const std::string describe = R"({"TableName":"stats"})";
    CHECK(has(call("DescribeTable", describe), R"("TableStatus":"CREATING")"));
    const Folder folder;
    CHECK(folder.shell("emu clock advance 500ms --url " + served.url()).code == 0);
    CHECK(has(call("DescribeTable", describe), R"("TableStatus":"ACTIVE")"));
    CHECK(folder.shell("emu serve --dynamodb-table-step soon").code == 2);
  }

  TEST_CASE("new buckets have the defaults of 2022 where they are asked for") {
    const Served served({"--s3-bucket-defaults", "2022"});
    auto client = client_of(served);
    const httplib::Headers signed_by_account = {
        {"X-Amz-Date", "20260101T000000Z"},
        {"Authorization",
         "AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/s3/aws4_request, "
         "SignedHeaders=host, Signature=0"}};
    REQUIRE(client.Put("/site", signed_by_account, "", ""));
    httplib::Headers is_public = signed_by_account;
    is_public.emplace("x-amz-acl", "public-read");
    CHECK(client.Put("/site/a", is_public, "hello", "")->status == 200);
    CHECK(client.Get("/site/a")->body == "hello");
    const Folder folder;
    CHECK(folder.shell("emu serve --s3-bucket-defaults 2019").code == 2);
  }

  TEST_CASE("it ends promptly while a client waits for a message that cannot come") {
    Served served({"--clock", "held"});
    auto client = client_of(served);
    const auto call = [&](const char* operation, const std::string& body) {
      return client.Post("/", {{"X-Amz-Target", std::string("AmazonSQS.") + operation}}, body,
                         "application/x-amz-json-1.0");
    };
    REQUIRE(call("CreateQueue", R"({"QueueName":"orders"})"));
    client.set_read_timeout(100ms);
    CHECK_FALSE(call("ReceiveMessage", R"({"QueueUrl":")" + served.url() +
                                           R"(/000000000000/orders","WaitTimeSeconds":20})"));
    const auto begin = std::chrono::steady_clock::now();
    CHECK(served.stop(SIGTERM) == 0);
    CHECK(std::chrono::steady_clock::now() - begin < 10s);
  }

  TEST_CASE("it writes a line for each call, and for what it does not know") {
    const Folder folder;
    for (const std::string format : {"text", "json"}) {
      CAPTURE(format);
      const std::string file = (folder.path() / format).string();
      Served served({"--log", format}, file);
      auto client = client_of(served);
      const auto call = [&](const char* operation) {
        return client.Post("/", {{"X-Amz-Target", std::string("AmazonSQS.") + operation}},
                           R"({"QueueName":"orders"})", "application/x-amz-json-1.0");
      };
      CHECK(call("CreateQueue"));
      CHECK(call("Nonsense"));
      CHECK(served.stop(SIGTERM) == 0);
      const std::string text = text_of(file);
      if (format == "text") {
        CHECK(has(text,
                  " sqs:CreateQueue arn:aws:sqs:us-east-1:000000000000:orders by root -> ok in "));
        CHECK(has(text,
                  " sqs:UnknownOperation AmazonSQS.Nonsense by anonymous -> "
                  "UnknownOperationException in 0 us (answered 4"));
      } else {
        CHECK(has(text, R"("operation":"sqs:CreateQueue",)"
                        R"("resource":"arn:aws:sqs:us-east-1:000000000000:orders",)"));
        CHECK(has(text, R"("outcome":"UnknownOperationException","microseconds":0,)"));
      }
    }
  }

  TEST_CASE("scripts run once it answers, and it is ready when they have ended") {
    const Folder folder;
    const auto write_script = [&](const std::string& name, const std::string& text) {
      fs::permissions(folder.write(name, "#!/bin/sh\n" + text), fs::perms::owner_all);
    };
    write_script("ready.d/10-first.sh",
                 "echo \"$AWS_ENDPOINT_URL $AWS_REGION\" >" + (folder.path() / "out").string());
    write_script("ready.d/20-second.sh", "exit 3");
    folder.write("ready.d/notes.txt", "");
    Served served({"--ready-hook", (folder.path() / "ready.d").string()},
                  (folder.path() / "err").string());
    CHECK(text_of(folder.path() / "out") == served.url() + " us-east-1\n");
    CHECK(has(text_of(folder.path() / "err"), "20-second.sh has failed"));
    auto client = client_of(served);
    const auto init = client.Get("/_localstack/init/ready");
    REQUIRE(init);
    CHECK(init->body == R"({"completed":true,"scripts":[)"
                        R"({"stage":"READY","name":"10-first.sh","state":"SUCCESSFUL"},)"
                        R"({"stage":"READY","name":"20-second.sh","state":"ERROR"}]})"
                        "\n");
    CHECK(served.stop(SIGTERM) == 0);
    CHECK(folder.shell("emu serve --ready-hook nowhere").code == 1);
  }

  TEST_CASE("it ends while a script runs") {
    const Folder folder;
    // It tells that it runs by a file, and ends the server then.
    fs::permissions(folder.write("ready.d/endless.sh", "#!/bin/sh\nkill -TERM $PPID\nsleep 60\n"),
                    fs::perms::owner_all);
    const auto begin = std::chrono::steady_clock::now();
    const Ran ran = folder.shell("emu serve --port 0 --ready-hook ready.d");
    CHECK(ran.code == 0);
    CHECK(std::chrono::steady_clock::now() - begin < 30s);
  }

  TEST_CASE("variables of the environment are options too, after the command line") {
    const Folder folder;
    const auto says = [&](const std::string& variables, const std::string& arguments,
                          const std::string& text) {
      CAPTURE(variables);
      const Ran ran = folder.shell("export " + variables + " && emu serve " + arguments);
      CHECK(ran.code == 2);
      CHECK(has(ran.err, text));
    };
    says("EMU_PORT=4566x", "", "'--port' needs a number from 0 to 65535, not '4566x'");
    says("EMU_TLS=perhaps", "", "the variable EMU_TLS needs 1 or 0, not 'perhaps'");
    says("EMU_PORT=4566x", "--port y", "not 'y'");
    says("EMU_ALLOW_ORIGIN='http://localhost:3000, localhost'", "", "not 'localhost'");
    says("GATEWAY_LISTEN=0.0.0.0:z,0.0.0.0:443", "", "not 'z'");
    says("GATEWAY_LISTEN=0.0.0.0:z EMU_PORT=a", "", "not 'a'");
    says("EXTRA_CORS_ALLOWED_ORIGINS=here", "", "not 'here'");
  }

  TEST_CASE("a port that is taken is said plainly") {
    const Served served({});
    const std::string port = served.url().substr(served.url().rfind(':') + 1);
    const Folder folder;
    const Ran ran = folder.shell("emu serve --port " + port);
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "is in use by another program"));
  }

  TEST_CASE("what AWS refuses to deploy is said, and nothing is served") {
    const Folder folder;
    const Ran ran = folder.shell("emu serve --port 0 --init " + kScenarios + "/bus-trap.yaml");
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "ReceiveMessage"));
    CHECK(ran.out.empty());
  }

  TEST_CASE("wrong use ends with 2 and a hint") {
    const Folder folder;
    const auto refused = [&](const std::string& arguments, const char* part) {
      INFO(arguments);
      const Ran ran = folder.shell("emu serve " + arguments);
      CHECK(ran.code == 2);
      CHECK(has(ran.err, part));
      CHECK(ran.out.empty());
    };
    refused("--port 65536", "'--port' needs a number from 0 to 65535");
    refused("--lambda-processes 1001", "'--lambda-processes' needs a number from 0 to 1000");
    refused("--clock x0", "'--clock' needs real, held or xN");
    refused("--clock fast", "`emu serve --help`");
    refused("--account 12", "'--account' needs 12 digits");
    refused("--seed x", "'--seed' needs a whole number");
    refused("bus.yaml", "given with --init");
    refused("--init none.yaml", "none.yaml");
    const Ran help = folder.shell("emu serve --help");
    CHECK(help.code == 0);
    CHECK(has(help.out, "--verify-signatures"));
    CHECK(has(help.out, "Everything is in memory and ends with the\nprocess"));
  }
}

}  // namespace
}  // namespace emu::cli
