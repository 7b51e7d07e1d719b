// What the sandboxes of a server share: how to run programs, and where.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "runtimes/folders.h"
#include "runtimes/guard.h"
#include "runtimes/mounts.h"
#include "runtimes/options.h"
#include "runtimes/slots.h"
#include "wire/http/worker_pool.h"

namespace emu::runtimes {

// An interpreter of the machine.
struct Interpreter {
  std::string program = {};  // its path; empty when there is none
  std::string version = {};  // "3.11.2"
};

class Machine {
 public:
  explicit Machine(RuntimesOptions given);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Asked of the program itself, once.
  Interpreter python();
  Interpreter node();

  void set_endpoint(std::string url);
  std::string endpoint();

  // A number that no other sandbox has.
  unsigned next_number();

  const RuntimesOptions options;
  const std::filesystem::path folder;  // removed with this
  Slots slots;
  PackageFolders packages;
  Mounts mounts;
  Guard guard;
  wire::WorkerPool threads;

 private:
  Interpreter ask(const std::string& name, const char* flag, const char* question);

  std::mutex mutex_;
  std::map<std::string, Interpreter> known_;
  std::string endpoint_;
  unsigned last_number_ = 0;
};

}  // namespace emu::runtimes
