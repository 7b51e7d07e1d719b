// Sources: Amazon DynamoDB API Reference, "Scan"; Developer Guide, "Scanning tables in DynamoDB".
// Texts that the documentation does not give are as clients report.
#include <set>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

namespace {

std::string name_of(const Item& item) {
  return item.at("bus").s() + "/" + item.at("departure").n();
}

}  // namespace

TEST_SUITE("dynamodb: Scan") {
  TEST_CASE_FIXTURE(ReadsFixture, "a scan finds all items, those of a hash key in order") {
    for (const char* bus : {"12", "13", "14"}) {
      for (int departure = 1; departure <= 3; ++departure) add_trip(bus, departure);
    }
    const ScanResult all = aws.send(Scan{.table_name = "trips"}).value();
    CHECK(all.count == 9);
    CHECK(all.scanned_count == 9);
    CHECK(all.last_evaluated_key.empty());
    for (std::size_t i = 0; i < all.items.size(); i += 3) {
      const std::vector<Item> of_bus(all.items.begin() + static_cast<std::ptrdiff_t>(i),
                                     all.items.begin() + static_cast<std::ptrdiff_t>(i) + 3);
      CHECK(departures(of_bus) == Departures{1, 2, 3});
    }
    CHECK(aws.send(Scan{.table_name = "stats"}).value().count == 0);
  }

  TEST_CASE_FIXTURE(ReadsFixture, "pages and segments give every item once") {
    std::set<std::string> expected;
    for (int bus = 0; bus < 40; ++bus) {
      for (int departure = 0; departure < bus % 4; ++departure) {
        add_trip(std::to_string(bus), departure);
        expected.insert(std::to_string(bus) + "/" + std::to_string(departure));
      }
    }
    for (const int segments : {1, 2, 7, 1000000}) {
      for (const int limit : {1, 3, 100}) {
        std::set<std::string> found;
        std::size_t count = 0;
        for (int segment = 0; segment < std::min(segments, 7); ++segment) {
          Scan request{.table_name = "trips", .limit = limit};
          request.total_segments = segments;
          request.segment = segment;
          do {
            const ScanResult page = aws.send(request).value();
            for (const Item& item : page.items) found.insert(name_of(item));
            count += page.items.size();
            request.exclusive_start_key = page.last_evaluated_key;
          } while (!request.exclusive_start_key.empty());
        }
        CHECK(count == found.size());
        if (segments <= 7) CHECK(found == expected);
      }
    }
  }

  TEST_CASE_FIXTURE(ReadsFixture,
                    "a filter may speak of all attributes, of those of the key, too") {
    for (int departure = 1; departure <= 6; ++departure) add_trip("12", departure);
    const ScanResult found =
        aws.send(Scan{.table_name = "trips",
                      .return_consumed_capacity = "INDEXES",
                      .projection_expression = "departure",
                      .filter_expression = "departure > :d AND seats < :s",
                      .expression_attribute_values = {{":d", N(2)}, {":s", N(50)}}})
            .value();
    CHECK(found.items == std::vector<Item>{{{"departure", N(3)}}, {{"departure", N(4)}}});
    CHECK(found.count == 2);
    CHECK(found.scanned_count == 6);
    CHECK(found.consumed_capacity->table->capacity_units == 0.5);
    CHECK(to_json(aws.send(Scan{.table_name = "trips", .select = "COUNT"}).value()) ==
          R"({"Count":6,"ScannedCount":6})");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a segment is one of several, counted from zero") {
    CHECK(message(aws.send(Scan{.table_name = "trips", .segment = 0})) ==
          "The TotalSegments parameter is required but was not present in the request when Segment "
          "parameter is present");
    CHECK(message(aws.send(Scan{.table_name = "trips", .total_segments = 1})) ==
          "The Segment parameter is required but was not present in the request when parameter "
          "TotalSegments is present");
    CHECK(message(aws.send(Scan{.table_name = "trips", .total_segments = 2, .segment = 2})) ==
          "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
          "Segment: 2 is not less than TotalSegments: 2");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a start must be a key of the table, in the segment") {
    add_trip("12", 1);
    CHECK(
        message(aws.send(Scan{.table_name = "trips", .exclusive_start_key = {{"bus", S("12")}}})) ==
        "The provided starting key is invalid: The provided key element does not match the schema");
    Scan without_attributes{.table_name = "trips"};
    give(without_attributes, &Scan::exclusive_start_key);
    CHECK(
        message(aws.send(without_attributes)) ==
        "The provided starting key is invalid: The provided key element does not match the schema");
    const Item start{{"bus", S("12")}, {"departure", N(0)}};
    std::vector<std::string> refusals;
    for (const int segment : {0, 1}) {
      Scan request{.table_name = "trips", .exclusive_start_key = start};
      request.total_segments = 2;
      request.segment = segment;
      const auto page = aws.send(request);
      if (page) {
        CHECK(page.value().count == 1);
      } else {
        refusals.push_back(message(page));
      }
    }
    REQUIRE(refusals.size() == 1);
    CHECK(refusals.front().starts_with(
        "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use "
        "ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: "));
  }

  TEST_CASE_FIXTURE(ReadsFixture, "the parameters of a scan fit each other") {
    CHECK(message(aws.send(
              Scan{.table_name = "trips", .expression_attribute_values = {{":a", N(1)}}})) ==
          "ExpressionAttributeValues can only be specified when using expressions: "
          "FilterExpression is null");
    CHECK(message(aws.send(Scan{.table_name = "trips", .select = "ALL_PROJECTED_ATTRIBUTES"})) ==
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    CHECK(message(aws.send(Scan{.table_name = "trips", .index_name = "gone"})) ==
          "The table does not have the specified index: gone");
    CHECK(code(aws.send(Scan{.table_name = "gone"})) == "ResourceNotFoundException");
    CHECK(message(aws.send(Scan{.table_name = "trips", .limit = 0})) ==
          "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member "
          "must have value greater than or equal to 1");
  }
}

}  // namespace emu::test
