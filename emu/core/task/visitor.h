// Visitor: somebody outside of the world whose calls a thread makes, such as the client of a
// server. It may leave before it is answered, and its host may want to close: so its waits can be
// ended from any thread, one by one.
//
//   const VisitorScope here(client);   // what this thread calls, it calls for the client
//   …                                  // a wait that is ended throws TaskKilled
#pragma once

#include <functional>

namespace emu {

class Visitor {
 public:
  virtual ~Visitor() = default;

  enum class Wait {
    kForAnswer,  // of something that is under way and comes to its end without the visitor
    kForEvent,   // that may never come, such as a message: nobody but the visitor wants it
  };

  // A call begins to wait. `end` ends the wait; once it is over, that does nothing. False: the wait
  // is not to begin at all. Both are called inside the world, on the visitor's thread, and must
  // neither come back to the world nor hold a lock that somebody holds who calls `end`.
  virtual bool wait_begins(Wait wait, std::function<void()> end) = 0;
  virtual void wait_ends() = 0;
};

class VisitorScope {
 public:
  explicit VisitorScope(Visitor& visitor);
  ~VisitorScope();
  VisitorScope(const VisitorScope&) = delete;
  VisitorScope& operator=(const VisitorScope&) = delete;

 private:
  Visitor* before_;
};

// What is waited for while it lives is an event, see Visitor::Wait.
class WaitForEvent {
 public:
  WaitForEvent();
  ~WaitForEvent();
  WaitForEvent(const WaitForEvent&) = delete;
  WaitForEvent& operator=(const WaitForEvent&) = delete;

 private:
  Visitor::Wait before_;
};

// Null for a thread that makes its calls for nobody.
Visitor* visitor_of_this_thread();
Visitor::Wait wait_of_this_thread();

}  // namespace emu
