#include <emu/cloud.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "bench/bare.h"
#include "bench/bench.h"

namespace emu::bench {

namespace {

using namespace std::chrono_literals;

constexpr int kSqsOperations = 100'000;
constexpr int kBacklog = 1'000'000;
// A queue holds at most 120,000 messages in flight, so a million of them take nine.
constexpr int kQueues = 9;
const std::string kBody(100, 'x');

class Queues {
 public:
  explicit Queues(int count) {
    for (int i = 0; i < count; ++i) {
      urls_.push_back(aws_.send(sqs::CreateQueue{.queue_name = fmt::format("queue-{}", i),
                                                 .attributes = {{"VisibilityTimeout", "43200"}}})
                          .value()
                          .queue_url);
    }
  }

  void send(int i) {
    aws_.send(sqs::SendMessage{.queue_url = url(i), .message_body = kBody}).value();
  }
  std::string receive(int i) {
    return aws_.send(sqs::ReceiveMessage{.queue_url = url(i)})
        .value()
        .messages.at(0)
        .receipt_handle;
  }
  void cycle(int i) {
    send(i);
    aws_.send(sqs::DeleteMessage{.queue_url = url(i), .receipt_handle = receive(i)}).value();
  }

 private:
  const std::string& url(int i) const { return urls_[static_cast<std::size_t>(i) % urls_.size()]; }

  Cloud cloud_;
  Aws aws_ = cloud_.aws();
  std::vector<std::string> urls_;
};

double bare_cycle_ns() {
  BareQueue queue;
  return best_ns(kSqsOperations, [&](int i) {
    queue.send(kBody);
    queue.remove(queue.receive(i).receipt_handle);
  });
}

}  // namespace

std::vector<Row> sqs_rows() {
  std::vector<Row> rows;
  Queues empty(1);
  const double empty_ns = best_ns(kSqsOperations, [&](int i) { empty.cycle(i); });
  rows.push_back({.name = "SQS send + receive + delete, 100 bytes",
                  .emu_ns = empty_ns,
                  .bare_ns = bare_cycle_ns(),
                  .wanted_ratio = 0.25});

  {
    Queues waiting(1);
    for (int i = 0; i < kBacklog; ++i) waiting.send(i);
    rows.push_back({.name = "  the same, 1,000,000 waiting (beside: empty; ratio >= 1/3)",
                    .emu_ns = best_ns(kSqsOperations, [&](int i) { waiting.cycle(i); }),
                    .bare_ns = empty_ns,
                    .wanted_ratio = 1.0 / 3});
  }
  Queues several(kQueues);
  const double several_ns = best_ns(kSqsOperations, [&](int i) { several.cycle(i); });
  for (int i = 0; i < kBacklog; ++i) {
    several.send(i);
    several.receive(i);
  }
  rows.push_back({.name = "  the same, 1,000,000 in flight in 9 queues (beside: empty)",
                  .emu_ns = best_ns(kSqsOperations, [&](int i) { several.cycle(i); }),
                  .bare_ns = several_ns,
                  .wanted_ratio = 1.0 / 3});
  return rows;
}

}  // namespace emu::bench
