// FunctionRuntimes: what runs functions whose code is a package, such as processes of the machine's
// interpreters. Who runs a cloud in real time may bring them and enters them in
// World::interfaces(); without them only code that is bound to a function's name runs.
#pragma once

#include <emu/blob.h>
#include <emu/time.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

// A zip file whose content its hash tells.
struct ZipFile {
  Blob content = {};
  std::string sha256 = {};
};

// One sandbox of a function, before it is started.
struct SandboxPlan {
  std::string function_name = {};
  std::string runtime = {};  // "python3.12"
  std::string handler = {};
  std::string init_line = {};  // for the log, when it begins
  int memory_mb = 128;
  int storage_mb = 512;
  ZipFile package = {};
  std::string folder = {};           // on disk, in place of a package
  std::vector<ZipFile> layers = {};  // later ones over earlier ones
  // All variables but those that depend on where the sandbox lies.
  std::map<std::string, std::string, std::less<>> environment = {};
};

struct RuntimeEvent {
  std::string request_id = {};
  std::string function_arn = {};
  Blob payload = {};
  std::string client_context = {};  // JSON; empty: none
  Duration remaining = {};          // until the deadline
};

// Thrown by code that has failed.
struct RuntimeFailure {
  std::string type = {};
  std::string message = {};
  std::string answer = {};   // what the caller gets, JSON; empty: made from type and message
  bool is_logged = false;    // the code has told its log by itself
  bool has_crashed = false;  // it ended by itself, or was killed
  bool is_sandbox_lost = true;
};

struct OutputLine {
  std::string text;
  Duration age;  // how long ago it was written, in real time
};

// The code of one sandbox. wait_for_turn(), start() and run() wait for it; they are called outside
// of the world, by one thread at a time. All else may be called from anywhere and waits for nobody.
// It ends when nobody has it any more.
class SandboxCode {
 public:
  virtual ~SandboxCode() = default;

  // Until the machine has room for one more that starts.
  virtual void wait_for_turn() = 0;
  // The init phase. Throws RuntimeFailure.
  virtual void start() = 0;
  // One invocation: the answer. Throws RuntimeFailure.
  virtual std::string run(const RuntimeEvent& event) = 0;

  // Ends it at once. Who waits for it gets a RuntimeFailure.
  virtual void stop() = 0;
  // While it rests it may be ended to make room for others. take() is false when it has ended.
  virtual void rest() = 0;
  virtual bool take() = 0;

  // What it has written since the last time.
  virtual std::vector<OutputLine> take_output() = 0;
  // The most that it has had in memory.
  virtual int memory_used_mb() = 0;
};

class FunctionRuntimes {
 public:
  virtual ~FunctionRuntimes() = default;

  // Starts nothing.
  virtual std::shared_ptr<SandboxCode> make(SandboxPlan plan) = 0;

  // Why a package cannot be used, in AWS's words; nothing when it can.
  virtual std::optional<std::string> refusal_of_package(std::string_view zip_file) = 0;
  // Likewise a folder on disk.
  virtual std::optional<std::string> refusal_of_folder(const std::string& path) = 0;
};

}  // namespace emu
