// What emu/testing.h and emu/printing.h offer to those who test with emu.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/sqs.h>
#include <emu/testing.h>

#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace emu::test {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

namespace {

template <class T>
std::string printed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

std::string echo(lambda::Context&, std::string_view event) { return std::string(event); }

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_SUITE("testing: TestCloud") {
  TEST_CASE("a queue, a function and what connects them are a line each") {
    TestCloud cloud;
    const auto dead = cloud.queue("dead");
    const auto orders = cloud.queue("orders", {.dead_letter = dead.arn, .max_receive = 2});
    const auto worker = cloud.function("worker", [](lambda::Context&, std::string_view) {
      if (true) throw std::runtime_error("no such bus");
      return std::string();
    });
    cloud.connect(orders, worker);
    const std::string id = cloud.send(orders, "seat 12A");
    CHECK(cloud.messages(orders).at(0).body == "seat 12A");
    cloud.advance(2min);
    CHECK(cloud.depth(orders).visible == 0);
    CHECK(cloud.depth(dead).visible == 1);
    CHECK(has(cloud.biography(id), "It was received twice, maxReceiveCount 2, and moved to"));
    CHECK(has(cloud.biography("none"), "Nothing in the trace"));
  }

  TEST_CASE("a function answers, or its failure is thrown") {
    TestCloud cloud;
    const auto worker = cloud.function("worker", echo, {.environment = {{"STAGE", "test"}}});
    CHECK(cloud.invoke(worker, R"({"seat":12})") == R"({"seat":12})");
    CHECK(cloud.log(worker).size() == 3);
    const auto broken = cloud.function("broken", [](lambda::Context& context, std::string_view) {
      context.aws().send(sqs::DeleteQueue{.queue_url = "https://sqs/none"}).value();
      return std::string();
    });
    CHECK_THROWS_AS(cloud.invoke(broken), AwsError);
    try {
      cloud.invoke(broken);
    } catch (const AwsError& failed) {
      CHECK(failed.error().code == "ClientError");
      // As boto3 words it.
      CHECK(has(failed.error().message, "when calling the DeleteQueue operation: "));
    }
  }

  TEST_CASE("a table has a key of text, and a dead-letter queue is made when it is not there") {
    TestCloud cloud;
    const std::string table = cloud.table("stats", "name");
    using namespace dynamodb;  // NOLINT(google-build-using-namespace)
    CHECK(cloud.aws().send(PutItem{.table_name = table, .item = {{"name", "total"}}}).ok());
    CHECK(cloud.items(table) == std::vector<Item>{{{"name", "total"}}});
    CHECK(cloud.items("gone").empty());
    cloud.queue("orders", {.dead_letter = "dead"});
    cloud.queue("returns", {.dead_letter = "dead"});
    CHECK(cloud.aws().send(sqs::GetQueueUrl{.queue_name = "dead"}).ok());
  }

  TEST_CASE("what cannot be made says where") {
    TestCloud cloud;
    cloud.table("stats");
    const int line = __LINE__ + 1;
    CHECK_THROWS_WITH_AS(cloud.table("stats"),
                         doctest::Contains(("testing_test.cc:" + std::to_string(line)).c_str()),
                         AwsError);
  }
}

TEST_SUITE("testing: what a failure says") {
  TEST_CASE("an error names its call and the line that made it") {
    Cloud cloud;
    const auto missing = cloud.aws().send(sqs::GetQueueUrl{.queue_name = "none"});
    const int line = __LINE__ - 1;
    CHECK(missing.error().operation == "GetQueueUrl");
    CHECK(missing.error().called_at.line == static_cast<unsigned>(line));
    CHECK(has(missing.error().called_at.file, "testing_test.cc"));
    const std::string place = "testing_test.cc:" + std::to_string(line) + ")";
    CHECK(has(printed(missing.error()), "QueueDoesNotExist: The specified queue does not exist"));
    CHECK(has(printed(missing), "(GetQueueUrl at "));
    CHECK(has(printed(missing), place));
    CHECK_THROWS_WITH_AS(missing.value(), doctest::Contains(place.c_str()), AwsError);
    CHECK(printed(Result<int>(1)) == "ok");
  }

  TEST_CASE("times, values and events can be read") {
    Cloud cloud;
    CHECK(doctest::toString(cloud.now()) == "2026-01-01T00:00:00.000Z");
    CHECK(printed(dynamodb::AttributeValue(dynamodb::N(12))) == R"({"N":"12"})");
    events::MessageExpired expired;
    expired.queue_arn = "arn:aws:sqs:us-east-1:000000000000:orders";
    CHECK(has(printed(expired), R"(MessageExpired {"queue_arn":"arn:aws:sqs)"));
  }

  TEST_CASE("what a handler threw stands in the trace") {
    TestCloud cloud;
    const auto worker = cloud.function("worker", [](lambda::Context&, std::string_view) {
      if (true) throw std::runtime_error("no such bus");
      return std::string();
    });
    std::string said;
    const auto seen = cloud.subscribe([&](const Event& event) {
      if (const auto* ended = event.as<events::InvocationEnded>()) said = ended->error_message;
    });
    CHECK_THROWS_AS(cloud.invoke(worker), AwsError);
    CHECK(said == "no such bus");
  }

  TEST_CASE("a handler that loops over calls for ever is ended") {
    TestCloud cloud;
    const auto orders = cloud.queue("orders");
    const auto worker = cloud.function("worker", [&](lambda::Context& context, std::string_view) {
      for (;;) (void)context.aws().send(sqs::GetQueueUrl{.queue_name = "orders"});
      return std::string();
    });
    CHECK_THROWS_WITH_AS(cloud.invoke(worker), doctest::Contains("Runtime.EndlessLoop"), AwsError);
    CHECK(cloud.now() == cloud.options().start);
  }

  TEST_CASE("a handler cannot drive the clock") {
    TestCloud cloud;
    const auto worker = cloud.function("worker", [&](lambda::Context&, std::string_view) {
      cloud.advance(1s);
      return std::string();
    });
    CHECK_THROWS_WITH_AS(cloud.invoke(worker), doctest::Contains("Context::sleep()"), AwsError);
    cloud.advance(1s);
    CHECK(cloud.now() == cloud.options().start + 1s);
  }
}

}  // namespace emu::test
