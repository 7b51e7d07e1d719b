// A live account whose functions are processes. Its clock is slow, so that no limit of time comes
// for an interpreter that starts on a busy machine.
#pragma once

#include <emu/lambda.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "core/gate/world.h"
#include "lambda/lambda_fixture.h"
#include "runtimes/process_runtimes.h"
#include "runtimes/zip_file.h"

namespace emu::test {

inline std::string variable_of_machine(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

inline bool has_program(const std::string& name) {
  const std::string path = variable_of_machine("PATH") + ":";
  for (std::size_t begin = 0, end = 0; (end = path.find(':', begin)) != std::string::npos;
       begin = end + 1) {
    const std::string program = path.substr(begin, end - begin) + "/" + name;
    if (access(program.c_str(), X_OK) == 0) return true;
  }
  return false;
}

// It outlives the account that uses it.
struct RuntimesFixture {
  // Empties when all has ended.
  const std::string machine_folder = make_folder();
  runtimes::ProcessRuntimes runtimes{{.path = variable_of_machine("PATH"),
                                      .home = variable_of_machine("HOME"),
                                      .folder = machine_folder,
                                      .sandboxes_max = 4}};
  ~RuntimesFixture() { std::filesystem::remove_all(machine_folder); }

  static std::string make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "emu-test-XXXXXX").string();
    return mkdtemp(name.data());
  }

  // Of this fixture's functions, those that live.
  std::size_t count_processes() const {
    std::size_t count = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
      std::ifstream in(entry.path() / "cmdline", std::ios::binary);
      const std::string line{std::istreambuf_iterator<char>(in), {}};
      const bool is_guard = line.find("emu-guard") != std::string::npos;
      if (!is_guard && line.find(machine_folder) != std::string::npos) ++count;
    }
    return count;
  }
};

struct FunctionsFixture : RuntimesFixture, LambdaFixture {
  explicit FunctionsFixture(double scale = 0.02)
      : LambdaFixture({.live = LiveOptions{.scale = scale}}) {
    cloud.world().interfaces().add<FunctionRuntimes>(runtimes);
  }
  ~FunctionsFixture() { runtimes.stop(); }

  struct Code {
    std::string runtime = "python3.12";
    std::string handler = "lambda_function.lambda_handler";
    std::vector<ZipEntry> files = {};
    std::chrono::seconds timeout = 120s;
    int memory_mb = 512;
  };

  // A function with that code; its name.
  std::string create(const std::string& name, const Code& code) {
    aws.send(lambda::CreateFunction{.function_name = name,
                                    .runtime = code.runtime,
                                    .role = role,
                                    .handler = code.handler,
                                    .code = {.zip_file = zip_of(code.files)},
                                    .timeout = code.timeout,
                                    .memory_size = code.memory_mb})
        .value();
    return name;
  }
  std::string create_python(const std::string& name, const std::string& text,
                            std::chrono::seconds timeout = 120s) {
    return create(name,
                  {.files = {{.path = "lambda_function.py", .content = text}}, .timeout = timeout});
  }
  std::string create_node(const std::string& name, const std::string& file,
                          const std::string& text) {
    return create(name, {.runtime = "nodejs20.x",
                         .handler = "index.handler",
                         .files = {{.path = file, .content = text}}});
  }

  std::string answer(const std::string& name, const std::string& payload = "{}") {
    return invoke(name, payload).payload.str();
  }

  bool is_logged(const std::string& function, std::string_view text) {
    for (const std::string& line : log_lines(function)) {
      if (line.find(text) != std::string::npos) return true;
    }
    return false;
  }
};

}  // namespace emu::test
