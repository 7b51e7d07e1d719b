#include "core/delivery/courier.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

TEST_SUITE("courier") {
  struct CourierFixture : Fixture {
    ~CourierFixture() { courier.drop(std::nullopt); }

    Delivery delivery(const std::string& text, const std::string& account = "1") {
      return {.account = account, .send = [this, text] { return send(text); }};
    }
    Status send(const std::string& text) {
      if (is_down) return Error{.code = "ServiceException", .message = "down", .status = 500};
      arrived.push_back(text);
      return {};
    }

    Courier courier{cloud.world(), "test deliveries"};
    bool is_down = false;
    std::vector<std::string> arrived;
    using Texts = std::vector<std::string>;
  };

  TEST_CASE_FIXTURE(CourierFixture, "what is posted arrives at once, or after its delay") {
    Delivery later = delivery("later");
    later.delay = 1s;
    courier.post(later);
    courier.post(delivery("now"));
    cloud.advance(999ms);
    CHECK(arrived == Texts{"now"});
    cloud.advance(1ms);
    CHECK(arrived == Texts{"now", "later"});
  }

  TEST_CASE_FIXTURE(CourierFixture, "what one account has waiting is forgotten alone") {
    Delivery later = delivery("later", "1");
    later.delay = 1s;
    courier.post(later);
    later = delivery("of another", "2");
    later.delay = 1s;
    courier.post(later);
    is_down = true;
    courier.post(delivery("again", "1"));
    courier.post(delivery("again of another", "2"));
    cloud.advance(100ms);
    courier.drop("1");
    is_down = false;
    cloud.run_until_idle();
    CHECK(arrived == Texts{"of another", "again of another"});
  }

  TEST_CASE_FIXTURE(CourierFixture, "there is room for a gibibyte, and again when it has left") {
    for (const char* text : {"first", "second"}) {
      Delivery large = delivery(text);
      large.bytes = std::size_t{1} << 30;
      courier.post(large);
    }
    cloud.run_until_idle();
    CHECK(arrived == Texts{"first"});
    courier.post(delivery("third"));
    cloud.run_until_idle();
    CHECK(arrived == Texts{"first", "third"});
  }

  TEST_CASE_FIXTURE(CourierFixture, "what fails for too long is given up, and leaves its room") {
    std::string exhausted;
    Delivery large = delivery("first");
    large.bytes = std::size_t{1} << 30;
    large.give_up = [&](const DeliveryFailure& failure) { exhausted = failure.exhausted; };
    is_down = true;
    courier.post(large);
    cloud.advance(23h);
    CHECK(exhausted.empty());
    cloud.advance(2h);
    CHECK_FALSE(exhausted.empty());
    is_down = false;
    courier.post(delivery("second"));
    cloud.run_until_idle();
    CHECK(arrived == Texts{"second"});
  }
}

}  // namespace emu::test
