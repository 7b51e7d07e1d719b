#include "cli/functions_of_run.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/gate/function_runtimes.h"
#include "core/gate/world.h"
#include "runtimes/clock/sim_runtimes.h"
#include "runtimes/folders.h"
#include "runtimes/package.h"
#include "server/site.h"

namespace emu::cli {

namespace {

std::string variable(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

// Nothing of it is made before a package is to be run: most scenarios have none.
class FunctionsOfRun final : public FunctionRuntimes {
 public:
  explicit FunctionsOfRun(Cloud& cloud) : cloud_(cloud) {
    cloud_.world().interfaces().add<FunctionRuntimes>(*this);
  }

  std::shared_ptr<SandboxCode> make(SandboxPlan plan) override {
    if (!processes_) begin();
    return processes_->make(std::move(plan));
  }
  std::optional<std::string> refusal_of_package(std::string_view zip_file) override {
    return runtimes::refusal_of_zip(zip_file);
  }
  std::optional<std::string> refusal_of_folder(const std::string& path) override {
    return runtimes::refusal_of_folder(path);
  }

 private:
  void begin() {
    server::Site& site =
        site_.emplace(cloud_, server::SiteOptions{.now = [this] { return cloud_.now(); }});
    processes_.emplace(
        cloud_.world(),
        runtimes::RuntimesOptions{.path = variable("PATH", "/usr/local/bin:/usr/bin:/bin"),
                                  .home = variable("HOME", ""),
                                  .folder = variable("TMPDIR", "/tmp")},
        wire::HttpHandler{
            .look = [&site](const HttpRequest& head) { return site.look(head); },
            .answer = [&site](HttpRequest& request) { return site.answer(request); },
            .refuse =
                [&site](const HttpRequest& request, const wire::HttpRefusal& refusal) {
                  return site.refuse(request, refusal);
                }});
  }

  Cloud& cloud_;
  std::optional<server::Site> site_;
  std::optional<runtimes::SimRuntimes> processes_;
};

}  // namespace

std::shared_ptr<void> run_functions_beside(Cloud& cloud) {
  return std::make_shared<FunctionsOfRun>(cloud);
}

}  // namespace emu::cli
