// A sandbox: one execution environment of a function. It runs one invocation at a time and keeps
// what its handler has initialised for the next. Its code runs outside of the world, which log()
// enters; the rest of what a Context answers does not change while code runs. A copy is the sandbox
// started again, which goes on with the same log.
#pragma once

#include <emu/lambda/handler.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/gate/function_runtimes.h"
#include "core/gate/world.h"
#include "lambda/function_log.h"
#include "lambda/revision.h"

namespace emu::lambda {

// Thrown into a handler that makes calls without end; not a std::exception, so that a handler that
// catches those lets it pass.
struct EndlessLoop {};

class Sandbox final : public Context {
 public:
  // `role` is the session that its code runs as.
  Sandbox(World& world, std::shared_ptr<const Revision> revision, const CallerPtr& role);

  const Revision& revision() const { return *revision_; }
  FunctionLog& output() { return *log_; }

  // The code, once it is initialised; empty before.
  Handler handler = {};
  Time idle_since = {};
  bool is_started_again = false;    // after an init phase that failed
  std::string client_context = {};  // of the invocation: JSON, or empty
  // What runs it when it is a package; null for code in C++.
  std::shared_ptr<SandboxCode> process = {};
  Time credentials_end = kLatestTime;  // of the process

  const CallerPtr& role() const { return role_; }

  // What the process has written comes into the log.
  void collect_output();
  void stop_process();

  // Before each invocation. During init the id is empty.
  void begin(std::string request_id, Time deadline);

  Aws& aws() override { return aws_; }
  const std::string& request_id() const override { return request_id_; }
  const std::string& function_name() const override { return revision_->name; }
  const std::string& function_arn() const override { return revision_->arn; }
  const std::string& log_group() const override { return log_->group(); }
  const std::string& log_stream() const override { return log_->stream(); }
  int memory_mb() const override { return revision_->memory_mb; }
  Time deadline() const override { return deadline_; }
  const std::string* env(std::string_view name) const override;
  void log(std::string_view line) override;
  Result<HttpResponse> http(const UrlRequest& request) override;

 private:
  class BoundedClient;

  World& world_;
  std::shared_ptr<const Revision> revision_;
  CallerPtr role_;
  std::shared_ptr<BoundedClient> client_;
  Aws aws_;
  std::shared_ptr<FunctionLog> log_;
  std::string request_id_;
  Time deadline_ = {};
};

}  // namespace emu::lambda
