#include "lambda/under_way.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace emu::test {

using lambda::UnderWay;

namespace {

struct Numbered {
  UnderWay records;
  std::shared_ptr<const std::string> shard = std::make_shared<const std::string>("shard-1");

  UnderWay::Place add(int number) { return records.add(shard, std::to_string(number)); }
  // Empty when it has not moved.
  std::string checkpoint() {
    const auto taken = records.take_checkpoint();
    return taken ? taken->sequence_number : "";
  }
};

}  // namespace

TEST_SUITE("lambda: records under way") {
  TEST_CASE_FIXTURE(Numbered, "everything up to the checkpoint is done") {
    const UnderWay::Place a = add(1);
    const UnderWay::Place b = add(2);
    const UnderWay::Place c = add(3);
    CHECK(checkpoint().empty());
    records.finish(b);
    CHECK(checkpoint().empty());
    records.finish(a);
    CHECK(checkpoint() == "2");
    CHECK(checkpoint().empty());
    records.finish(c);
    const auto last = records.take_checkpoint();
    REQUIRE(last.has_value());
    CHECK(last->shard_id == "shard-1");
    CHECK(last->sequence_number == "3");
    CHECK(records.entries() == 0);
  }

  TEST_CASE_FIXTURE(Numbered, "what is done behind a record that is not takes no room") {
    const UnderWay::Place blocked = add(0);
    std::vector<UnderWay::Place> places;
    for (int i = 1; i <= 1000; ++i) places.push_back(add(i));
    // The even ones first: neighbours on both sides are done already when the odd ones are.
    for (std::size_t i = 0; i < places.size(); i += 2) records.finish(places[i]);
    CHECK(records.entries() == 1001);
    for (std::size_t i = 1; i < places.size(); i += 2) records.finish(places[i]);
    CHECK(records.entries() == 2);
    CHECK(checkpoint().empty());
    records.finish(blocked);
    CHECK(checkpoint() == "1000");
  }
}

}  // namespace emu::test
