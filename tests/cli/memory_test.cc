// What `emu serve` holds in memory: at most what --memory-max says, and little after a reset.
#include <doctest/doctest.h>
#include <httplib.h>
#include <signal.h>

#include <fstream>
#include <string>

#include "cli/program.h"
#include "cli/served.h"

namespace emu::cli {
namespace {

// The sanitizers keep what is freed.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMeasures = false;
#else
constexpr bool kMeasures = true;
#endif

constexpr std::size_t kMiB = std::size_t{1} << 20;

// A line of /proc/PID/status, in bytes.
std::size_t memory_of(pid_t process, const std::string& name) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name + ":")) return std::stoul(line.substr(name.size() + 1)) * 1024;
  }
  return 0;
}

class Client {
 public:
  explicit Client(const Served& served)
      : client_("127.0.0.1", std::stoi(served.url().substr(served.url().rfind(':') + 1))) {
    client_.set_tcp_nodelay(true);
    client_.set_keep_alive(true);
  }

  httplib::Result sqs(const std::string& operation, const std::string& body) {
    return client_.Post("/", {{"X-Amz-Target", "AmazonSQS." + operation}}, body,
                        "application/x-amz-json-1.0");
  }
  void create_queue() { REQUIRE(sqs("CreateQueue", R"({"QueueName":"orders"})")->status == 200); }
  httplib::Result send(const std::string& text) {
    return sqs("SendMessage", R"({"QueueUrl":")" + queue_ + R"(","MessageBody":")" + text + "\"}");
  }
  void purge() { REQUIRE(sqs("PurgeQueue", R"({"QueueUrl":")" + queue_ + "\"}")->status == 200); }
  void reset() { REQUIRE(client_.Post("/_emu/reset")->status == 200); }
  httplib::Result put_object(const std::string& body, const std::string& key = "key") {
    return client_.Put("/bucket/" + key, signature_, body, "text/plain");
  }
  httplib::Result delete_object(const std::string& key) {
    return client_.Delete("/bucket/" + key, signature_);
  }
  void create_bucket() {
    REQUIRE(client_.Put("/bucket", signature_, std::string(), "text/plain")->status == 200);
  }

 private:
  httplib::Client client_;
  // Nobody looks whether it is right.
  const httplib::Headers signature_ = {
      {"Authorization",
       "AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/s3/aws4_request, "
       "SignedHeaders=host;x-amz-date, Signature=" +
           std::string(64, '0')},
      {"X-Amz-Date", "20260101T000000Z"},
      {"X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"}};
  const std::string queue_ = "http://127.0.0.1/000000000000/orders";
};

TEST_SUITE("cli: memory") {
  TEST_CASE("what is full refuses as AWS does callers who are too fast, and takes again") {
    if (!kMeasures) return;
    constexpr std::size_t kBound = 256 * kMiB;
    const Served served({"--memory-max", "256MiB"});
    Client client(served);
    client.create_queue();
    client.create_bucket();
    const std::string text(kMiB - 1024, 'a');
    int sent = 0;
    std::string refusal;
    for (; sent < 300 && refusal.empty(); ++sent) {
      const auto answer = client.send(text);
      REQUIRE(answer);
      if (answer->status != 200) refusal = answer->body;
    }
    CHECK(refusal.find("RequestThrottled") != std::string::npos);
    CHECK(sent > 100);
    const auto object = client.put_object(std::string(2 * kMiB, 'b'));
    REQUIRE(object);
    CHECK(object->status == 503);
    CHECK(object->body.find("<Code>SlowDown</Code>") != std::string::npos);
    // Who reads and who removes is answered.
    CHECK(client.sqs("ListQueues", "{}")->status == 200);
    CHECK(memory_of(served.process(), "VmHWM") < kBound + kBound / 10);
    client.purge();
    CHECK(client.send(text)->status == 200);
  }

  TEST_CASE("a reset gives back what was stored") {
    if (!kMeasures) return;
    const Served served({});
    Client client(served);
    client.reset();
    const std::size_t idle = memory_of(served.process(), "VmRSS");
    client.create_queue();
    for (int i = 0; i < 2'000; ++i) REQUIRE(client.send("seat 12A")->status == 200);
    for (int i = 0; i < 100; ++i) REQUIRE(client.send(std::string(kMiB - 1024, 'a')));
    CHECK(memory_of(served.process(), "VmRSS") > idle + 100 * kMiB);
    client.reset();
    CHECK(memory_of(served.process(), "VmRSS") < idle + 32 * kMiB);
  }

  TEST_CASE("deleted objects leave nothing behind") {
    if (!kMeasures) return;
    constexpr int kObjects = 64;
    const Served served({});
    Client client(served);
    client.create_bucket();
    REQUIRE(client.put_object("x")->status == 200);
    const std::size_t idle = memory_of(served.process(), "VmRSS");
    const std::string body(16 * kMiB, 'b');
    for (int i = 0; i < kObjects; ++i) {
      REQUIRE(client.put_object(body, std::to_string(i))->status == 200);
    }
    CHECK(memory_of(served.process(), "VmRSS") > idle + kObjects * body.size());
    for (int i = 0; i < kObjects; ++i) {
      REQUIRE(client.delete_object(std::to_string(i))->status == 204);
    }
    CHECK(memory_of(served.process(), "VmRSS") < idle + 32 * kMiB);
  }

  TEST_CASE("a size that cannot be meant is refused") {
    const Folder folder;
    for (const char* size : {"512", "1MiB", "0GiB", "-1GiB", "lots", "99999999GiB"}) {
      INFO(size);
      const Ran refused = folder.shell(std::string("emu serve --memory-max ") + size);
      CHECK(refused.code == 2);
      CHECK(has(refused.err, "such as 512MiB or 2GiB"));
    }
  }
}

}  // namespace
}  // namespace emu::cli
