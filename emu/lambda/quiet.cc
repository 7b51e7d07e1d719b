#include "lambda/quiet.h"

#include <emu/dynamodbstreams.h>
#include <emu/sqs.h>

#include "lambda/limits.h"

namespace emu::lambda {

namespace {

// A receive that found nothing, or was refused, leaves everything as it was; so does reading a
// stream.
bool is_poll_in_vain(const Event& event) {
  const auto* call = event.as<events::CallAnswered>();
  if (call == nullptr) return false;
  if (call->is<sqs::ReceiveMessage>()) return call->subject.empty();
  return call->is<dynamodbstreams::GetRecords>() || call->is<dynamodbstreams::DescribeStream>() ||
         call->is<dynamodbstreams::GetShardIterator>();
}

}  // namespace

Quiet::~Quiet() {
  if (listening_) world_.trace().unsubscribe(*listening_);
}

void Quiet::listen() {
  if (listening_) return;
  since_ = world_.now();
  listening_ = world_.trace().subscribe([this](const Event& event) { see(event); });
}

bool Quiet::is_long() const { return listening_ && world_.now() - since_ >= kQuietBeforeRest; }

void Quiet::rest(std::optional<Time> until) {
  Waiter waiter;
  struct Place {
    std::list<Waiter*>& all;
    std::list<Waiter*>::iterator self;
    ~Place() { all.erase(self); }
  } const place{resting_, resting_.insert(resting_.end(), &waiter)};
  world_.scheduler().park(waiter, until);
}

void Quiet::see(const Event& event) {
  if (is_poll_in_vain(event)) return;
  since_ = world_.now();
  ++happened_;
  for (Waiter* waiter : resting_) world_.scheduler().wake(*waiter);
}

}  // namespace emu::lambda
