#include "runtimes/process_runtimes.h"

#include <utility>

#include "runtimes/folders.h"
#include "runtimes/package.h"
#include "runtimes/sandbox.h"

namespace emu::runtimes {

namespace {

// The process ends with the last who holds this.
class ProcessCode final : public SandboxCode {
 public:
  explicit ProcessCode(std::shared_ptr<Sandbox> sandbox) : sandbox_(std::move(sandbox)) {}
  ~ProcessCode() override { sandbox_->stop(); }

  void wait_for_turn() override { sandbox_->wait_for_turn(); }
  void start() override { sandbox_->start(); }
  std::string run(const RuntimeEvent& event) override { return sandbox_->run(event); }
  void stop() override { sandbox_->stop(); }
  void rest() override { sandbox_->rest(); }
  bool take() override { return sandbox_->take(); }
  std::vector<OutputLine> take_output() override { return sandbox_->take_output(); }
  int memory_used_mb() override { return sandbox_->memory_used_mb(); }

 private:
  const std::shared_ptr<Sandbox> sandbox_;
};

}  // namespace

ProcessRuntimes::ProcessRuntimes(RuntimesOptions options) : machine_(std::move(options)) {}
ProcessRuntimes::~ProcessRuntimes() { stop(); }

std::shared_ptr<SandboxCode> ProcessRuntimes::make(SandboxPlan plan) {
  const auto sandbox = std::make_shared<Sandbox>(machine_, std::move(plan));
  const std::scoped_lock lock(mutex_);
  if (is_stopped_) sandbox->stop();
  std::erase_if(sandboxes_, [](const auto& one) { return one.expired(); });
  sandboxes_.push_back(sandbox);
  return std::make_shared<ProcessCode>(sandbox);
}

std::optional<std::string> ProcessRuntimes::refusal_of_package(std::string_view zip_file) {
  return refusal_of_zip(zip_file);
}

std::optional<std::string> ProcessRuntimes::refusal_of_folder(const std::string& path) {
  return runtimes::refusal_of_folder(path);
}

void ProcessRuntimes::stop() {
  std::vector<std::weak_ptr<Sandbox>> all;
  {
    const std::scoped_lock lock(mutex_);
    is_stopped_ = true;
    all = std::exchange(sandboxes_, {});
  }
  for (const auto& weak : all) {
    if (const auto sandbox = weak.lock()) sandbox->stop();
  }
  machine_.slots.wait_until_empty();
}

}  // namespace emu::runtimes
