// Invariants: conditions that hold unless this program itself is wrong.
//
//   EMU_ASSERT(!queue.empty(), "the caller has checked that a message is there");
//
// On in all builds: a broken invariant prints the condition, the reason and the place to stderr and
// aborts. What a user or a client can cause is an Error, not an assertion.
#pragma once

namespace emu {

[[noreturn]] void assertion_failed(const char* condition, const char* why, const char* file,
                                   int line);

}  // namespace emu

#define EMU_ASSERT(condition, why)                     \
  (static_cast<bool>(condition) ? static_cast<void>(0) \
                                : ::emu::assertion_failed(#condition, why, __FILE__, __LINE__))
