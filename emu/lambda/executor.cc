#include "lambda/executor.h"

#include <utility>

#include "lambda/execution.h"
#include "lambda/limits.h"
#include "lambda/role_session.h"
#include "lambda/sandbox.h"

namespace emu::lambda {

void Executor::bind(std::string function_name, HandlerFactory factory) {
  code_.insert_or_assign(std::move(function_name),
                         std::make_shared<const HandlerFactory>(std::move(factory)));
}

std::shared_ptr<const HandlerFactory> Executor::find_code(std::string_view function_name) const {
  const auto found = code_.find(function_name);
  return found == code_.end() ? nullptr : found->second;
}

std::vector<std::string> Executor::bound_names() const {
  std::vector<std::string> names;
  for (const auto& [name, code] : code_) names.push_back(name);
  return names;
}

Result<Outcome> Executor::run(const FunctionPtr& function, Work work) {
  ConcurrencyPool& pool = function->home->concurrency;
  Status acquired = pool.acquire(function->concurrency);
  if (!acquired) {
    world_.record<events::InvocationThrottled>([&](auto& event) {
      event.function_arn = function->arn();
      event.request_id = work.request_id;
    });
    return std::move(acquired).failure();
  }
  Result<std::shared_ptr<Sandbox>> sandbox = take_sandbox(*function);
  if (!sandbox) {
    pool.release(function->concurrency);
    return std::move(sandbox).failure();
  }
  const auto execution =
      std::make_shared<Execution>(*this, function, std::move(*sandbox), std::move(work));
  execution->start();
  return execution->wait();
}

template <class Concerns>
void Executor::abandon_if(const Concerns& concerns) {
  // Those that are abandoned leave the list.
  const std::list<std::weak_ptr<Execution>> all = running_;
  for (const std::weak_ptr<Execution>& weak : all) {
    const std::shared_ptr<Execution> execution = weak.lock();
    if (execution != nullptr && concerns(*execution)) execution->abandon();
  }
}

void Executor::abandon(std::optional<std::string_view> account) {
  abandon_if([&](const Execution& execution) {
    return !account || execution.region().stored.account == *account;
  });
}

void Executor::abandon(const Region& region) {
  abandon_if([&](const Execution& execution) { return &execution.region() == &region; });
}

Result<std::shared_ptr<Sandbox>> Executor::take_sandbox(LiveFunction& function) {
  auto& idle = function.idle;
  while (!idle.empty()) {
    std::shared_ptr<Sandbox> sandbox = std::move(idle.back());
    idle.pop_back();
    if (world_.now() >= sandbox->idle_since + kSandboxIdleMax) {
      idle.clear();  // The others have been idle for longer.
    } else if (is_usable(*sandbox)) {
      return sandbox;
    }
  }
  EMU_TRY(const CallerPtr role, assume_role(world_, *function.revision));
  return std::make_shared<Sandbox>(world_, function.revision, role);
}

bool Executor::is_usable(Sandbox& sandbox) const {
  if (sandbox.process == nullptr) return true;
  return world_.now() < sandbox.credentials_end - kCredentialsReserve && sandbox.process->take();
}

void Executor::keep_sandbox(LiveFunction& function, std::shared_ptr<Sandbox> sandbox, Time now) {
  if (function.is_deleted() || &sandbox->revision() != function.revision.get()) return;
  auto& idle = function.idle;
  while (!idle.empty() && now >= idle.front()->idle_since + kSandboxIdleMax) idle.pop_front();
  sandbox->idle_since = now;
  if (sandbox->process != nullptr) sandbox->process->rest();
  idle.push_back(std::move(sandbox));
}

}  // namespace emu::lambda
