// Fibers: functions with a stack of their own that can stop in the middle and be continued later.
//
//   FiberPool pool;
//   Fiber fiber(pool, [&] { work(); fiber.suspend(); more_work(); });
//   fiber.resume();   // runs work(), returns true: there is more
//   fiber.resume();   // runs more_work(), returns false: it has ended
//
// This is the mechanism only; who runs when is the scheduler's business.
//
// Stacks come from the pool: mapped memory with a guard page below, so an overflow is a
// segmentation fault and not a corrupted neighbour. A live fiber takes two of the process's memory
// mappings, which on Linux by default allows about 32,000 at a time. Each fiber has its own state
// of C++ exceptions: it may switch inside a catch block.
//
// With EMU_FIBER_THREAD defined the same interface runs each fiber on a thread, and exactly one of
// the threads runs at any time. It is some hundred times slower; debuggers understand it, and it
// cross-checks the other.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace emu {

class FiberPool;

// A handle that owns one fiber. It may be moved while the fiber is suspended.
class Fiber {
 public:
  using Body = std::function<void()>;

  Fiber() = default;

  // Nothing runs before the first resume(). The pool must outlive the fiber.
  Fiber(FiberPool& pool, Body body);

  // The body must have ended, or never have begun: a fiber that stopped half-way still has objects
  // on its stack.
  ~Fiber();

  Fiber(Fiber&& other) noexcept;
  Fiber& operator=(Fiber&& other) noexcept;

  // From outside: runs the body until it suspends (true) or has ended (false). An ended fiber may
  // not be resumed. The body and what it holds are destroyed on the fiber, as the last thing that
  // happens there. The body may not let an exception out: that ends the program with a message.
  bool resume();

  // From inside only: stops here and lets resume() return.
  void suspend();

  explicit operator bool() const { return control_ != nullptr; }

 private:
  friend class FiberPool;
  struct Control;

  void release();

  Control* control_ = nullptr;
};

struct FiberPoolOptions {
  std::size_t stack_bytes = 0;  // 0: kStackBytes
  std::size_t idle_max = 4096;  // Stacks kept for re-use; those beyond are returned to the system.
};

// The stacks of fibers. Not for use by two threads at a time.
class FiberPool {
 public:
  static const std::size_t kStackBytes;  // 256 KiB; more under sanitizers, whose frames are larger

  explicit FiberPool(FiberPoolOptions options = {});
  ~FiberPool();

  FiberPool(const FiberPool&) = delete;
  FiberPool& operator=(const FiberPool&) = delete;

  std::size_t in_use() const { return in_use_; }
  std::size_t idle() const { return idle_.size(); }

 private:
  friend class Fiber;

  Fiber::Control* take();
  void give_back(Fiber::Control* control);

  std::size_t stack_bytes_;
  std::size_t idle_max_;
  std::size_t in_use_ = 0;
  std::vector<Fiber::Control*> idle_;
};

}  // namespace emu
