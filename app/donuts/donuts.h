// Donut sales: a shop sells from stock, and orders from a slow old factory what is missing.
//
//   customer ── POST /orders ─▶ Sales API ─▶ donut-sales ─▶ warehouse
//                                                 └─▶ SNS donut-wanted ─▶ SQS donut-requests
//   donut-requests ─▶ donut-factory-caller ── POST /orders ─▶ Factory API ─▶ donut-factory
//         └─▶ its DLQ ─▶ donut-reporter ─▶ mail                                   │
//               └─▶ alarm ─▶ SNS donut-alarms ─▶ mail                             ▼
//   warehouse ◀─ donut-stock ◀── POST /deliveries ── donut-factory-line ◀─ SQS donut-factory-line
//
// What is missing becomes a request, which has an id from there on. A queue may deliver it twice,
// and a call whose answer was lost is made again; so the factory bakes once for an id, and the
// warehouse takes one delivery of it.
//
// The warehouse is a database of Aurora MySQL. Functions ask it over HTTP, by the RDS Data API:
// what connects by MySQL's own protocol, such as mysql2 or JDBC, does not reach it here.
#pragma once

#include <emu/cloud.h>
#include <emu/lambda/handler.h>

#include <cstdint>
#include <string>

namespace donuts {

// Behind the Sales API. Reads CLUSTER, SECRET, DATABASE and TOPIC from its environment.
emu::lambda::Handler make_sales(emu::lambda::Context& init);

// Works off donut-requests. Reads FACTORY_URL and CALLBACK_URL.
emu::lambda::Handler make_factory_caller(emu::lambda::Context& init);

// Takes what was baked into the warehouse. Reads CLUSTER, SECRET and DATABASE.
emu::lambda::Handler make_stock(emu::lambda::Context& init);

// Mails dead requests to the operators. Reads SENDER and OPERATORS.
emu::lambda::Handler make_reporter(emu::lambda::Context& init);

struct FactoryOptions {
  emu::Duration answer_time = {};  // until it answers an order
};

// Behind the Factory API. Reads BOOK, a table, and LINE, a queue's URL.
emu::lambda::HandlerFactory make_factory(FactoryOptions options);

// What the factory does when the donuts are done. Reads BOOK.
emu::lambda::Handler make_factory_line(emu::lambda::Context& init);

struct DeployOptions {
  std::string region = "ap-northeast-2";
  std::int64_t stock = 100;                                  // of each product
  emu::Duration answer_time = {};                            // of the factory
  emu::Duration production_time = std::chrono::seconds(30);  // in whole seconds, 15 minutes at most
  std::string endpoint = {};  // of the server that serves the Cloud; empty: AWS's own hosts
};

struct Deployment {
  std::string sales_api;  // invoke URLs with their stage, without a slash at the end
  std::string factory_api;
  std::string queue_arn;  // of donut-requests
  std::string dead_letter_queue_arn;
  std::string line_queue_arn;
  std::string warehouse_arn;  // of the database's cluster
  std::string secret_arn;     // that opens it
};

// Sets up the system in the Cloud's account and binds the handlers. Throws emu::AwsError when AWS
// refuses a step.
Deployment deploy(emu::Cloud& cloud, const DeployOptions& options = {});

}  // namespace donuts
