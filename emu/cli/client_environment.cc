#include "cli/client_environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "core/gate/service_profile.h"
#include "core/json/json_writer.h"

namespace emu::cli {

namespace {

struct ShellSyntax {
  std::string_view name;
  const char* set;      // with the name and the quoted value
  const char* take;     // with the name
  const char* a_quote;  // inside of quotes
};
constexpr ShellSyntax kShellSyntaxes[] = {
    {"sh", "export {}={}\n", "unset {}\n", "'\\''"},
    {"fish", "set -gx {} {}\n", "set -e {}\n", "\\'"},
    {"powershell", "$Env:{} = {}\n", "Remove-Item Env:{} -ErrorAction Ignore\n", "''"},
};

// The endpoint and the keys on a line, the regions on the next.
constexpr std::size_t kExportsPerLine = 3;

bool is_plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("-_.:/").find(c) != std::string_view::npos;
}

std::string quoted(const std::string& text, const ShellSyntax& shell) {
  if (shell.name != "powershell" && !text.empty() &&
      std::all_of(text.begin(), text.end(), is_plain)) {
    return text;
  }
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += shell.a_quote;
    } else {
      result += c;
    }
  }
  return result + "'";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> variables(const ClientEnvironment& environment) {
  return {{"AWS_ENDPOINT_URL", environment.url},
          {"AWS_ACCESS_KEY_ID", environment.access_key},
          {"AWS_SECRET_ACCESS_KEY", "test"},
          {"AWS_REGION", environment.region},
          // Clients of old, such as the AWS CLI 1, read only this one.
          {"AWS_DEFAULT_REGION", environment.region}};
}

std::vector<std::string> misleading_variables() {
  std::vector<std::string> names = {"AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE",
                                    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"};
  for (const ServiceProfile* service : all_profiles()) {
    names.push_back(endpoint_variable(*service));
  }
  return names;
}

std::string shell_commands(const ClientEnvironment& environment, std::string_view shell) {
  std::string text;
  for (const ShellSyntax& syntax : kShellSyntaxes) {
    if (syntax.name != shell) continue;
    for (const auto& [name, value] : variables(environment)) {
      text += fmt::format(fmt::runtime(syntax.set), name, quoted(value, syntax));
    }
    for (const std::string& name : misleading_variables()) {
      text += fmt::format(fmt::runtime(syntax.take), name);
    }
  }
  return text;
}

std::string exports_for_people(const ClientEnvironment& environment) {
  std::string text;
  std::size_t count = 0;
  for (const auto& [name, value] : variables(environment)) {
    const bool begins_line = count % kExportsPerLine == 0;
    if (begins_line && count > 0) text += '\n';
    text += begins_line ? "  export " : " ";
    text += fmt::format("{}={}", name, quoted(value, kShellSyntaxes[0]));
    ++count;
  }
  return text + "\n";
}

std::string variables_json(const ClientEnvironment& environment) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  for (const auto& [name, value] : variables(environment)) writer.member(name, value);
  writer.end_object();
  return json + "\n";
}

}  // namespace emu::cli
