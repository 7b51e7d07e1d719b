// Code that is a package: how a sandbox of it is asked of whoever runs packages.
#include <emu/aws.h>

#include <string>
#include <utility>

#include "core/gate/function_runtimes.h"
#include "core/gate/identities.h"
#include "lambda/executor.h"
#include "lambda/limits.h"
#include "lambda/platform_log.h"
#include "lambda/sandbox.h"

namespace emu::lambda {

namespace {

// The credentials of the function's role, as AWS puts them into the environment.
Time add_credentials(World& world, const CallerPtr& role, SandboxPlan& plan) {
  auto& environment = plan.environment;
  if (role->kind != Caller::Kind::kRole) {
    // Everything is allowed to an account's number.
    environment["AWS_ACCESS_KEY_ID"] = role->account;
    environment["AWS_SECRET_ACCESS_KEY"] = "none";
    return kLatestTime;
  }
  const SessionKeys keys =
      world.interfaces().one<Identities>().begin_session(*role, kCredentialsLife);
  environment["AWS_ACCESS_KEY_ID"] = keys.access_key_id;
  environment["AWS_SECRET_ACCESS_KEY"] = keys.secret_access_key;
  environment["AWS_SESSION_TOKEN"] = keys.session_token;
  return keys.expiration;
}

}  // namespace

std::shared_ptr<const HandlerFactory> Executor::package_code(Sandbox& sandbox) {
  const auto runtimes = world_.interfaces().all<FunctionRuntimes>();
  if (runtimes.empty()) return nullptr;
  const Revision& revision = sandbox.revision();
  SandboxPlan plan{.function_name = revision.name,
                   .runtime = revision.runtime,
                   .handler = revision.handler,
                   .memory_mb = revision.memory_mb,
                   .storage_mb = revision.storage_mb,
                   .package = revision.package,
                   .folder = revision.folder,
                   .layers = revision.layers,
                   .environment = revision.environment};
  plan.environment["AWS_LAMBDA_LOG_STREAM_NAME"] = sandbox.log_stream();
  if (!sandbox.is_started_again) {
    plan.init_line = init_start_line(revision, world_.now()).value_or(std::string());
  }
  sandbox.credentials_end = add_credentials(world_, sandbox.role(), plan);
  const std::shared_ptr<SandboxCode> process = runtimes.front()->make(std::move(plan));
  sandbox.process = process;
  return std::make_shared<const HandlerFactory>([process](Context&) -> Handler {
    process->start();
    // What it is given is always its sandbox.
    return [process](Context& context, std::string_view event) {
      return process->run({.request_id = context.request_id(),
                           .function_arn = context.function_arn(),
                           .payload = Blob(event),
                           .client_context = static_cast<Sandbox&>(context).client_context,
                           .remaining = context.remaining()});
    };
  });
}

}  // namespace emu::lambda
