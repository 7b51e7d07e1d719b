// Holiday bus booking: tens of thousands of people press "book" in the same minute.
//
//   browser ── POST /api/book-bus ─▶ HTTP API ─▶ aram-producer ─▶ SQS aram-queue ─▶ aram-consumer
//      │       GET  /api/stats                        └─▶ DynamoDB aram-stats ◀──────────┤
//      └─ polls stats.json ◀──────────────────────── S3 aram-app-bucket ◀────────────────┘
//
// A request is only counted and queued. A consumer works the queue off in batches, counts what it
// booked and overwrites stats.json from the table; the page polls that file.
#pragma once

#include <emu/cloud.h>
#include <emu/lambda/handler.h>

#include <string>

namespace bus {

// The code of aram-producer. Reads REGION, STATS_TABLE and QUEUE_NAME from its environment.
emu::lambda::Handler make_producer(emu::lambda::Context& init);

// How long the bus company takes for one booking.
struct ConsumerOptions {
  emu::Duration booking_time = {};
};

// The code of aram-consumer. Reads REGION, STATS_TABLE, S3_BUCKET and S3_KEY from its environment.
emu::lambda::HandlerFactory make_consumer(ConsumerOptions options);

// What the consumer's role is given.
enum class ConsumerRole {
  kWorking,    // and what the queue's trigger and the logs need
  kAsInNotes,  // the course notes' list: creating the trigger fails on AWS
};

struct DeployOptions {
  std::string region = "ap-northeast-2";
  ConsumerRole consumer_role = ConsumerRole::kWorking;
  emu::Duration booking_time = {};
  std::string endpoint = {};  // of the server that serves the Cloud; empty: AWS's own hosts
};

struct Deployment {
  std::string http_api;   // invoke URL with its stage, without a slash at its end
  std::string website;    // URL of the page
  std::string stats_url;  // URL of stats.json
  std::string queue_url;
  std::string queue_arn;
};

// Sets up the system in the Cloud's account: bucket, table, queue, roles, functions, trigger, API
// and page, and binds the handlers. Throws emu::AwsError when AWS refuses a step.
Deployment deploy(emu::Cloud& cloud, const DeployOptions& options = {});

}  // namespace bus
