// A batch of messages and the event that a function gets for it.
#pragma once

#include <emu/arn.h>
#include <emu/sqs.h>
#include <emu/time.h>

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace emu::lambda {

// What one poller holds: messages that it has received, of which the first ones make the next
// batch.
class Batch {
 public:
  void add(sqs::Message message, Time received);

  bool empty() const { return waiting_.empty() && messages_.empty(); }
  std::size_t waiting() const { return waiting_.size(); }
  std::size_t waiting_bytes() const { return waiting_bytes_; }

  // Takes up to `count_max` messages, as many as fit in an event of 6 MB, and gives the event. What
  // does not fit waits for the next batch.
  std::string take_event(const Arn& queue, std::size_t count_max);

  // The messages of the event that was taken last, and when the first of them was received.
  const std::vector<sqs::Message>& messages() const { return messages_; }
  Time received() const { return received_; }
  void clear() { messages_.clear(); }

  // Leaves those that wait to their visibility timeouts.
  void drop_waiting();

 private:
  struct Waiting {
    sqs::Message message;
    Time received;
  };
  std::deque<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::vector<sqs::Message> messages_;
  Time received_ = {};
};

// Appends a message as a record of Lambda's SQS event.
// Source: Lambda Developer Guide, "Using Lambda with Amazon SQS".
void append_record(const sqs::Message& message, const Arn& queue, std::string_view queue_arn,
                   std::string& out);

// Which messages of a batch failed, by what the function answered: those are left, the others are
// deleted.
//
// An identifier that is of no message in the batch says that all failed; see partial_answer.h.
std::vector<const sqs::Message*> succeeded(const std::vector<sqs::Message>& messages,
                                           std::string_view answer);

}  // namespace emu::lambda
