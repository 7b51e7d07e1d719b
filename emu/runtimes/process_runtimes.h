// ProcessRuntimes: runs functions as processes of this machine.
//
//   runtimes::ProcessRuntimes runtimes({.path = path});
//   Cloud cloud(…);
//   cloud.world().interfaces().add<FunctionRuntimes>(runtimes);
//   auto server = Server::start(cloud, …);
//   runtimes.set_endpoint((*server)->url());
//   …
//   runtimes.stop();  // before the Cloud goes
//
// A sandbox is a process that speaks the Lambda Runtime API: the machine's Python or Node.js with a
// bootstrap from here, or the package's own program. It must outlive the Cloud that it is entered
// in.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "runtimes/machine.h"

namespace emu::runtimes {

class Sandbox;

class ProcessRuntimes final : public FunctionRuntimes {
 public:
  // Throws std::system_error when no folder can be made.
  explicit ProcessRuntimes(RuntimesOptions options);
  ~ProcessRuntimes() override;
  ProcessRuntimes(const ProcessRuntimes&) = delete;
  ProcessRuntimes& operator=(const ProcessRuntimes&) = delete;

  // Where AWS is for processes that start from now on.
  void set_endpoint(std::string url) { machine_.set_endpoint(std::move(url)); }

  std::shared_ptr<SandboxCode> make(SandboxPlan plan) override;
  std::optional<std::string> refusal_of_package(std::string_view zip_file) override;
  std::optional<std::string> refusal_of_folder(const std::string& path) override;

  // Kills every process and returns when none is left. None starts any more.
  void stop();

 private:
  Machine machine_;
  std::mutex mutex_;
  bool is_stopped_ = false;
  std::vector<std::weak_ptr<Sandbox>> sandboxes_;
};

}  // namespace emu::runtimes
