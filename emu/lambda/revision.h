// What sandboxes run under. It never changes: an update of the function makes a new one, and
// sandboxes of the old one are not used again.
#pragma once

#include <emu/blob.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "lambda/state.h"

namespace emu::lambda {

struct Revision {
  std::string account;
  std::string region;
  std::string name;
  std::string arn;
  std::string role_arn;
  std::string handler;
  std::string log_group;
  std::chrono::seconds timeout;
  int memory_mb = 0;
  int storage_mb = 0;
  std::string runtime = {};  // empty for an image
  std::string runtime_version_arn = {};
  ZipFile package = {};
  std::string folder = {};  // on disk, in place of a package
  std::vector<ZipFile> layers = {};
  bool is_log_json = false;
  std::string system_log_level = {};  // of JSON
  std::map<std::string, std::string, std::less<>> environment;
};

// The revision that is stored of the function now.
std::shared_ptr<const Revision> make_revision(const State& state, const Function& function);

}  // namespace emu::lambda
