// Talks to the controls of a server that runs elsewhere, for the verbs that steer one.
#pragma once

#include <emu/result.h>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "core/json/json_view.h"
#include "wire/http/http_client.h"

namespace emu::cli {

// $EMU_URL; else $AWS_ENDPOINT_URL when that is on this machine, since one elsewhere is most likely
// no emu; else where `emu serve` listens unless it is told otherwise.
std::string default_url();

class ControlClient {
 public:
  // The error says what is wrong with the URL.
  static Result<ControlClient> connect(const std::string& url);

  // The JSON that the control answers, or why there is none, in words for people.
  Result<JsonDocument> get(std::string_view path);
  Result<JsonDocument> post(std::string_view path, std::string body = {});
  Status remove(std::string_view path);

  // Where callers of the server are that name no region.
  Result<std::string> region();

  const std::string& url() const { return url_; }

 private:
  ControlClient(std::string url, wire::HttpEndpoint endpoint);
  Result<JsonDocument> send(const HttpRequest& request);

  std::string url_;
  wire::HttpEndpoint endpoint_;
  std::unique_ptr<wire::HttpClient> client_;
};

// What the verbs that steer a server have in common. `name` is as in "emu clock".
struct ControlVerb {
  std::string_view name;
  const char* usage;
  const char* usage_end;
  bool takes_words = false;  // arguments that are no options
};

// Adds --url and --help to the flags, parses the arguments, and lets `act` talk to the server. The
// program's exit code.
int run_control_verb(
    const ControlVerb& verb, Flags flags, std::span<char* const> arguments,
    const std::function<Status(ControlClient& client, const std::vector<std::string>& words)>& act);

// Its text member, or nothing when it has none.
std::string text_of(const JsonDocument& document, std::string_view member);

}  // namespace emu::cli
