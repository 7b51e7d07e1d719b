// Aws: how code talks to AWS, whichever AWS it is.
//
// Code written against Aws runs in process against a Cloud's services under its clock. A handle is
// cheap to copy, and each one stands for a caller: an account, a region and an identity.
//
//   emu::Aws aws = cloud.aws();
//   auto url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
//
// The library holds what send() is for all operations in emu's headers. For one of your own,
// include <emu/describe.h>.
#pragma once

#include <emu/result.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <memory>
#include <optional>
#include <utility>

namespace emu {

// What is behind a handle: an in-process account, or an endpoint elsewhere.
class AwsBackend {
 public:
  virtual ~AwsBackend() = default;
  // `in` and `out` are the operation's struct and its Result. `out` is meaningful only on success.
  virtual Status call(const Operation& operation, const void* in, void* out) = 0;
  virtual Time now() = 0;
  virtual void sleep(Duration duration) = 0;
};

class Aws {
 public:
  explicit Aws(std::shared_ptr<AwsBackend> backend) : backend_(std::move(backend)) {}

  // Performs one operation. In process it may let other tasks run before it returns. An error says
  // where the call was made.
  template <class Op>
  Result<typename Op::Result> send(const Op& in, CallSite at = CallSite::current());

  // The time as this AWS tells it: virtual, scaled or real.
  Time now() { return backend_->now(); }
  // Waits in that time; other tasks run meanwhile.
  void sleep(Duration duration) { backend_->sleep(duration); }

 private:
  std::shared_ptr<AwsBackend> backend_;
};

}  // namespace emu
