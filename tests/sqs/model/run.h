// Run: a FIFO queue with a dead-letter queue, beside the model of it. The steps of a run change
// both, and throw a Difference where the queue is not as the model is.
#pragma once

#include <emu/sqs.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <vector>

#include "core/hash/random.h"
#include "sqs/model/model.h"
#include "support/fixture.h"
#include "support/model_test.h"

namespace emu::sqs::model {

class Run {
 public:
  Run();
  void play(const Step& step);
  // Counts and messages of both queues.
  void check_all();

 private:
  // A handle that a receive gave, of whichever message.
  struct Handle {
    std::string text;
    std::string id;
    int receives;
  };

  // sends.cc
  void send(Random& random);
  void send_batch(Random& random);
  SendMessageBatchRequestEntry random_message(Random& random);
  void note_sent(const SendMessageBatchRequestEntry& in, const std::string& id,
                 const std::string& sequence_number);

  // receives.cc
  void receive(Random& random, const std::string& attempt_id);
  bool is_refused(const std::string& attempt_id);
  std::vector<std::string> expected(std::size_t max, Time due, const std::string& attempt_id);
  std::vector<std::string> repeated(Attempt& attempt, std::size_t max, Time due);
  void note_received(const std::vector<Message>& messages);

  // handles.cc
  void remove(Random& random);
  void remove_batch(Random& random);
  bool note_removed(const Handle& handle);
  void change_visibility(Random& random);
  const Handle* random_handle(Random& random) const;

  void set_attributes(Random& random);
  void purge();
  void pass_time(Random& random);

  test::Fixture fixture_;
  std::string dead_url_;
  std::string url_;
  Model model_;
  std::vector<Handle> handles_;  // the last ones
  std::string last_sequence_number_;
};

}  // namespace emu::sqs::model
