#include "core/task/fiber.h"

#ifndef EMU_FIBER_THREAD

#include <cxxabi.h>
#include <sys/mman.h>
#include <unistd.h>

#include <boost/context/detail/fcontext.hpp>
#include <new>
#include <utility>

#include "core/base/assert.h"
#include "core/task/fiber_body.h"
#include "core/task/fiber_sanitizer.h"

namespace emu {
namespace {

namespace context = boost::context::detail;

// The layout that the C++ ABI gives to what __cxa_get_globals() returns: the exceptions that are
// being handled and the number of those in flight. The runtime keeps one per thread; each fiber
// needs its own.
struct ExceptionState {
  void* caught = nullptr;
  unsigned int uncaught = 0;
};

ExceptionState exchange_exception_state(const ExceptionState& next) {
  auto* state = reinterpret_cast<ExceptionState*>(abi::__cxa_get_globals());
  return std::exchange(*state, next);
}

std::size_t page_bytes() {
  static const auto kBytes = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return kBytes;
}

}  // namespace

// Lives at the top of its stack. Taking up room there also keeps the first frame off the page
// boundary, where a switch was measured to cost ten times as much.
struct alignas(64) Fiber::Control {
  FiberPool* pool = nullptr;
  std::byte* mapping = nullptr;  // begins with the guard page
  std::size_t mapping_bytes = 0;
  context::fcontext_t other_side = nullptr;  // where the side that does not run will continue
  Body body;
  ExceptionState exceptions;  // of the side that does not run
  bool started = false;
  bool inside = false;
  bool ended = false;
  FiberSanitizer sanitizer;

  std::byte* stack_bottom() const { return mapping + page_bytes(); }
  std::size_t stack_bytes() const { return mapping_bytes - page_bytes() - sizeof(Control); }

  static Control* map(FiberPool* pool, std::size_t stack_bytes);
  static void unmap(Control* control);
  static void enter(context::transfer_t from);

  void begin(Body new_body);
  void leave(bool for_good);
};

Fiber::Control* Fiber::Control::map(FiberPool* pool, std::size_t stack_bytes) {
  const std::size_t bytes = stack_bytes + page_bytes();
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE, -1, 0);
  EMU_ASSERT(memory != MAP_FAILED, "the system has memory mappings left for one more fiber");
  EMU_ASSERT(mprotect(memory, page_bytes(), PROT_NONE) == 0,
             "the system has memory mappings left for one more guard page");
  auto* mapping = static_cast<std::byte*>(memory);
  auto* control = new (mapping + bytes - sizeof(Control)) Control;
  control->pool = pool;
  control->mapping = mapping;
  control->mapping_bytes = bytes;
  return control;
}

void Fiber::Control::unmap(Control* control) {
  std::byte* mapping = control->mapping;
  const std::size_t bytes = control->mapping_bytes;
  control->~Control();
  munmap(mapping, bytes);
}

void Fiber::Control::begin(Body new_body) {
  body = std::move(new_body);
  exceptions = {};
  started = false;
  inside = false;
  ended = false;
  other_side = context::make_fcontext(this, stack_bytes(), &Control::enter);
  sanitizer.begin(stack_bottom(), stack_bytes());
}

void Fiber::Control::enter(context::transfer_t from) {
  auto* control = static_cast<Control*>(from.data);
  control->other_side = from.fctx;
  control->sanitizer.entered();
  run_fiber_body(control->body);
  control->ended = true;
  control->leave(true);
}

void Fiber::Control::leave(bool for_good) {
  sanitizer.before_leaving(for_good);
  const context::transfer_t from = context::jump_fcontext(other_side, this);
  other_side = from.fctx;
  sanitizer.entered();
}

Fiber::Fiber(FiberPool& pool, Body body) : control_(pool.take()) {
  control_->begin(std::move(body));
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
  EMU_ASSERT(control_->ended || !control_->started,
             "a fiber that stopped half-way still has objects on its stack");
  control_->body = nullptr;
  control_->sanitizer.end();
  control_->pool->give_back(std::exchange(control_, nullptr));
}

bool Fiber::resume() {
  Control& control = *control_;
  EMU_ASSERT(!control.ended && !control.inside, "only a fiber that waits can be resumed");
  control.started = true;
  control.inside = true;
  control.exceptions = exchange_exception_state(control.exceptions);
  control.sanitizer.before_entering();
  const context::transfer_t from = context::jump_fcontext(control.other_side, &control);
  control.other_side = from.fctx;
  control.sanitizer.left();
  control.exceptions = exchange_exception_state(control.exceptions);
  control.inside = false;
  return !control.ended;
}

void Fiber::suspend() {
  EMU_ASSERT(control_->inside, "only the running fiber can suspend itself");
  control_->leave(false);
}

const std::size_t FiberPool::kStackBytes = kSanitizerStackFactor * 256 * 1024;

FiberPool::FiberPool(FiberPoolOptions options)
    : stack_bytes_(options.stack_bytes == 0 ? kStackBytes : options.stack_bytes),
      idle_max_(options.idle_max) {
  stack_bytes_ = (stack_bytes_ + page_bytes() - 1) / page_bytes() * page_bytes();
}

FiberPool::~FiberPool() {
  EMU_ASSERT(in_use_ == 0, "a pool outlives its fibers");
  for (Fiber::Control* control : idle_) Fiber::Control::unmap(control);
}

Fiber::Control* FiberPool::take() {
  ++in_use_;
  if (idle_.empty()) return Fiber::Control::map(this, stack_bytes_);
  Fiber::Control* control = idle_.back();
  idle_.pop_back();
  return control;
}

void FiberPool::give_back(Fiber::Control* control) {
  --in_use_;
  if (idle_.size() < idle_max_) {
    idle_.push_back(control);
  } else {
    Fiber::Control::unmap(control);
  }
}

}  // namespace emu

#endif  // EMU_FIBER_THREAD
