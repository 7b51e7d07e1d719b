// app/donuts: sales, factory and warehouse.
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <chrono>

#include "shop.h"

namespace emu::test {

using namespace std::chrono_literals;

TEST_SUITE("donuts") {
  TEST_CASE("what is in stock is sold, and no more") {
    Shop shop({.stock = 5});
    CHECK(shop.order("glazed", 3) == 200);
    CHECK(shop.order("glazed", 3) == 409);
    CHECK(shop.order("glazed", 2) == 200);
    CHECK(shop.order("glazed", 1) == 409);
    CHECK(shop.order("jelly", 5) == 200);
    CHECK(shop.order("bagel", 1) == 404);
    for (const char* body : {"", "{}", R"({"product":"glazed"})", "[1]"}) {
      CHECK(shop.order(body) == 400);
    }
    for (const int amount : {0, -1, 1001}) CHECK(shop.order("glazed", amount) == 400);
    CHECK(shop.books().sold == 10);
  }

  TEST_CASE("what is missing is baked, and can be sold when it has come") {
    Shop shop({.stock = 1, .production_time = 60s});
    CHECK(shop.order("glazed", 4) == 409);
    shop.cloud.advance(59s);
    CHECK(shop.books().baked == 0);
    CHECK(shop.order("glazed", 5) == 409);
    shop.cloud.advance(2s);
    CHECK(shop.books().baked == 4);
    CHECK(shop.order("glazed", 5) == 200);
    shop.sold = 5;
    shop.refused = 2;
    shop.settle();
    shop.check_books();
  }

  TEST_CASE("a request that comes twice is baked once") {
    Shop shop({.stock = 0});
    const auto twice =
        shop.cloud.fail({.service = "sqs", .last_call = 8, .effect = sqs::effects::kDuplicate});
    CHECK(shop.order("glazed", 4) == 409);
    shop.refused = 1;
    shop.cloud.advance(5min);
    CHECK(twice.counts().injected > 1);
    CHECK(shop.books().baked == 4);
  }

  TEST_CASE("a factory that never answers: the request is dead, kept and mailed") {
    Shop shop({.stock = 0});
    const auto down = shop.cloud.fail({.service = "http",
                                       .caller = "donut-factory-caller-role",
                                       .error = Error{.code = http_errors::kConnectionFailed}});
    CHECK(shop.order("glazed", 4) == 409);
    shop.refused = 1;
    shop.settle();
    CHECK(shop.books().dead.size() == 1);
    shop.check_books();
    CHECK(shop.alarm_state() == "ALARM");

    shop.aws.send(sqs::PurgeQueue{.queue_url = shop.dead_letter_queue_url()}).value();
    shop.cloud.advance(2min);
    CHECK(shop.alarm_state() == "OK");
  }

  TEST_CASE("a factory that answers too late has taken the order") {
    Shop shop({.stock = 0, .answer_time = 7s});
    CHECK(shop.order("glazed", 4) == 409);
    shop.refused = 1;
    shop.settle();
    CHECK(shop.books().baked == 4);
    CHECK(shop.books().dead.size() == 1);  // nobody could know
    shop.check_books();
  }

  TEST_CASE("whatever happens in a burst, nothing is lost and nothing is baked twice") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
      CAPTURE(seed);
      Shop shop({.stock = 20, .answer_time = 2s}, seed);
      const auto faults = bad_day(shop.cloud);
      shop.burst(10, 12);
      shop.settle();
      CHECK(shop.failed == 0);
      CHECK(shop.refused > 0);
      shop.check_books();
    }
  }

  TEST_CASE("a mail that could not be sent is tried again") {
    Shop shop({.stock = 0});
    const auto down = shop.cloud.fail({.service = "http",
                                       .caller = "donut-factory-caller-role",
                                       .error = Error{.code = http_errors::kConnectionFailed}});
    const auto busy = shop.cloud.fail({.operation = "SendEmail",
                                       .last_call = 3,
                                       .error = Error{.code = "TooManyRequestsException"}});
    CHECK(shop.order("glazed", 1) == 409);
    shop.refused = 1;
    shop.settle();
    CHECK(busy.counts().injected == 3);
    shop.check_books();
  }

  TEST_CASE("equal seeds give equal runs") {
    const auto digest = [] {
      Shop shop({.stock = 20, .answer_time = 2s}, 7);
      const auto faults = bad_day(shop.cloud);
      shop.burst(5, 8);
      shop.settle();
      return shop.cloud.trace_digest();
    };
    CHECK(digest() == digest());
  }
}

}  // namespace emu::test
