// Transactions that take time meet each other. Source: Amazon DynamoDB Developer Guide, "Amazon
// DynamoDB Transactions: How it works", "Transaction conflict handling in DynamoDB".
#include <array>
#include <atomic>
#include <optional>
#include <thread>

#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

TransactWriteItem add_one_to(const std::string& id) {
  return {.update = Update{.key = {{"id", S(id)}},
                           .update_expression = "ADD n :one",
                           .table_name = "stats",
                           .expression_attribute_values = {{":one", N(1)}}}};
}

TransactGetItem read_of(const std::string& id) {
  return {.get = Get{.key = {{"id", S(id)}}, .table_name = "stats"}};
}

// An account whose transactions take time.
struct TimedFixture : Fixture {
  explicit TimedFixture(Duration time = 5ms, std::optional<LiveOptions> live = {})
      : Fixture({.live = live, .dynamodb = {.transaction_time = time}}) {
    make_table();
  }

  void make_table() {
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "stats",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
  }

  std::int64_t count(const std::string& id) {
    const Item item = aws.send(GetItem{.table_name = "stats", .key = {{"id", S(id)}}}).value().item;
    return item.empty() ? 0 : item.at("n").integer();
  }
  auto update(const std::string& id) {
    return aws.send(UpdateItem{.table_name = "stats",
                               .key = {{"id", S(id)}},
                               .update_expression = "ADD n :one",
                               .expression_attribute_values = {{":one", N(1)}}});
  }
};

struct LiveFixture : TimedFixture {
  LiveFixture() : TimedFixture(1us, LiveOptions{}) {}
};

bool is_conflict(const Error& error) {
  if (error.code != "TransactionCanceledException") return false;
  std::size_t conflicts = 0;
  for (const CancellationReason& reason : cancellation_reasons(error)) {
    if (reason.code == "TransactionConflict") {
      ++conflicts;
    } else if (reason.code != "None") {
      return false;
    }
  }
  return conflicts > 0;
}

}  // namespace

TEST_SUITE("dynamodb: conflicts") {
  TEST_CASE_FIXTURE(TimedFixture, "who comes upon an item of an ongoing transaction is refused") {
    cloud.spawn("transaction", [this] {
      aws.send(TransactWriteItems{.transact_items = {add_one_to("a"), add_one_to("b")},
                                  .client_request_token = "token"})
          .value();
    });
    cloud.advance(1ms);

    const auto write = update("a");
    CHECK(code(write) == "TransactionConflictException");
    CHECK(message(write) == "Transaction is ongoing for the item");
    const auto transaction =
        aws.send(TransactWriteItems{.transact_items = {add_one_to("c"), add_one_to("b")}});
    CHECK(message(transaction) ==
          "Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
          "TransactionConflict]");
    CHECK(cancellation_reasons(transaction.error()).at(1).message ==
          "Transaction is ongoing for the item");
    CHECK(code(aws.send(TransactGetItems{.transact_items = {read_of("a")}})) ==
          "TransactionCanceledException");
    CHECK(code(aws.send(TransactWriteItems{.transact_items = {add_one_to("c")},
                                           .client_request_token = "token"})) ==
          "TransactionInProgressException");
    CHECK(count("a") == 0);
    CHECK(update("c").ok());

    cloud.advance(4ms);
    CHECK(count("a") == 1);
    CHECK(count("b") == 1);
    CHECK(update("a").ok());
  }

  // Source: Amazon DynamoDB Developer Guide, "Using time to live (TTL) in DynamoDB": an item stays
  // for a while after its expiry.
  TEST_CASE_FIXTURE(TimedFixture, "an item that a transaction has in hand expires afterwards") {
    aws.send(UpdateTimeToLive{
                 .table_name = "stats",
                 .time_to_live_specification = {.enabled = true, .attribute_name = "ends"}})
        .value();
    for (const char* id : {"a", "b"}) {
      aws
          .send(PutItem{
              .table_name = "stats",
              .item = {{"id", S(id)}, {"n", N(0)}, {"ends", N(epoch_seconds(cloud.now()) + 60)}}})
          .value();
    }
    const auto is_there = [&](const std::string& id) {
      return !aws.send(GetItem{.table_name = "stats", .key = {{"id", S(id)}}}).value().item.empty();
    };
    cloud.advance(61s - 2ms);
    cloud.spawn("transaction", [this] {
      aws.send(TransactWriteItems{.transact_items = {add_one_to("a")}}).value();
    });
    cloud.advance(2ms);
    CHECK(is_there("a"));
    CHECK(!is_there("b"));
    cloud.advance(1s - 1us);
    CHECK(count("a") == 1);
    cloud.advance(1us);
    CHECK(!is_there("a"));
  }

  TEST_CASE_FIXTURE(TimedFixture,
                    "a table that goes during a transaction is not found in the end") {
    std::string answer;
    cloud.spawn("transaction", [&] {
      answer = code(aws.send(TransactWriteItems{.transact_items = {add_one_to("a")}}));
    });
    cloud.advance(1ms);
    aws.send(DeleteTable{.table_name = "stats"}).value();
    cloud.advance(4ms);
    CHECK(answer == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(TimedFixture,
                    "a table that is made anew during a transaction is what it meets") {
    update("a").value();
    std::string removed;
    cloud.spawn("transaction", [&] {
      removed = code(aws.send(
          TransactWriteItems{.transact_items = {{.update = Update{.key = {{"id", S("a")}},
                                                                  .update_expression = "REMOVE n",
                                                                  .table_name = "stats"}},
                                                add_one_to("b")}}));
    });
    cloud.advance(1ms);
    aws.send(DeleteTable{.table_name = "stats"}).value();
    make_table();
    cloud.advance(4ms);
    CHECK(removed.empty());
    // What only takes away makes no item, and what was there is gone.
    CHECK(aws.send(Scan{.table_name = "stats"}).value().items ==
          std::vector<Item>{{{"id", S("b")}, {"n", N(1)}}});
  }

  TEST_CASE_FIXTURE(TimedFixture, "the trace names each key of a transaction once") {
    cloud.spawn("transaction", [this] {
      aws.send(TransactWriteItems{.transact_items = {add_one_to("a"), add_one_to("b")}}).value();
    });
    cloud.advance(5ms);
    std::string subject;
    cloud.each_trace_event([&](const TraceEvent& event) {
      if (event.name == "TransactWriteItems") subject = event.subject;
    });
    CHECK(subject == "id=a id=b");
  }

  TEST_CASE_FIXTURE(LiveFixture, "of transactions and writes side by side no update is lost") {
    constexpr int kTransactions = 5000;  // of each thread
    const std::array<std::string, 3> ids = {"a", "b", "c"};
    std::atomic<std::int64_t> added = 0;
    std::atomic<std::int64_t> conflicts = 0;
    std::atomic<std::int64_t> wrong = 0;
    const auto work = [&](std::size_t offset) {
      Aws mine = cloud.aws();
      for (std::size_t i = 0; i < kTransactions; ++i) {
        const TransactWriteItems in{.transact_items = {add_one_to(ids[(i + offset) % 3]),
                                                       add_one_to(ids[(i + offset + 1) % 3])}};
        const auto answer = mine.send(in);
        if (answer.ok()) {
          added += 2;
        } else {
          ++(is_conflict(answer.error()) ? conflicts : wrong);
        }
        const auto write = update(ids[i % 3]);
        if (write.ok()) {
          ++added;
        } else {
          ++(code(write) == "TransactionConflictException" ? conflicts : wrong);
        }
      }
    };
    std::thread other(work, std::size_t{1});
    work(0);
    other.join();
    CHECK(wrong == 0);
    CHECK(conflicts > 0);
    CHECK(count("a") + count("b") + count("c") == added);
  }
}

}  // namespace emu::test
