// What a message costs where there are a million of them, beside the same among a thousand.
#include <emu/cloud.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"

namespace emu::bench {

namespace {

constexpr int kFewMessages = 1'000;
constexpr int kManyMessages = 1'000'000;
constexpr int kMessagesInGroup = 100;
constexpr int kRoundsAtFew = 20;
constexpr int kMovedPerSecond = 500;

std::string create(Aws& aws, const std::string& name,
                   std::map<std::string, std::string> attributes) {
  return aws.send(sqs::CreateQueue{.queue_name = name, .attributes = std::move(attributes)})
      .value()
      .queue_url;
}

// Through a FIFO queue: all are sent, to one group after the other, then all received and deleted.
double through_fifo_ns(int count) {
  Cloud cloud;
  Aws aws = cloud.aws();
  const std::string url = create(aws, "bench.fifo", {{"FifoQueue", "true"}});
  const int groups = count / kMessagesInGroup;
  const double before = cpu_seconds();
  for (int i = 0; i < count; ++i) {
    aws.send(sqs::SendMessage{.queue_url = url,
                              .message_body = "x",
                              .message_deduplication_id = std::to_string(i),
                              .message_group_id = std::to_string(i % groups)})
        .value();
  }
  int received = 0;
  while (received < count) {
    const auto messages =
        aws.send(sqs::ReceiveMessage{.queue_url = url, .max_number_of_messages = 10})
            .value()
            .messages;
    if (messages.empty()) std::abort();
    sqs::DeleteMessageBatch batch{.queue_url = url, .entries = {}};
    for (const sqs::Message& message : messages) {
      batch.entries.push_back(
          {.id = std::to_string(received++), .receipt_handle = message.receipt_handle});
    }
    aws.send(batch).value();
  }
  return (cpu_seconds() - before) * 1e9 / count;
}

// Out of a dead-letter queue by a move task.
double moved_ns(int count) {
  Cloud cloud;
  Aws aws = cloud.aws();
  const std::string arn = "arn:aws:sqs:us-east-1:000000000000:";
  const std::string dead = create(aws, "dead", {});
  const std::string policy =
      fmt::format(R"({{"deadLetterTargetArn":"{}dead","maxReceiveCount":1}})", arn);
  const std::string home = create(aws, "home", {{"RedrivePolicy", policy}});
  for (int i = 0; i < count; ++i) {
    aws.send(sqs::SendMessage{.queue_url = dead, .message_body = "x"}).value();
  }
  const double before = cpu_seconds();
  aws.send(sqs::StartMessageMoveTask{.source_arn = arn + "dead", .destination_arn = arn + "home"})
      .value();
  cloud.advance(std::chrono::seconds(count / kMovedPerSecond + 1));
  const double spent = cpu_seconds() - before;
  if (cloud.look(sqs::PeekQueue{.queue = home}).depth.visible != count) std::abort();
  return spent * 1e9 / count;
}

Row cost_growth(std::string name, double (*cost_ns)(int count)) {
  double few_ns = std::numeric_limits<double>::infinity();
  for (int round = 0; round < kRoundsAtFew; ++round) {
    few_ns = std::min(few_ns, cost_ns(kFewMessages));
  }
  return {.name = std::move(name),
          .emu_ns = cost_ns(kManyMessages),
          .bare_ns = few_ns,
          .wanted_ratio = 1 / kGrowthMax};
}

}  // namespace

std::vector<Row> sqs_growth_rows() {
  return {cost_growth("a message through a FIFO queue, 10,000 groups beside 10", &through_fifo_ns),
          cost_growth("a message moved by a move task", &moved_ns)};
}

}  // namespace emu::bench
