// Lambda functions in C++: what a handler is given and what it gives back.
//
//   cloud.bind("hello", [](lambda::Context& context, std::string_view event) -> std::string {
//     context.log("got " + std::string(event));
//     return R"({"ok":true})";
//   });
//
// A handler runs as its function's role, in the function's environment, under its timeout. Throwing
// a std::exception makes the invocation fail as an unhandled error does on AWS. When the timeout
// comes, the handler is unwound at the call or sleep it is in. In virtual time, code with no sleep
// and no call takes no time. In a live Cloud it does: when the timeout comes meanwhile, the
// invocation is answered, and the handler is unwound at its next call or, if it just returns, its
// answer is thrown away.
//
// A handler that makes 100,000 calls while no time passes is ended with "Runtime.EndlessLoop": in
// virtual time its timeout would never come.
#pragma once

#include <emu/aws.h>
#include <emu/http.h>
#include <emu/result.h>
#include <emu/time.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace emu::lambda {

// One invocation, as its handler sees it. Valid until the handler returns.
class Context {
 public:
  virtual ~Context() = default;

  // AWS, called as the function's execution role in the function's region.
  virtual Aws& aws() = 0;

  virtual const std::string& request_id() const = 0;  // empty during init
  virtual const std::string& function_name() const = 0;
  virtual const std::string& function_arn() const = 0;
  virtual const std::string& log_group() const = 0;
  virtual const std::string& log_stream() const = 0;
  virtual int memory_mb() const = 0;
  virtual Time deadline() const = 0;
  Duration remaining() { return deadline() - aws().now(); }

  // A variable of the function's environment, AWS_REGION and the like included; null when unset.
  virtual const std::string* env(std::string_view name) const = 0;

  // Writes a line to the function's log.
  virtual void log(std::string_view line) = 0;

  // Calls a URL, as with the HTTP client of the handler's language. It reaches the APIs and
  // websites of this Cloud, in any account, by their names in AWS; in one that is served also this
  // machine and hosts whose names have no dot. Any other host is unknown, so that no test talks to
  // strangers.
  //
  //   auto made = context.http({.method = "POST", .url = factory + "/orders", .body = order});
  //   if (!made) throw std::runtime_error(made.error().message);
  //
  // An answer is a success whatever its status is; without one the error is of http_errors. After
  // the timeout nobody waits for the answer, and the request may still be carried out. Redirects
  // are not followed. In the trace and to fault rules it is a call of the service "http", whose
  // operation is the method and whose resource is the URL without its query.
  virtual Result<HttpResponse> http(const UrlRequest& request) = 0;

  // Works or waits for that long in virtual time.
  void sleep(Duration duration) { aws().sleep(duration); }
};

using Handler = std::function<std::string(Context& context, std::string_view event)>;
using HandlerFactory = std::function<Handler(Context& init)>;

// Thrown by a handler to choose the errorType of its failure. That of an AwsError is "ClientError",
// that of any other std::exception "Error".
class FunctionError : public std::runtime_error {
 public:
  FunctionError(std::string type, const std::string& message)
      : std::runtime_error(message), type_(std::move(type)) {}
  const std::string& type() const { return type_; }

 private:
  std::string type_;
};

}  // namespace emu::lambda
