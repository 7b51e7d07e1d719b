// What the environment of a client must hold so that it talks to a server, and how shells are told.
//
// The variable AWS_ENDPOINT_URL is younger than some clients in use. One that does not know it
// calls AWS itself, so whoever prints the variables prints kOldClients, too.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu::cli {

struct ClientEnvironment {
  std::string url = {};
  std::string region = {};
  std::string access_key = "test";  // twelve digits are an account of that number
};

// Which clients do not know AWS_ENDPOINT_URL, and what works for them; for people.
inline constexpr const char* kOldClients =
    "The AWS CLI before 2.13, 1.x before 1.29 and every 1.x for SQS, and boto3 before 1.28 do not\n"
    "know AWS_ENDPOINT_URL and call AWS itself. They need the URL: `emu aws ...`, --endpoint-url,\n"
    "or endpoint_url= in Python.\n";

std::vector<std::pair<std::string, std::string>> variables(const ClientEnvironment& environment);

// Other variables that would lead a client elsewhere: an endpoint of one service goes before that
// of all, and a profile may have one of its own.
std::vector<std::string> misleading_variables();

// Commands that set the variables and take the misleading ones away, for a shell to evaluate.
// `shell` is "sh", which is for bash and zsh too, "fish" or "powershell"; empty for any other name.
std::string shell_commands(const ClientEnvironment& environment, std::string_view shell);

// The exports alone for people to copy, each line indented.
std::string exports_for_people(const ClientEnvironment& environment);

// {"AWS_ENDPOINT_URL":"http://…",…}
std::string variables_json(const ClientEnvironment& environment);

}  // namespace emu::cli
