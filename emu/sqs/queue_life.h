// What lives beside a stored queue: who waits for its messages, and its policy as IAM has it.
//
// None of it is stored. It is made when it is first needed and follows from the queue: a queue
// without a life is one for which nobody waits.
#pragma once

#include <emu/sqs/looks.h>
#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/task/scheduler.h"
#include "sqs/queue.h"
#include "sqs/waiting_line.h"

namespace emu::sqs {

struct QueueLife {
  QueueLife(Scheduler& scheduler, std::function<void()> on_due)
      : waiting(scheduler, std::move(on_due)) {}

  WaitingLine waiting;
  // What a call found that a fault rule has made lag.
  std::optional<std::pair<Time, QueueDepth>> seen = {};
  std::shared_ptr<const std::string> policy =
      {};  // the stored text, shared; a new one when it changes
};

// By the queues' serial numbers. References stay valid until end().
class QueueLives {
 public:
  // Null when it has not been made yet. Most calls are about the same queue as the call before.
  QueueLife* find(const Queue& queue) {
    if (queue.serial != last_serial_) {
      const auto found = lives_.find(queue.serial);
      last_serial_ = queue.serial;
      last_ = found == lives_.end() ? nullptr : &found->second;
    }
    return last_;
  }

  // Makes it when there is none. `on_due` as in WaitingLine.
  template <class OnDue>
  QueueLife& at(const Queue& queue, Scheduler& scheduler, const OnDue& on_due) {
    if (QueueLife* life = find(queue)) return *life;
    last_ = &lives_.try_emplace(queue.serial, scheduler, on_due).first->second;
    return *last_;
  }

  // The queue is deleted: wakes for good whoever waits.
  void end(const Queue& queue) {
    QueueLife* life = find(queue);
    if (life == nullptr) return;
    life->waiting.close();
    lives_.erase(queue.serial);
    last_ = nullptr;
  }

 private:
  std::map<std::int64_t, QueueLife> lives_;
  std::int64_t last_serial_ = -1;
  QueueLife* last_ = nullptr;  // of last_serial_
};

}  // namespace emu::sqs
