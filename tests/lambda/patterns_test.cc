// Texts at the edges of the patterns that Lambda's API model gives for its members.
#include "lambda/patterns.h"

#include <doctest/doctest.h>

namespace emu::lambda {
namespace {

TEST_SUITE("lambda: patterns") {
  TEST_CASE("a topic of Kafka has a name") {
    CHECK(patterns::is_destination_or_empty(""));
    CHECK(patterns::is_destination_or_empty("kafka://a"));
    CHECK(patterns::is_destination_or_empty("kafka://fates.dead-1"));
    CHECK_FALSE(patterns::is_destination_or_empty("kafka://"));
    CHECK_FALSE(patterns::is_destination_or_empty("kafka://.fates"));
    CHECK_FALSE(patterns::is_destination_or_empty("kafka://fates/dead"));
  }
}

}  // namespace
}  // namespace emu::lambda
