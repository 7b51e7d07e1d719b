// Values and functions of operations without their types, as the table of operations keeps them.
//
// The gate and the wire carry requests and answers of all operations as void pointers beside their
// descriptions. What is here gives them back their types, with as little code for each operation as
// that takes: there are hundreds.
#pragma once

#include <emu/result.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/gate/call.h"

namespace emu {

// Owns a value of any type.
class AnyValue {
 public:
  // An empty one.
  template <class T>
  static AnyValue make() {
    return AnyValue(new T(), [](void* value) { delete static_cast<T*>(value); });
  }
  AnyValue(const AnyValue&) = delete;
  AnyValue& operator=(const AnyValue&) = delete;
  ~AnyValue() { destroy_(value_); }

  void* get() const { return value_; }

 private:
  AnyValue(void* value, void (*destroy)(void*)) : value_(value), destroy_(destroy) {}

  void* value_;
  void (*destroy_)(void*);
};

// The resource that a request is about. Converts to false where nothing says it.
class ResourceFunction {
 public:
  ResourceFunction() = default;
  template <class Op>
  explicit ResourceFunction(std::string (*function)(const Call&, const Op&))
      : function_(reinterpret_cast<Function>(function)),
        ask_([](Function kept, const Call& call, const void* in) {
          return reinterpret_cast<std::string (*)(const Call&, const Op&)>(kept)(
              call, *static_cast<const Op*>(in));
        }) {}

  explicit operator bool() const { return ask_ != nullptr; }
  std::string operator()(const Call& call, const void* in) const {
    return ask_(function_, call, in);
  }

 private:
  // Of whatever type; it is called as what it was.
  using Function = void (*)();

  Function function_ = nullptr;
  std::string (*ask_)(Function function, const Call& call, const void* in) = nullptr;
};

// What a request adds to a list.
template <class Element>
using Additions = std::function<void(const Call& call, const void* in, std::vector<Element>& out)>;

// The same, given as something that knows the request's type.
template <class Op, class Element>
class AdditionsOf {
 public:
  AdditionsOf() = default;
  template <class F>
  AdditionsOf(F function)
      : additions_([function = std::move(function)](const Call& call, const void* in,
                                                    std::vector<Element>& out) {
          function(call, *static_cast<const Op*>(in), out);
        }) {}

  Additions<Element> release() { return std::move(additions_); }

 private:
  Additions<Element> additions_ = {};
};

}  // namespace emu
