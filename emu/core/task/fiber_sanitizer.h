// What AddressSanitizer and ThreadSanitizer must be told at each switch of stacks. Empty in a build
// without them.
#pragma once

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EMU_FIBER_ASAN 1
#endif
#if __has_feature(thread_sanitizer)
#define EMU_FIBER_TSAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define EMU_FIBER_ASAN 1
#endif
#if defined(__SANITIZE_THREAD__)
#define EMU_FIBER_TSAN 1
#endif

#if defined(EMU_FIBER_ASAN)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(EMU_FIBER_TSAN)
#include <sanitizer/tsan_interface.h>
#endif

namespace emu {

#if defined(EMU_FIBER_ASAN) || defined(EMU_FIBER_TSAN)
inline constexpr std::size_t kSanitizerStackFactor = 4;
#else
inline constexpr std::size_t kSanitizerStackFactor = 1;
#endif

// One fiber's notes. The calls come in the order of the declarations; the inner four repeat.
class FiberSanitizer {
 public:
  // Before the first switch to a new body. The stack may carry marks of one that had it before.
  void begin([[maybe_unused]] const void* stack_bottom, [[maybe_unused]] std::size_t stack_bytes) {
#if defined(EMU_FIBER_ASAN)
    stack_bottom_ = stack_bottom;
    stack_bytes_ = stack_bytes;
    ASAN_UNPOISON_MEMORY_REGION(stack_bottom, stack_bytes);
#endif
#if defined(EMU_FIBER_TSAN)
    fiber_ = __tsan_create_fiber(0);
#endif
  }

  void before_entering() {
#if defined(EMU_FIBER_ASAN)
    __sanitizer_start_switch_fiber(&caller_fake_stack_, stack_bottom_, stack_bytes_);
#endif
#if defined(EMU_FIBER_TSAN)
    caller_ = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(fiber_, 0);
#endif
  }

  void entered() {
#if defined(EMU_FIBER_ASAN)
    __sanitizer_finish_switch_fiber(fake_stack_, &caller_bottom_, &caller_bytes_);
#endif
  }

  void before_leaving([[maybe_unused]] bool for_good) {
#if defined(EMU_FIBER_ASAN)
    void** fake_stack = for_good ? nullptr : &fake_stack_;
    if (for_good) fake_stack_ = nullptr;
    __sanitizer_start_switch_fiber(fake_stack, caller_bottom_, caller_bytes_);
#endif
#if defined(EMU_FIBER_TSAN)
    __tsan_switch_to_fiber(caller_, 0);
#endif
  }

  void left() {
#if defined(EMU_FIBER_ASAN)
    __sanitizer_finish_switch_fiber(caller_fake_stack_, nullptr, nullptr);
#endif
  }

  void end() {
#if defined(EMU_FIBER_TSAN)
    __tsan_destroy_fiber(fiber_);
#endif
  }

 private:
#if defined(EMU_FIBER_ASAN)
  const void* stack_bottom_ = nullptr;
  std::size_t stack_bytes_ = 0;
  const void* caller_bottom_ = nullptr;
  std::size_t caller_bytes_ = 0;
  void* fake_stack_ = nullptr;
  void* caller_fake_stack_ = nullptr;
#endif
#if defined(EMU_FIBER_TSAN)
  void* fiber_ = nullptr;
  void* caller_ = nullptr;
#endif
};

}  // namespace emu
