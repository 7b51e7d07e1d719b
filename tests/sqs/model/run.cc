#include "sqs/model/run.h"

namespace emu::sqs::model {

namespace {

using namespace std::chrono_literals;
using test::expect;
using test::expect_equal;

constexpr auto kRetention = 600s;
constexpr auto kInterval = 300s;

}  // namespace

Run::Run() {
  dead_url_ =
      fixture_.aws.send(CreateQueue{"dead.fifo", {{"FifoQueue", "true"}}}).value().queue_url;
  url_ = fixture_.aws
             .send(CreateQueue{
                 "model.fifo",
                 {{"FifoQueue", "true"},
                  {"MessageRetentionPeriod", "600"},
                  {"RedrivePolicy", R"({"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:)"
                                    R"(dead.fifo","maxReceiveCount":3})"}}})
             .value()
             .queue_url;
}

void Run::play(const Step& step) {
  using Kind = Step::Kind;
  Random random(step.seed);
  model_.settle(fixture_.cloud.now(), kRetention, kInterval);
  switch (step.kind) {
    case Kind::kSend:
      return send(random);
    case Kind::kSendBatch:
      return send_batch(random);
    case Kind::kReceive:
      return receive(random, {});
    case Kind::kAttempt:
      return receive(random, std::string(1, static_cast<char>('A' + random.below(3))));
    case Kind::kDelete:
      return remove(random);
    case Kind::kDeleteBatch:
      return remove_batch(random);
    case Kind::kChangeVisibility:
      return change_visibility(random);
    case Kind::kSetAttributes:
      return set_attributes(random);
    case Kind::kPurge:
      return purge();
    case Kind::kPassTime:
      return pass_time(random);
  }
}

void Run::set_attributes(Random& random) {
  model_.delay = std::chrono::seconds(random.below(2) * 5);
  model_.scope_is_group = random.chance(1, 2);
  fixture_.aws
      .send(SetQueueAttributes{
          url_,
          {{"DelaySeconds", std::to_string(model_.delay.count())},
           {"DeduplicationScope", model_.scope_is_group ? "messageGroup" : "queue"}}})
      .value();
  for (Entry& entry : model_.entries) {
    if (entry.state != Entry::State::kDelayed) continue;
    entry.due = std::max(entry.sent + model_.delay, fixture_.cloud.now());
  }
}

void Run::purge() {
  const Time now = fixture_.cloud.now();
  const auto purged = fixture_.aws.send(PurgeQueue{url_});
  if (model_.purged && now < *model_.purged + 60s) {
    return expect(!purged.ok(), "a purge too soon");
  }
  expect(purged.ok(), "a purge");
  model_.purged = now;
  model_.entries.clear();
}

void Run::pass_time(Random& random) {
  const auto time = random.chance(1, 30) ? 301s : std::chrono::seconds(random.below(20));
  fixture_.cloud.advance(time);
}

void Run::check_all() {
  model_.settle(fixture_.cloud.now(), kRetention, kInterval);
  constexpr int kAll = 100'000;
  const auto found = fixture_.cloud.look(PeekQueue{.queue = url_, .limit = kAll});
  expect_equal(found.depth.visible, model_.count(Entry::State::kVisible), "visible");
  expect_equal(found.depth.in_flight, model_.count(Entry::State::kInFlight), "in flight");
  expect_equal(found.depth.delayed, model_.count(Entry::State::kDelayed), "delayed");
  std::vector<std::string> ids;
  for (const QueuedMessage& message : found.messages) ids.push_back(message.message_id);
  std::vector<std::string> expected_ids;
  for (const Entry& entry : model_.entries) expected_ids.push_back(entry.id);
  expect_equal(ids, expected_ids, "messages");
  ids.clear();
  for (const QueuedMessage& message :
       fixture_.cloud.look(PeekQueue{.queue = dead_url_, .limit = kAll}).messages) {
    ids.push_back(message.message_id);
  }
  expect_equal(ids, model_.dead, "dead letters");
}

}  // namespace emu::sqs::model
