// app/donuts: the warehouse's database, and who may touch it.
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/rdsdata.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "shop.h"

namespace emu::test {

using namespace std::chrono_literals;

namespace {

// Of what "glazed" has there are left, and sold are, so many.
void check_glazed(Shop& shop, std::int64_t left, std::int64_t sold) {
  const auto row = shop.row("SELECT amount, sold FROM books WHERE product = 'glazed'");
  CHECK(row.at(0) == left);
  CHECK(row.at(1) == sold);
}

}  // namespace

TEST_SUITE("donuts: warehouse") {
  TEST_CASE("a delivery that comes twice is taken once") {
    Shop shop({.stock = 1});
    const std::string delivery = R"({"id":"wanted-1","product":"glazed","amount":4})";
    CHECK(shop.post("/deliveries", delivery) == 200);
    CHECK(shop.post("/deliveries", delivery) == 200);
    CHECK(shop.row("SELECT amount, made FROM books WHERE product = 'glazed'") ==
          std::vector<std::int64_t>{5, 4});
    CHECK(shop.row("SELECT COUNT(*) FROM productions") == std::vector<std::int64_t>{1});
  }

  TEST_CASE("a delivery of nothing, or for nobody, is refused") {
    Shop shop({.stock = 1});
    for (const char* body : {"", "{}", R"({"product":"glazed","amount":4})",
                             R"({"id":"wanted-1","product":"glazed","amount":0})"}) {
      CHECK(shop.post("/deliveries", body) == 400);
    }
    check_glazed(shop, 1, 0);
  }

  TEST_CASE("what the shop does not sell is not taken in") {
    Shop shop({.stock = 1});
    CHECK(shop.post("/deliveries", R"({"id":"wanted-1","product":"bagel","amount":4})") == 500);
    CHECK(shop.row("SELECT COUNT(*) FROM productions") == std::vector<std::int64_t>{0});
  }

  TEST_CASE("the database itself lets no stock fall below zero") {
    Shop shop({.stock = 1});
    const auto refused =
        shop.aws.send(rdsdata::ExecuteStatement{.resource_arn = shop.deployed.warehouse_arn,
                                                .secret_arn = shop.deployed.secret_arn,
                                                .sql = "UPDATE stock SET amount = amount - 2",
                                                .database = "warehouse"});
    REQUIRE(!refused);
    CHECK(refused.error().code == rdsdata::errors::kDatabaseErrorException);
    check_glazed(shop, 1, 0);
  }

  // The second statement that changes something fails, and the first is taken back.
  TEST_CASE("half a sale is none, and keeps nobody waiting") {
    Shop shop({.stock = 5});
    {
      const auto broken = shop.cloud.fail({.operation = "ExecuteStatement",
                                           .call = 3,
                                           .error = Error{.code = "InternalServerErrorException"}});
      CHECK(shop.order("glazed", 2) == 500);
      CHECK(broken.counts().injected == 1);
    }
    check_glazed(shop, 5, 0);
    CHECK(shop.order("glazed", 2) == 200);
    check_glazed(shop, 3, 2);
  }

  // The function is ended in the middle of its transaction, which the database ends three minutes
  // later.
  TEST_CASE("a sale that never ends keeps the product for three minutes, and takes nothing") {
    Shop shop({.stock = 5});
    {
      const auto stuck =
          shop.cloud.fail({.operation = "ExecuteStatement", .call = 3, .latency = 10min});
      CHECK(shop.order("glazed", 2) == 503);
    }
    CHECK(shop.order("glazed", 2) == 503);
    shop.cloud.advance(3min);
    CHECK(shop.order("glazed", 2) == 200);
    check_glazed(shop, 3, 2);
  }

  TEST_CASE("who may not read the secret sells nothing") {
    Shop shop({.stock = 5});
    const std::string statements = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                   R"("Action":"rds-data:*","Resource":"*"}]})";
    shop.aws
        .send(iam::PutRolePolicy{
            .role_name = "donut-sales-role", .policy_name = "work", .policy_document = statements})
        .value();
    CHECK(shop.order("glazed", 2) == 500);
    check_glazed(shop, 5, 0);
  }
}

}  // namespace emu::test
