#include "runtimes/sandbox_files.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <system_error>

#include "runtimes/folder_stamp.h"

namespace emu::runtimes {

namespace {

// Where its files are: as on AWS, or else where they lie.
void find_place(const SandboxPlan& plan, Machine& machine, SandboxFiles& files) {
  Place& place = files.place;
  place.code_on_disk = files.code->path();
  place.code = place.code_on_disk;
  if (files.layers != nullptr) place.layers_on_disk = files.layers->path();
  place.layers = place.layers_on_disk;
  files.mounts = machine.mounts.of_code(place.code);
  if (files.mounts.empty()) return;
  place.code = "/var/task";
  if (files.layers == nullptr) return;
  std::vector<std::string> needed;
  if (plan.runtime.starts_with("python")) needed = {machine.python().program};
  if (plan.runtime.starts_with("nodejs")) needed = {machine.node().program};
  for (const auto* more : {&machine.options.python_path, &machine.options.node_modules}) {
    needed.insert(needed.end(), more->begin(), more->end());
  }
  if (!Mounts::may_cover_opt(needed)) return;
  files.mounts.push_back({.source = place.layers_on_disk, .target = "/opt"});
  place.layers = "/opt";
}

}  // namespace

SandboxFiles::~SandboxFiles() {
  std::error_code ignored;
  if (!place.temporary.empty()) std::filesystem::remove_all(place.temporary, ignored);
}

std::optional<RuntimeFailure> find_files(const SandboxPlan& plan, Machine& machine,
                                         SandboxFiles& out) {
  std::optional<std::string> refusal;
  if (plan.folder.empty()) {
    out.code = machine.packages.find({plan.package}, refusal);
  } else {
    out.code = std::make_shared<const Folder>(plan.folder, false);
    out.stamp = stamp_of(plan.folder);
  }
  if (!refusal && !plan.layers.empty()) out.layers = machine.packages.find(plan.layers, refusal);
  if (refusal) return RuntimeFailure{.type = "Runtime.InvalidPackage", .message = *refusal};
  find_place(plan, machine, out);
  out.place.temporary = machine.folder / fmt::format("tmp-{}", machine.next_number());
  std::error_code failed;
  std::filesystem::create_directory(out.place.temporary, failed);
  return std::nullopt;
}

}  // namespace emu::runtimes
