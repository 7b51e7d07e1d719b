// Fibers on threads, for debuggers and as a cross-check: see core/fiber.h.
#include "core/task/fiber.h"

#ifdef EMU_FIBER_THREAD

#include <semaphore>
#include <thread>
#include <utility>

#include "core/base/assert.h"
#include "core/task/fiber_body.h"

namespace emu {

struct Fiber::Control {
  FiberPool* pool = nullptr;
  Body body;
  std::thread thread;
  std::binary_semaphore to_fiber{0};
  std::binary_semaphore to_caller{0};
  bool inside = false;
  bool ended = false;
};

Fiber::Fiber(FiberPool& pool, Body body) : control_(pool.take()) {
  control_->body = std::move(body);
}

Fiber::~Fiber() { release(); }

Fiber::Fiber(Fiber&& other) noexcept : control_(std::exchange(other.control_, nullptr)) {}

Fiber& Fiber::operator=(Fiber&& other) noexcept {
  if (this != &other) {
    release();
    control_ = std::exchange(other.control_, nullptr);
  }
  return *this;
}

void Fiber::release() {
  if (control_ == nullptr) return;
  EMU_ASSERT(control_->ended || !control_->thread.joinable(),
             "a fiber that stopped half-way still has objects on its stack");
  if (control_->thread.joinable()) control_->thread.join();
  control_->pool->give_back(std::exchange(control_, nullptr));
}

bool Fiber::resume() {
  Control& control = *control_;
  EMU_ASSERT(!control.ended && !control.inside, "only a fiber that waits can be resumed");
  control.inside = true;
  if (!control.thread.joinable()) {
    control.thread = std::thread([&control] {
      control.to_fiber.acquire();
      run_fiber_body(control.body);
      control.ended = true;
      control.to_caller.release();
    });
  }
  control.to_fiber.release();
  control.to_caller.acquire();
  control.inside = false;
  return !control.ended;
}

void Fiber::suspend() {
  EMU_ASSERT(control_->inside, "only the running fiber can suspend itself");
  control_->to_caller.release();
  control_->to_fiber.acquire();
}

const std::size_t FiberPool::kStackBytes = 0;  // The system chooses.

FiberPool::FiberPool(FiberPoolOptions options)
    : stack_bytes_(options.stack_bytes), idle_max_(options.idle_max) {}

FiberPool::~FiberPool() { EMU_ASSERT(in_use_ == 0, "a pool outlives its fibers"); }

Fiber::Control* FiberPool::take() {
  ++in_use_;
  auto* control = new Fiber::Control;
  control->pool = this;
  return control;
}

void FiberPool::give_back(Fiber::Control* control) {
  --in_use_;
  delete control;
}

}  // namespace emu

#endif  // EMU_FIBER_THREAD
