// The program as a person or a script drives it.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/paths.h"

namespace emu::cli {

namespace fs = std::filesystem;

struct Ran {
  int code = -1;
  std::string out = {};
  std::string err = {};
};

inline std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A folder of its own, gone with the object.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "emu_cli_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

  // Runs a command of the shell in this folder; `emu` is the program.
  Ran shell(const std::string& command) const {
    const std::string whole = "cd '" + path_.string() + "' && emu() { '" + test::emu_program() +
                              "' \"$@\"; } && " + command + " >out 2>err";
    const int status = std::system(whole.c_str());  // NOLINT(cert-env33-c)
    return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            .out = text_of(path_ / "out"),
            .err = text_of(path_ / "err")};
  }

 private:
  fs::path path_;
};

inline const std::string kScenarios = test::source_dir() + "/scenarios";

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace emu::cli
