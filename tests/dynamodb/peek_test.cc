#include <emu/dynamodb/looks.h>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: looks") {
  TEST_CASE_FIXTURE(ReadsFixture, "a look shows how much is in a table, and its first items") {
    for (int departure = 1; departure <= 3; ++departure) add_trip("12", departure);
    const PeekTableResult seen = cloud.look(PeekTable{.table = "trips", .limit = 2});
    CHECK(seen.exists);
    CHECK(seen.table_status == "ACTIVE");
    CHECK(seen.item_count == 3);
    CHECK(seen.size_bytes > 0);
    CHECK(departures(seen.items) == Departures{1, 2});
    CHECK(cloud.look(PeekTable{.table = seen.table_arn}).item_count == 3);
    CHECK(cloud.look(PeekTable{.table = "trips"}).items.empty());
    CHECK_FALSE(cloud.look(PeekTable{.table = "gone"}).exists);
  }
}

}  // namespace emu::test
