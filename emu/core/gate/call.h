// Call: one request on its way through an operation.
#pragma once

#include <emu/description.h>
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
       std::string_view request_id = {});
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  World& world;
  const Operation& operation;
  const CallerPtr& caller_ptr;
  const Caller& caller;
  const Time started;

  const std::string& account() const { return caller.account; }
  const std::string& region() const { return caller.region; }

  // For the trace: what exactly was worked on, such as a message id. Set by the operation. It
  // begins empty, in storage that an earlier call has left.
  std::string subject;
  std::string note = {};

  // The id of the request; one that is drawn is a UUID.
  const std::string& request_id();

 private:
  std::string request_id_;
};

}  // namespace emu
