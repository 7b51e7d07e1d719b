#include "core/task/fiber_body.h"

#include <cxxabi.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <typeinfo>

namespace emu {
namespace {

[[noreturn]] void exception_escaped(const char* what) {
  const std::type_info* type = abi::__cxa_current_exception_type();
  int status = 0;
  char* readable =
      type == nullptr ? nullptr : abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  std::fprintf(stderr, "an exception left the body of a fiber, where nobody can catch it: %s%s%s\n",
               readable == nullptr ? "of unknown type" : readable, *what == '\0' ? "" : ": ", what);
  std::fflush(stderr);
  std::abort();
}

}  // namespace

void run_fiber_body(Fiber::Body& body) {
  try {
    body();
    body = nullptr;
  } catch (const std::exception& error) {
    exception_escaped(error.what());
  } catch (...) {
    exception_escaped("");
  }
}

}  // namespace emu
