// Call: one request on its way through an operation.
#pragma once

#include <emu/description.h>
#include <emu/fault.h>
#include <emu/time.h>

#include <string>
#include <string_view>

#include "core/gate/authorizer.h"
#include "core/gate/caller.h"

namespace emu {

class World;

class Call {
 public:
  // All of them outlive the call. Without an id it draws one when asked for it.
  Call(World& in_world, const Operation& op, const CallerPtr& from, Time at,
       std::string_view request_id = {}, const RequestKeys* keys = nullptr);
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  World& world;
  const Operation& operation;
  const CallerPtr& caller_ptr;
  const Caller& caller;
  const Time started;
  const RequestKeys* const received;  // null in process

  const std::string& account() const { return caller.account; }
  const std::string& region() const { return caller.region; }

  // What a fault rule wants of this call, in a word that its service knows.
  FaultEffect effect = {};

  // For the trace: what exactly was worked on, such as a message id. Set by the operation. It
  // begins empty, in storage that an earlier call has left.
  std::string subject;
  std::string note = {};

  // An empty text in storage that an earlier call has left, for the ARN of what the call is about.
  std::string spare_text() const;

  // The id of the request; one that is drawn is a UUID.
  const std::string& request_id();

 private:
  std::string request_id_;
};

}  // namespace emu
