#include "sqs/model/run.h"

namespace emu::sqs::model {

using test::expect;
using test::expect_equal;

SendMessageBatchRequestEntry Run::random_message(Random& random) {
  const std::string group(1, static_cast<char>('a' + random.below(5)));
  const std::string body = std::to_string(random.next());
  // Some ids come again and again.
  const std::string id = random.chance(1, 3) ? std::to_string(random.below(6)) : body;
  return {
      .id = "1", .message_body = body, .message_deduplication_id = id, .message_group_id = group};
}

void Run::note_sent(const SendMessageBatchRequestEntry& in, const std::string& id,
                    const std::string& sequence_number) {
  const Time now = fixture_.cloud.now();
  const std::string prefix = model_.scope_is_group ? *in.message_group_id + "/" : "";
  const std::string name = prefix + in.message_deduplication_id;
  const auto first = model_.sends.find(name);
  if (first != model_.sends.end()) return expect_equal(id, first->second.second, "a duplicate");
  expect(sequence_number.size() == 20 && sequence_number > last_sequence_number_,
         "sequence numbers rise");
  last_sequence_number_ = sequence_number;
  model_.sends[name] = {now, id};
  const bool is_delayed = model_.delay.count() > 0;
  model_.entries.push_back({.id = id,
                            .body = in.message_body,
                            .group = *in.message_group_id,
                            .sent = now,
                            .due = now + model_.delay,
                            .state = is_delayed ? Entry::State::kDelayed : Entry::State::kVisible});
}

void Run::send(Random& random) {
  const SendMessageBatchRequestEntry in = random_message(random);
  const auto sent = fixture_.aws
                        .send(SendMessage{.queue_url = url_,
                                          .message_body = in.message_body,
                                          .message_deduplication_id = in.message_deduplication_id,
                                          .message_group_id = in.message_group_id})
                        .value();
  note_sent(in, sent.message_id, sent.sequence_number);
}

void Run::send_batch(Random& random) {
  SendMessageBatch batch{.queue_url = url_, .entries = {}};
  for (std::uint64_t left = random.below(10) + 1; left > 0; --left) {
    batch.entries.push_back(random_message(random));
    batch.entries.back().id = std::to_string(left);
  }
  const auto sent = fixture_.aws.send(batch).value();
  expect_equal(sent.successful.size(), batch.entries.size(), "a batch");
  for (std::size_t i = 0; i < batch.entries.size(); ++i) {
    note_sent(batch.entries[i], sent.successful[i].message_id, sent.successful[i].sequence_number);
  }
}

}  // namespace emu::sqs::model
