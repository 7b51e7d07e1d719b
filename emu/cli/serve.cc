#include <emu/cloud.h>
#include <emu/server.h>
#include <emu/sim.h>
#include <emu/version.h>
#include <fmt/core.h>
#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/applications.h"
#include "cli/call_log.h"
#include "cli/client_environment.h"
#include "cli/ready_hooks.h"
#include "cli/resident_memory.h"
#include "cli/serve_options.h"
#include "cli/verbs.h"
#include "core/gate/function_runtimes.h"
#include "core/gate/world.h"
#include "runtimes/process_runtimes.h"

namespace emu::cli {

namespace {

// How long requests in progress may take to be answered once the server is to stop.
constexpr std::chrono::milliseconds kGrace{500};
// When the program ends even though somebody still works, such as a handler that never returns.
constexpr std::chrono::milliseconds kPatience{1500};

// SIGINT and SIGTERM, kept for whoever waits for them. Threads that are started later keep them
// too.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }

  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_;
};

struct Deployed {
  std::string name;
  sim::Outputs outputs;
};

Result<std::vector<Deployed>> deploy_all(const ServeOptions& options, Cloud& cloud,
                                         const std::string& endpoint) {
  std::vector<Deployed> all;
  for (const sim::Scenario& scenario : options.init) {
    EMU_TRY(auto outputs, sim::deploy(scenario, applications(), cloud, endpoint));
    all.push_back({.name = scenario.name, .outputs = std::move(outputs)});
  }
  return all;
}

// What is deployed names the port, so that it must be known before anybody listens on it.
Status choose_port(Cloud& cloud, ServerOptions& options) {
  if (options.port != 0) return {};
  EMU_TRY(const auto server, Server::start(cloud, options));
  options.port = server->port();
  return {};
}

void print_welcome(const ServeOptions& options, const std::string& url,
                   const std::vector<Deployed>& deployed) {
  fmt::print("emu {} serves AWS on {}  (account {}, region {}, clock {})\n", version(), url,
             options.cloud.account, options.cloud.region, options.clock);
  fmt::print("For SDKs and the AWS CLI, as `emu env` prints it:\n{}{}",
             exports_for_people({.url = url, .region = options.cloud.region}), kOldClients);
  for (const Deployed& one : deployed) {
    fmt::print("Deployed: {}\n", one.name);
    for (const auto& [name, value] : one.outputs) fmt::print("  {:<10} {}\n", name, value);
  }
  std::fflush(stdout);
}

// What the scripts of --ready-hook find the server by.
ReadyHooks::Variables client_variables(const ServeOptions& options, const std::string& url) {
  ReadyHooks::Variables all = variables({.url = url, .region = options.cloud.region});
  all.emplace_back("EMU_URL", url);
  return all;
}

void become_ready(const ServeOptions& options, const std::string& url, ReadyHooks& hooks) {
  hooks.run(client_variables(options, url));
  fmt::print("Ready. Ctrl-C stops it.\n");
  std::fflush(stdout);
}

runtimes::RuntimesOptions runtimes_options(const ServeOptions& options) {
  runtimes::RuntimesOptions out = options.runtimes;
  if (const char* path = std::getenv("PATH")) out.path = path;
  if (const char* home = std::getenv("HOME")) out.home = home;
  if (const char* folder = std::getenv("TMPDIR")) out.folder = folder;
  // Interpreters that start keep their cores busy.
  out.starting_max = std::max(2U, std::thread::hardware_concurrency());
  return out;
}

int stop_with(const Error& error) {
  fmt::print(stderr, "emu: {}\n", error.message);
  return error.code == sim::kInvalidScenario ? kExitUnusable : kExitFailed;
}

}  // namespace

int serve(std::span<char* const> arguments) {
  auto options = read_serve_options(arguments);
  if (!options) {
    if (options.error().code == sim::kInvalidScenario) return stop_with(options.error());
    return refuse_use(options.error().message, "emu serve --help");
  }
  if (options->help) {
    fmt::print("{}", serve_help());
    return kExitDone;
  }

  ReadyHooks hooks;
  if (Status status = hooks.find(options->ready_hook); !status) return stop_with(status.error());
  options->server.ready_scripts = [&hooks] { return hooks.scripts(); };

  const StopSignals signals;
  ResidentMemory memory(options->memory_bytes_max);
  runtimes::ProcessRuntimes functions(runtimes_options(*options));
  Cloud cloud(options->cloud);
  if (options->runtimes.sandboxes_max > 0) {
    cloud.world().interfaces().add<FunctionRuntimes>(functions);
  }
  cloud.world().set_memory_gauge(&memory);
  std::optional<CallLog> log;
  if (options->log != LogFormat::kNone) log.emplace(cloud, options->log, stderr);
  if (!options->init.empty()) {
    if (Status status = choose_port(cloud, options->server); !status)
      return stop_with(status.error());
  }
  functions.set_endpoint(url_of(options->server));
  const auto deployed = deploy_all(*options, cloud, url_of(options->server));
  if (!deployed) {
    functions.stop();
    return stop_with(deployed.error());
  }
  const auto server = Server::start(cloud, options->server);
  if (!server) {
    functions.stop();
    return stop_with(server.error());
  }
  functions.set_endpoint((*server)->url());
  print_welcome(*options, (*server)->url(), *deployed);
  std::thread ready([&] { become_ready(*options, (*server)->url(), hooks); });

  signals.wait();
  // Everything is in memory, so nothing is lost with those who are not waited for.
  std::thread([] {
    std::this_thread::sleep_for(kPatience);
    std::_Exit(kExitDone);
  }).detach();
  hooks.stop();
  ready.join();
  (*server)->stop(kGrace);
  functions.stop();
  return kExitDone;
}

}  // namespace emu::cli
