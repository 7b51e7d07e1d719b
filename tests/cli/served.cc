#include "cli/served.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "support/paths.h"

namespace emu::cli {

Served::Served(std::vector<std::string> arguments, const std::string& error_file) {
  std::vector<std::string> words = {test::emu_program(), "serve", "--port", "0"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  process_ = ::fork();
  REQUIRE(process_ >= 0);
  if (process_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    if (!error_file.empty()) {
      ::dup2(::open(error_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600), STDERR_FILENO);
    }
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  pipe_ = ends[0];
  char c = 0;
  while (output_.find("Ready.") == std::string::npos && ::read(pipe_, &c, 1) == 1) output_ += c;
}

Served::~Served() {
  if (process_ > 0) stop(SIGKILL);
  ::close(pipe_);
}

std::string Served::url() const {
  const std::size_t begin = output_.find("http");
  REQUIRE(begin != std::string::npos);
  return output_.substr(begin, output_.find(' ', begin) - begin);
}

std::string Served::value_of(const std::string& name) const {
  std::size_t begin = output_.find("\n  " + name + " ");
  REQUIRE(begin != std::string::npos);
  begin = output_.find_first_not_of(' ', begin + name.size() + 3);
  return output_.substr(begin, output_.find('\n', begin) - begin);
}

int Served::stop(int signal) {
  ::kill(process_, signal);
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace emu::cli
