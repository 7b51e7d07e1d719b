#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "cli/client_environment.h"
#include "cli/control_client.h"
#include "cli/verbs.h"
#include "core/text/uri.h"

namespace emu::cli {

namespace {

constexpr const char* kAwsUsage =
    "usage: emu aws <arguments of the AWS CLI>\n"
    "\n"
    "Runs the AWS CLI that is installed, of any version, against a running `emu serve`:\n"
    "\n"
    "  emu aws sqs list-queues\n"
    "\n"
    "The server is the one that EMU_URL names, or AWS_ENDPOINT_URL if that is on this machine, or "
    "else\n"
    "the one on port 4566. Keys and region are those of the environment (AWS_ACCESS_KEY_ID and "
    "the\n"
    "like), or else dummies and the server's region; profiles are not looked at. So nothing "
    "reaches "
    "AWS.\n"
    "\n"
    "Exit code: the AWS CLI's; 1 no server answers, 2 wrong use, 127 no AWS CLI is installed.\n";

constexpr int kExitNoProgram = 127;  // as shells have it

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::string region_of_environment() {
  for (const char* name : {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
    if (is_set(name)) return std::getenv(name);
  }
  return {};
}

// Keys of the environment are kept, with a session token that belongs to them.
void set_environment(const ClientEnvironment& environment) {
  const bool has_keys = is_set("AWS_ACCESS_KEY_ID") && is_set("AWS_SECRET_ACCESS_KEY");
  for (const std::string& name : misleading_variables()) {
    if (!(has_keys && name == "AWS_SESSION_TOKEN")) ::unsetenv(name.c_str());
  }
  for (const auto& [name, value] : variables(environment)) {
    const bool is_key = name == "AWS_ACCESS_KEY_ID" || name == "AWS_SECRET_ACCESS_KEY";
    if (!(has_keys && is_key)) ::setenv(name.c_str(), value.c_str(), 1);
  }
}

// Whose certificate was made for its own run, nobody has signed.
bool has_unknown_certificate(const std::string& url) {
  const auto endpoint = wire::parse_endpoint(url);
  return endpoint && endpoint->tls && is_loopback(endpoint->host);
}

int execute(const std::string& url, std::span<char* const> arguments) {
  std::vector<std::string> words = {"aws", "--endpoint-url", url};
  if (has_unknown_certificate(url)) words.emplace_back("--no-verify-ssl");
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execvp(argv.front(), argv.data());
  const bool is_missing = errno == ENOENT;
  fmt::print(stderr, "emu: the AWS CLI {}\n",
             is_missing ? "is not installed: there is no program 'aws' in PATH"
                        : std::string("cannot be started: ") + std::strerror(errno));
  return kExitNoProgram;
}

}  // namespace

int aws(std::span<char* const> arguments) {
  const std::string_view first = arguments.empty() ? "" : arguments.front();
  if (first.empty() || first == "--help" || first == "-h") {
    fmt::print("{}", kAwsUsage);
    return first.empty() ? kExitUnusable : kExitDone;
  }
  auto client = ControlClient::connect(default_url());
  if (!client) return refuse_use(client.error().message, "emu aws --help");
  const auto server_region = client->region();
  if (!server_region) {
    fmt::print(stderr, "emu: {}\n", server_region.error().message);
    return kExitFailed;
  }
  const std::string region = region_of_environment();
  set_environment({.url = client->url(), .region = region.empty() ? *server_region : region});
  return execute(client->url(), arguments);
}

}  // namespace emu::cli
