// The warehouse's tables.
//
//   stock       by product: amount (never below zero), and what was there at first, sold and baked
//   deliveries  by request: each that was delivered
//
// All of them throw emu::AwsError.
#pragma once

#include <emu/aws.h>
#include <emu/lambda/handler.h>

#include <cstdint>
#include <string>
#include <vector>

#include "donuts/messages.h"

namespace donuts {

// How it is reached.
struct WarehouseAddress {
  std::string stock_table;
  std::string deliveries_table;
};

// STOCK and DELIVERIES of a function.
WarehouseAddress warehouse_of(emu::lambda::Context& context);

class Warehouse {
 public:
  Warehouse(emu::Aws aws, const WarehouseAddress& at) : aws_(std::move(aws)), at_(at) {}

  // Makes the tables, with that much of each product.
  void open(const std::vector<std::string>& products, std::int64_t amount);

  enum class Sale { kSold, kOutOfStock, kUnknownProduct };
  // One write, so that nobody else buys the same donuts.
  Sale sell(const Order& order);

  // Adds what was baked, once; whether it was new.
  bool deliver(const Request& request);

 private:
  emu::Aws aws_;
  const WarehouseAddress& at_;  // of whoever made this
};

}  // namespace donuts
