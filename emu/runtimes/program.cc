#include "runtimes/program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace emu::runtimes {

namespace {

constexpr std::string_view kPython = "python";
constexpr std::string_view kNode = "nodejs";

Program missing(std::string_view runtime, const std::string& name, std::string_view package) {
  return {
      .error_type = "Runtime.InvalidEntrypoint",
      .error_message = fmt::format(
          "No program {} was found, which runs functions with Runtime {}. On Debian and Ubuntu: "
          "apt-get install {}",
          name, runtime, package)};
}

// "3.11" of "3.11.2"; "20" of "20.11.1".
std::string_view first_numbers(std::string_view version, int count) {
  std::size_t end = 0;
  for (; count > 0 && end != std::string_view::npos; --count) {
    end = version.find('.', end == 0 ? 0 : end + 1);
  }
  return version.substr(0, end);
}

std::string note_on(std::string_view runtime, std::string_view language, std::string_view wanted,
                    std::string_view here, std::string_view version) {
  if (wanted.empty() || wanted == here) return {};
  return fmt::format("[emu] Runtime {} runs on {} {} of this machine.", runtime, language, version);
}

// Where modules are looked for behind the package, as AWS's own runtime does.
std::vector<std::string> python_folders(const SandboxPlan& plan, const Machine& machine,
                                        const Place& place) {
  std::vector<std::string> folders;
  if (!place.layers.empty()) {
    folders.push_back(place.layers / "python/lib" / plan.runtime / "site-packages");
    folders.push_back(place.layers / "python");
  }
  const std::vector<std::string>& more = machine.options.python_path;
  folders.insert(folders.end(), more.begin(), more.end());
  return folders;
}

std::string node_folders(const SandboxPlan& plan, const Machine& machine, const Place& place) {
  std::string folders = place.code / "node_modules";
  if (!place.layers.empty()) {
    std::string version = plan.runtime.substr(kNode.size());
    version.resize(std::min(version.size(), version.find('.')));
    folders += fmt::format(":{0}/nodejs/node{1}/node_modules:{0}/nodejs/node_modules",
                           place.layers.string(), version);
  }
  for (const std::string& more : machine.options.node_modules) folders += ":" + more;
  return folders;
}

Program python_program(const SandboxPlan& plan, Machine& machine, const Place& place) {
  const Interpreter python = machine.python();
  if (python.program.empty()) return missing(plan.runtime, machine.options.python, "python3");
  const std::string_view wanted = std::string_view(plan.runtime).substr(kPython.size());
  std::vector<std::string> command = {python.program, "-u", "-B", machine.folder / "bootstrap.py"};
  for (std::string& folder : python_folders(plan, machine, place)) {
    command.push_back(std::move(folder));
  }
  return {.command = std::move(command),
          .note = note_on(plan.runtime, "Python", wanted, first_numbers(python.version, 2),
                          python.version)};
}

Program node_program(const SandboxPlan& plan, Machine& machine) {
  const Interpreter node = machine.node();
  if (node.program.empty()) return missing(plan.runtime, machine.options.node, "nodejs");
  std::string_view wanted = std::string_view(plan.runtime).substr(kNode.size());
  wanted = wanted.substr(0, wanted.find_first_of(".x"));
  return {.command = {node.program, machine.folder / "bootstrap.mjs"},
          .note = note_on(plan.runtime, "Node.js", wanted, first_numbers(node.version, 1),
                          node.version)};
}

bool is_there(const std::filesystem::path& file) { return ::access(file.c_str(), F_OK) == 0; }

Program own_program(const Place& place) {
  if (is_there(place.code_on_disk / "bootstrap")) return {.command = {place.code / "bootstrap"}};
  if (!place.layers.empty() && is_there(place.layers_on_disk / "bootstrap")) {
    return {.command = {place.layers / "bootstrap"}};
  }
  return {
      .error_type = "Runtime.InvalidEntrypoint",
      .error_message = "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"};
}

}  // namespace

Program program_of(const SandboxPlan& plan, Machine& machine, const Place& place) {
  if (plan.runtime.starts_with(kPython)) return python_program(plan, machine, place);
  if (plan.runtime.starts_with(kNode)) return node_program(plan, machine);
  if (plan.runtime.starts_with("provided")) return own_program(place);
  return {.error_type = "Runtime.InvalidEntrypoint",
          .error_message = fmt::format(
              "Functions with Runtime {} are not run here: those with python3.x, nodejs*.x and "
              "provided.* are, and those to whose names C++ code is bound.",
              plan.runtime.empty() ? "of an image" : plan.runtime)};
}

// Source: Lambda Developer Guide, "Working with Lambda environment variables".
std::vector<std::string> variables_of(const SandboxPlan& plan, Machine& machine,
                                      const Place& place) {
  std::map<std::string, std::string, std::less<>> all = plan.environment;
  const std::string code = place.code;
  all["AWS_LAMBDA_RUNTIME_API"] = place.runtime_api;
  all["LAMBDA_TASK_ROOT"] = code;
  all["LAMBDA_RUNTIME_DIR"] = machine.folder;
  all["TMPDIR"] = place.temporary;
  all["HOME"] = place.temporary;  // what the machine's user has configured is not the function's
  all["_LAMBDA_TELEMETRY_LOG_FD"] = "1";
  const bool has_layers = !place.layers.empty();
  const std::string layers = place.layers;
  all.emplace("PATH", machine.options.path + (has_layers ? ":" + layers + "/bin" : ""));
  all.emplace("LANG", "C.UTF-8");
  all.emplace("LD_LIBRARY_PATH",
              fmt::format("{0}:{0}/lib", code) + (has_layers ? ":" + layers + "/lib" : ""));
  all.emplace("AWS_EC2_METADATA_DISABLED", "true");
  all.emplace("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
  if (plan.runtime.starts_with(kNode)) {
    all.emplace("NODE_PATH", node_folders(plan, machine, place));
  }
  if (const std::string endpoint = machine.endpoint(); !endpoint.empty()) {
    all.emplace("AWS_ENDPOINT_URL", endpoint);
  }
  std::vector<std::string> out;
  out.reserve(all.size());
  for (const auto& [name, value] : all) out.push_back(fmt::format("{}={}", name, value));
  return out;
}

}  // namespace emu::runtimes
