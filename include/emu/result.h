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
#include <variant>
#include <vector>

namespace emu {

struct Shape;

// Members that an error carries beyond its message, such as the item of a failed DynamoDB
// condition.
class ErrorDetail {
 public:
  virtual ~ErrorDetail() = default;
  virtual const Shape& shape() const = 0;
  virtual const void* value() const = 0;
};

// An error as AWS words it.
struct Error {
  std::string code;     // "QueueDoesNotExist", without any service prefix
  std::string message;  // AWS's text
  int status = 400;     // HTTP status
  // Extra elements of the error document in order, such as S3's BucketName and Key.
  std::vector<std::pair<std::string, std::string>> fields = {};
  std::shared_ptr<const ErrorDetail> detail = {};
};

// Thrown by Result::value() when there is none.
class AwsError : public std::runtime_error {
 public:
  explicit AwsError(Error error)
      : std::runtime_error(error.code + ": " + error.message), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value; throws AwsError when the call failed.
  const T& value() const& {
    require_value();
    return std::get<0>(state_);
  }
  T value() && {
    require_value();
    return std::move(std::get<0>(state_));
  }

  // Only after a check that there is a value.
  const T& operator*() const { return std::get<0>(state_); }
  T& operator*() { return std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }

  // Only after a check that there is none.
  const Error& error() const { return std::get<1>(state_); }
  Error& error() { return std::get<1>(state_); }

 private:
  void require_value() const {
    if (!ok()) throw AwsError(std::get<1>(state_));
  }

  std::variant<T, Error> state_;
};

// The outcome of something that has no value to give: success, or why not.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  void value() const {
    if (error_) throw AwsError(*error_);
  }
  const Error& error() const { return *error_; }
  Error& error() { return *error_; }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace emu
