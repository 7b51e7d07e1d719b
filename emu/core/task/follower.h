// Follower: those outside of a scheduler who live in its time, such as processes whose clock it is.
//
// Time may move only when all of them wait, and one of them goes on at a time: a request of theirs
// is taken up, or the time that one waits for has come. So a run with them repeats as one without.
#pragma once

#include <emu/time.h>

#include <optional>

namespace emu {

class Follower {
 public:
  virtual ~Follower() = default;

  // Asked when no task is ready. Waits, in real time, until every one of them waits: for an answer,
  // for a time, or to be given something to do. True: one of them has given a task something to do.
  virtual bool settle() = 0;

  // The earliest time that one of them waits for.
  virtual std::optional<Time> next_wake() = 0;
  // That time has come: the one goes on.
  virtual void wake_next(Time now) = 0;
};

}  // namespace emu
