// Running functions: sandboxes, cold starts, timeouts and the lines of the log.
//
// An invocation takes the most recently used idle sandbox, or starts one: a cold start, whose init
// phase does not count in the function's timeout but has 10 seconds of its own. The handler runs as
// a task. When its time is up, the task is killed and the sandbox thrown away. Sources: Lambda
// Developer Guide, "Understanding the Lambda execution environment lifecycle".
#pragma once

#include <emu/blob.h>
#include <emu/lambda/handler.h>
#include <emu/result.h>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "lambda/region.h"

namespace emu::lambda {

// What to run a function with.
struct Work {
  std::string request_id;
  Blob payload;
  bool wants_log_tail = false;
  std::string client_context = {};  // JSON, or empty
};

// How it ended.
struct Outcome {
  std::string payload;        // the function's answer, or the JSON that describes its failure
  bool has_failed = false;    // by an exception, a timeout or an exit
  std::string log_tail = {};  // base64, when it was wanted
};

class Execution;

class Executor {
 public:
  explicit Executor(World& world) : world_(world) {}

  // Code for all functions of that name.
  void bind(std::string function_name, HandlerFactory factory);

  bool has_code(std::string_view function_name) const {
    return find_code(function_name) != nullptr;
  }

  std::vector<std::string> bound_names() const;

  // Runs the function and waits for its end. An error means that it did not run: no concurrency was
  // left, or its role cannot be assumed; or that it was abandoned.
  Result<Outcome> run(const FunctionPtr& function, Work work);

  // Stops the invocations of one account's functions, or all, and answers them as if there were no
  // such function.
  void abandon(std::optional<std::string_view> account);
  // Likewise those of the functions of one region.
  void abandon(const Region& region);

 private:
  friend class Execution;

  template <class Concerns>
  void abandon_if(const Concerns& concerns);

  // Shared, since it may be bound anew while it runs.
  std::shared_ptr<const HandlerFactory> find_code(std::string_view function_name) const;
  // Code for a sandbox whose function is a package; null when nobody runs packages.
  std::shared_ptr<const HandlerFactory> package_code(Sandbox& sandbox);
  Result<std::shared_ptr<Sandbox>> take_sandbox(LiveFunction& function);
  bool is_usable(Sandbox& sandbox) const;
  static void keep_sandbox(LiveFunction& function, std::shared_ptr<Sandbox> sandbox, Time now);

  World& world_;
  std::list<std::weak_ptr<Execution>> running_;  // in the order of their starts
  std::map<std::string, std::shared_ptr<const HandlerFactory>, std::less<>> code_;
};

}  // namespace emu::lambda
