// What most tests start from: an empty account, a caller to whom everything is allowed, and virtual
// time.
#pragma once

#include <emu/cloud.h>

#include <chrono>
#include <string>
#include <utility>

namespace emu::test {

using namespace std::chrono_literals;

struct Fixture {
  explicit Fixture(CloudOptions options = {}) : cloud(std::move(options)) {}

  Cloud cloud;
  Aws aws = cloud.aws();

  // The code of an error, or "" on success: for one-line checks of refusals.
  template <class T>
  static std::string code(const Result<T>& result) {
    return result.ok() ? std::string() : result.error().code;
  }
  template <class T>
  static std::string message(const Result<T>& result) {
    return result.ok() ? std::string() : result.error().message;
  }
};

}  // namespace emu::test
