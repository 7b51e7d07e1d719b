// for_each_page() of <emu/pages.h> with DynamoDB's pages, and with those of another service.
#include <emu/iam.h>
#include <emu/pages.h>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: all pages") {
  TEST_CASE_FIXTURE(ReadsFixture, "queries, scans and lists are read to their ends") {
    for (int departure = 1; departure <= 7; ++departure) add_trip("12", departure);
    Departures found;
    int pages = 0;
    const auto add = [&](const auto& page) {
      for (const int departure : departures(page.items)) found.push_back(departure);
      ++pages;
    };
    const Query query{.table_name = "trips",
                      .limit = 3,
                      .key_condition_expression = "bus = :b",
                      .expression_attribute_values = {{":b", S("12")}}};
    CHECK(for_each_page(aws, query, add).ok());
    CHECK(found == Departures{1, 2, 3, 4, 5, 6, 7});
    CHECK(pages == 3);
    CHECK(for_each_page(aws, Scan{.table_name = "trips", .limit = 4}, add).ok());
    CHECK(found.size() == 14);

    std::vector<std::string> tables;
    CHECK(for_each_page(aws, ListTables{.limit = 1}, [&](const ListTablesResult& page) {
            for (const std::string& name : page.table_names) tables.push_back(name);
          }).ok());
    CHECK(tables == std::vector<std::string>{"logs", "stats", "trips"});
    CHECK(code(for_each_page(aws, Scan{.table_name = "gone"}, add)) == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "lists of other services go on with their markers") {
    for (const char* name : {"ann", "bob", "cat"}) {
      aws.send(iam::CreateUser{.user_name = name}).value();
    }
    int users = 0;
    CHECK(for_each_page(aws, iam::ListUsers{.max_items = 1}, [&](const auto& page) {
            users += static_cast<int>(page.users.size());
          }).ok());
    CHECK(users == 3);
  }
}

}  // namespace emu::test
