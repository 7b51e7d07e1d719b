// SourcePoller: what reads an event source for one mapping and invokes its function.
#pragma once

#include <functional>

namespace emu::lambda {

class SourcePoller {
 public:
  virtual ~SourcePoller() = default;

  virtual void start() = 0;

  // Nothing more is read; invocations in flight go on. `on_stopped` is called when the last has
  // ended.
  virtual void stop(std::function<void()> on_stopped) = 0;

  // Ends everything at its next wait, whatever it is at.
  virtual void abandon() = 0;

  // Whether what it has read must be done before another one may begin: a stream keeps its order.
  virtual bool is_ordered() const = 0;
};

}  // namespace emu::lambda
