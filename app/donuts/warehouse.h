// The warehouse: a database of MySQL's on Aurora, which is asked through the RDS Data API.
//
//   stock        by product: what was there at first, and what there is, which is never below zero
//   sales        by order: what was sold
//   productions  by request: what the factory has brought
//   books        a view of all three: of each product what was there, was sold, was made, and is
//
// All of it throws emu::AwsError.
#pragma once

#include <emu/aws.h>
#include <emu/lambda/handler.h>
#include <emu/rdsdata.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "donuts/messages.h"

namespace donuts {

// How it is reached.
struct WarehouseAddress {
  std::string cluster_arn;
  std::string secret_arn;  // whose secret is the user's name and password
  std::string database;
};

// CLUSTER, SECRET and DATABASE of a function.
WarehouseAddress warehouse_of(emu::lambda::Context& context);

class Warehouse {
 public:
  Warehouse(emu::Aws aws, const WarehouseAddress& at) : aws_(std::move(aws)), at_(at) {}

  // Makes the tables, with that much of each product.
  void open(const std::vector<std::string>& products, std::int64_t amount);

  enum class Sale { kSold, kOutOfStock, kUnknownProduct };
  // The id is the order's. Nobody else buys the same donuts.
  Sale sell(const std::string& id, const Order& order);

  // Adds what was baked, once; whether it was new.
  bool deliver(const Request& request);

 private:
  using Parameters = std::vector<emu::rdsdata::SqlParameter>;

  emu::rdsdata::ExecuteStatementResult execute(const std::string& sql, Parameters parameters = {},
                                               const std::string& transaction = {});
  // How many rows a statement has changed.
  std::int64_t change(const std::string& sql, Parameters parameters,
                      const std::string& transaction);
  // Commits what `work` has done, or takes it all back when it gives false or throws.
  bool in_transaction(const std::function<bool(const std::string& transaction)>& work);

  emu::Aws aws_;
  const WarehouseAddress& at_;  // of whoever made this
};

}  // namespace donuts
