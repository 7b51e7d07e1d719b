#include "lambda/quiet.h"

#include <emu/sqs.h>

#include "lambda/limits.h"

namespace emu::lambda {

namespace {

// A receive that found nothing, or was refused, leaves everything as it was.
bool is_poll_in_vain(const Event& event) {
  const auto* call = event.as<events::CallAnswered>();
  return call != nullptr && call->is<sqs::ReceiveMessage>() && call->subject.empty();
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
  for (Waiter* waiter : resting_) world_.scheduler().wake(*waiter);
}

}  // namespace emu::lambda
