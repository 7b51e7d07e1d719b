// What the tests of app/donuts start from: the system in an account of its own, and what it must
// hold to whatever happens.
#pragma once

#include <emu/cloud.h>
#include <emu/rdsdata.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "donuts/donuts.h"

namespace emu::test {

// What a bad day has: a factory that is slow, and fails one time in three; messages that come
// twice, and answers that get lost.
std::vector<FaultGuard> bad_day(Cloud& cloud);

struct Shop {
  explicit Shop(const donuts::DeployOptions& options = {}, std::uint64_t seed = 1);

  // The status of the answer of the Sales API.
  int post(const std::string& path, const std::string& body);
  int order(const std::string& body);
  int order(const std::string& product, int amount);

  // Customers who order at the same time, so many times each, one to three donuts.
  void burst(int customers, int orders_each);
  // Until no request and no order of the factory is under way.
  void settle();

  // The rows that a query of the warehouse's database gives.
  std::vector<std::vector<rdsdata::Field>> query(const std::string& sql);
  // The first of them, of whole numbers.
  std::vector<std::int64_t> row(const std::string& sql);

  std::string alarm_state();
  std::string dead_letter_queue_url();

  struct Books {
    std::int64_t initial = 0;
    std::int64_t left = 0;
    std::int64_t sold = 0;
    std::int64_t baked = 0;
    std::int64_t least = 0;  // left of any product
    std::set<std::string> delivered = {};
    std::set<std::string> ordered = {};  // in the factory's book
    std::int64_t baked_by_factory = 0;
    bool is_baked_as_ordered = true;
    std::set<std::string> dead = {};  // in the dead-letter queue
    std::set<std::string> mailed = {};
    std::int64_t alarms = 0;  // mailed
  };
  Books books();
  // Everything that must be so once it has settled.
  void check_books();

  Cloud cloud;
  Aws aws = cloud.aws();
  donuts::Deployment deployed;

  // What customers were told.
  std::int64_t sold = 0;     // donuts
  std::int64_t refused = 0;  // orders
  std::int64_t failed = 0;   // orders without an answer of the shop
};

}  // namespace emu::test
