// What a filtered subscription costs where a topic has two hundred of them, as many as AWS allows,
// beside the same among ten.
#include <emu/cloud.h>
#include <emu/sns.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <string>

#include "bench/bench.h"

namespace emu::bench {

namespace {

constexpr int kFewSubscriptions = 10;
constexpr int kManySubscriptions = 200;
constexpr int kKinds = 10;  // of messages, of which a filter accepts one
constexpr int kFilterings = 1'000'000;
constexpr int kFilteringsAtFew = 100'000;
constexpr int kFilterRoundsAtFew = 10;

// To a queue of its own, as each endpoint subscribes once.
void subscribe(Aws& aws, const std::string& topic, int number) {
  const std::string policy =
      fmt::format(R"({{"Version":"2012-10-17","Statement":[{{"Effect":"Allow",)"
                  R"("Principal":{{"Service":"sns.amazonaws.com"}},"Action":"sqs:SendMessage",)"
                  R"("Resource":"*","Condition":{{"ArnEquals":{{"aws:SourceArn":"{}"}}}}}}]}})",
                  topic);
  const std::string name = fmt::format("orders-{}", number);
  aws.send(sqs::CreateQueue{.queue_name = name, .attributes = {{"Policy", policy}}}).value();
  aws.send(sns::Subscribe{
               .topic_arn = topic,
               .protocol = "sqs",
               .endpoint = "arn:aws:sqs:us-east-1:000000000000:" + name,
               .attributes = {{"FilterPolicy",
                               fmt::format(R"({{"kind":["{}"],"price":[{{"numeric":[">",10]}}]}})",
                                           number % kKinds)}}})
      .value();
}

// A subscription's share of publishing a message, of bringing it to one queue in ten, and of that
// queue.
double filtering_ns(int subscriptions, int filterings) {
  Cloud cloud;
  Aws aws = cloud.aws();
  const std::string topic = aws.send(sns::CreateTopic{.name = "orders"}).value().topic_arn;
  for (int i = 0; i < subscriptions; ++i) subscribe(aws, topic, i);
  const int messages = filterings / subscriptions;
  const double before = cpu_seconds();
  for (int i = 0; i < messages; ++i) {
    aws.send(sns::Publish{
                 .topic_arn = topic,
                 .message = "seat 12A of the bus at half past nine",
                 .message_attributes =
                     {{"kind", {.data_type = "String", .string_value = std::to_string(i % kKinds)}},
                      {"price", {.data_type = "Number", .string_value = "12.5"}}}})
        .value();
    cloud.run_until_idle();
  }
  const double spent = cpu_seconds() - before;
  std::int64_t arrived = 0;
  for (int i = 0; i < subscriptions; ++i) {
    const std::string url =
        aws.send(sqs::GetQueueUrl{.queue_name = fmt::format("orders-{}", i)}).value().queue_url;
    arrived += cloud.look(sqs::PeekQueue{.queue = url}).depth.visible;
  }
  if (arrived != std::int64_t{messages} * subscriptions / kKinds) std::abort();
  return spent * 1e9 / filterings;
}

}  // namespace

std::vector<Row> sns_growth_rows() {
  double few_ns = std::numeric_limits<double>::infinity();
  for (int round = 0; round < kFilterRoundsAtFew; ++round) {
    few_ns = std::min(few_ns, filtering_ns(kFewSubscriptions, kFilteringsAtFew));
  }
  return {{.name = "a filtered subscription, 200 of a topic beside 10",
           .emu_ns = filtering_ns(kManySubscriptions, kFilterings),
           .bare_ns = few_ns,
           .wanted_ratio = 1 / kGrowthMax}};
}

}  // namespace emu::bench
