#include "core/task/visitor.h"

#include <utility>

namespace emu {

namespace {

struct Here {
  Visitor* visitor = nullptr;
  Visitor::Wait wait = Visitor::Wait::kForAnswer;
};
thread_local Here here;  // NOLINT(readability-identifier-naming)

}  // namespace

VisitorScope::VisitorScope(Visitor& visitor) : before_(std::exchange(here.visitor, &visitor)) {}
VisitorScope::~VisitorScope() { here.visitor = before_; }

// Only where there is a visitor: elsewhere a thread may go from one task to another meanwhile.
WaitForEvent::WaitForEvent() : before_(here.wait) {
  if (here.visitor != nullptr) here.wait = Visitor::Wait::kForEvent;
}
WaitForEvent::~WaitForEvent() {
  if (here.visitor != nullptr) here.wait = before_;
}

Visitor* visitor_of_this_thread() { return here.visitor; }
Visitor::Wait wait_of_this_thread() { return here.wait; }

}  // namespace emu
