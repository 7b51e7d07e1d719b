// Result<T>: what an AWS call gives back, a value or AWS's error.
//
//   auto sent = aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"});
//   if (!sent) fmt::print("{}: {}\n", sent.error().code, sent.error().message);
//
// Expected failure is a value. Straight-line code, such as a test or a handler, calls `.value()`,
// which throws AwsError instead.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace emu {

struct Shape;

template <class T>
class Result;

// Members that an error carries beyond its message, such as the item of a failed DynamoDB
// condition.
class ErrorDetail {
 public:
  virtual ~ErrorDetail() = default;
  virtual const Shape& shape() const = 0;
  virtual const void* value() const = 0;
};

// A place in the source: where a call was made. Like std::source_location, which not every compiler
// has that reads this header.
struct CallSite {
  const char* file = "";
  unsigned line = 0;
  static constexpr CallSite current(const char* file = __builtin_FILE(),
                                    unsigned line = __builtin_LINE()) {
    return {file, line};
  }
};

// An error as AWS words it.
struct Error {
  std::string code = {};     // "QueueDoesNotExist", without any service prefix
  std::string message = {};  // AWS's text
  int status = 400;          // HTTP status
  // Extra elements of the error document in order, such as S3's BucketName and Key.
  std::vector<std::pair<std::string, std::string>> fields = {};
  std::shared_ptr<const ErrorDetail> detail = {};
  // Which call failed so, "SendMessage", and where it was made. Empty when no call gave the error.
  std::string operation = {};
  CallSite called_at = {};
};

// "QueueDoesNotExist: The specified queue does not exist. (SendMessage at orders_test.cc:12)"
std::string to_string(const Error& error);

// Thrown by Result::value() when there is none. what() is its error as text.
class AwsError : public std::runtime_error {
 public:
  explicit AwsError(Error error);
  const Error& error() const { return error_; }

 private:
  Error error_;
};

// What a failed Result leaves behind. It converts into a failing Result of any type, which is how
// EMU_TRY and EMU_CHECK pass an error on. One pointer, so that success costs nothing.
class Failure {
 public:
  explicit Failure(Error error);
  Failure(const Failure& other) : error_(other.error_ == nullptr ? nullptr : copy(*other.error_)) {}
  Failure(Failure&& other) noexcept : error_(std::exchange(other.error_, nullptr)) {}
  Failure& operator=(Failure other) noexcept {
    std::swap(error_, other.error_);
    return *this;
  }
  ~Failure() {
    if (error_ != nullptr) destroy(error_);
  }

  const Error& error() const { return *error_; }
  Error& error() { return *error_; }

 private:
  template <class T>
  friend class Result;
  Failure() = default;  // no failure: a Result that is ok

  // What most callers never need is compiled once, in the library.
  static Error* copy(const Error& error);
  static void destroy(Error* error) noexcept;
  [[noreturn]] static void raise(const Error& error);

  Error* error_ = nullptr;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(const T& value) : value_(value) {}              // NOLINT
  Result(T&& value) : value_(std::move(value)) {}        // NOLINT
  Result(Error error) : failure_(std::move(error)) {}    // NOLINT
  Result(Failure error) : failure_(std::move(error)) {}  // NOLINT

  // With an empty value, which is then filled where it lies.
  explicit Result(std::in_place_t) : value_(std::in_place) {}
  // Gives the value up.
  void fail(Failure failure) {
    value_.reset();
    failure_ = std::move(failure);
  }

  bool ok() const { return failure_.error_ == nullptr; }
  explicit operator bool() const { return ok(); }

  // The value; throws AwsError when the call failed.
  const T& value() const& {
    require_value();
    return *value_;
  }
  T value() && {
    require_value();
    return std::move(*value_);
  }

  // Only after a check that there is a value.
  const T& operator*() const& { return *value_; }
  T& operator*() & { return *value_; }
  T&& operator*() && { return std::move(*value_); }
  const T* operator->() const { return &*value_; }
  T* operator->() { return &*value_; }

  // Only after a check that there is none.
  const Error& error() const { return failure_.error(); }
  Error& error() { return failure_.error(); }
  Failure failure() && { return std::move(failure_); }

 private:
  void require_value() const {
    if (!ok()) Failure::raise(error());
  }

  std::optional<T> value_;
  Failure failure_;
};

// The outcome of something that has no value to give: success, or why not. One pointer.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : failure_(std::move(error)) {}    // NOLINT
  Result(Failure error) : failure_(std::move(error)) {}  // NOLINT

  bool ok() const { return failure_.error_ == nullptr; }
  explicit operator bool() const { return ok(); }
  void value() const {
    if (!ok()) Failure::raise(error());
  }
  // Only after a check that it failed.
  const Error& error() const { return failure_.error(); }
  Error& error() { return failure_.error(); }
  Failure failure() && { return std::move(failure_); }

 private:
  Failure failure_;
};

using Status = Result<void>;

}  // namespace emu

// Passes a failure on to the caller, whatever type of Result that one returns:
//
//   EMU_CHECK(check_name(in.queue_name));                        // of a Status
//   EMU_TRY(Queue* queue, find(call, in.queue_url));             // of a Result<Queue*>
//   EMU_TRY(StoredObject&& object, new_object(call, in));        // large: it stays where it is
#define EMU_CHECK(...)                                       \
  do {                                                       \
    if (auto emu_status = (__VA_ARGS__); !emu_status.ok()) { \
      return std::move(emu_status).failure();                \
    }                                                        \
  } while (false)
#define EMU_TRY(declaration, ...) EMU_TRY_AS(EMU_TRY_NAME(__LINE__), declaration, __VA_ARGS__)
#define EMU_TRY_AS(result, declaration, ...)            \
  auto result = (__VA_ARGS__);                          \
  if (!result.ok()) return std::move(result).failure(); \
  declaration = *std::move(result)
#define EMU_TRY_NAME(line) EMU_TRY_NAME_OF(line)
#define EMU_TRY_NAME_OF(line) emu_result_##line
