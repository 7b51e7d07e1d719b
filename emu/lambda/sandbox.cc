#include "lambda/sandbox.h"

#include <utility>

namespace emu::lambda {

Sandbox::Sandbox(World& world, std::shared_ptr<const Revision> revision, const CallerPtr& role)
    : world_(world),
      revision_(std::move(revision)),
      aws_(world.client(role)),
      log_(std::make_shared<FunctionLog>(world, aws_, revision_->log_group)) {}

void Sandbox::begin(std::string request_id, Time deadline) {
  request_id_ = std::move(request_id);
  deadline_ = deadline;
}

void Sandbox::log(std::string_view line) {
  const WorldEntry inside(world_.scheduler());
  log_->line(line);
}

const std::string* Sandbox::env(std::string_view name) const {
  // The one variable that differs between the sandboxes of a function.
  if (name == "AWS_LAMBDA_LOG_STREAM_NAME") return &log_->stream();
  const auto found = revision_->environment.find(name);
  return found == revision_->environment.end() ? nullptr : &found->second;
}

}  // namespace emu::lambda
