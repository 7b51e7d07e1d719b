#include "lambda/sandbox.h"

#include <utility>

#include "core/gate/http_call.h"
#include "lambda/limits.h"

namespace emu::lambda {

// AWS as a handler sees it, which is ended when it loops over calls for ever.
class Sandbox::BoundedClient final : public AwsBackend {
 public:
  explicit BoundedClient(std::shared_ptr<AwsBackend> aws) : aws_(std::move(aws)) {}

  // For the next invocation.
  void restart() { count_ = 0; }

  Status call(const Operation& operation, const void* in, void* out) override {
    count();
    return aws_->call(operation, in, out);
  }
  Time now() override { return aws_->now(); }
  void sleep(Duration duration) override {
    count();
    aws_->sleep(duration);
  }

  // One more call, of AWS or of a URL.
  void count() {
    const Time now = aws_->now();
    if (now != since_) count_ = 0;
    since_ = now;
    if (++count_ > kCallsAtOneInstantMax) throw EndlessLoop();
  }

 private:
  std::shared_ptr<AwsBackend> aws_;
  Time since_ = {};
  int count_ = 0;
};

Sandbox::Sandbox(World& world, std::shared_ptr<const Revision> revision, const CallerPtr& role)
    : world_(world),
      revision_(std::move(revision)),
      role_(role),
      client_(std::make_shared<BoundedClient>(world.backend(role))),
      aws_(client_),
      log_(std::make_shared<FunctionLog>(world, world.client(role), revision_->log_group)) {}

void Sandbox::begin(std::string request_id, Time deadline) {
  request_id_ = std::move(request_id);
  deadline_ = deadline;
  client_->restart();
}

void Sandbox::collect_output() {
  if (process == nullptr) return;
  for (const OutputLine& line : process->take_output()) log_->line(line.text, line.age);
}

void Sandbox::stop_process() {
  if (process == nullptr) return;
  collect_output();
  (void)process->memory_used_mb();  // nobody can tell it any more afterwards
  process->stop();
}

void Sandbox::log(std::string_view line) {
  const WorldEntry inside(world_.scheduler());
  log_->line(line);
}

Result<HttpResponse> Sandbox::http(const UrlRequest& request) {
  client_->count();
  return call_http(world_, role_, request);
}

const std::string* Sandbox::env(std::string_view name) const {
  // The one variable that differs between the sandboxes of a function.
  if (name == "AWS_LAMBDA_LOG_STREAM_NAME") return &log_->stream();
  const auto found = revision_->environment.find(name);
  return found == revision_->environment.end() ? nullptr : &found->second;
}

}  // namespace emu::lambda
