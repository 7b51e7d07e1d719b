#include "cli/control_client.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "cli/verbs.h"
#include "core/text/uri.h"

namespace emu::cli {

namespace {

constexpr const char* kDefaultUrl = "http://127.0.0.1:4566";
// To move the clock far takes as long as everything that happens on the way.
constexpr std::chrono::minutes kReadTimeout{10};

std::string environment_text(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

bool is_on_this_machine(const std::string& url) {
  const auto endpoint = wire::parse_endpoint(url);
  return endpoint && is_loopback(endpoint->host);
}

// What the server says is wrong: in JSON, or as plain text from its guard.
std::string reason(const HttpResponse& response) {
  std::string why;
  const auto document = JsonDocument::parse(response.body.view(), why);
  if (document) {
    const auto error = document->root().find("error");
    const auto message = error ? error->find("message") : std::nullopt;
    if (message) return std::string(message->string());
  }
  std::string text = response.body.str();
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

std::string default_url() {
  if (std::string url = environment_text("EMU_URL"); !url.empty()) return url;
  std::string url = environment_text("AWS_ENDPOINT_URL");
  return is_on_this_machine(url) ? url : kDefaultUrl;
}

ControlClient::ControlClient(std::string url, wire::HttpEndpoint endpoint)
    : url_(std::move(url)), endpoint_(std::move(endpoint)) {
  wire::HttpClientOptions options{.read_timeout = kReadTimeout};
  // A certificate that a server has made for its own run is known to nobody.
  options.tls.verify = !is_loopback(endpoint_.host);
  client_ = std::make_unique<wire::HttpClient>(std::move(options));
}

Result<ControlClient> ControlClient::connect(const std::string& url) {
  auto endpoint = wire::parse_endpoint(url);
  if (!endpoint) return usage_error(fmt::format("'{}': {}", url, endpoint.error().message));
  return ControlClient(url, std::move(*endpoint));
}

Result<JsonDocument> ControlClient::get(std::string_view path) {
  return send({.method = "GET", .target = std::string(path)});
}

Result<JsonDocument> ControlClient::post(std::string_view path, std::string body) {
  return send({.method = "POST", .target = std::string(path), .body = Blob(std::move(body))});
}

Result<std::string> ControlClient::region() {
  EMU_TRY(const JsonDocument health, get("/_emu/health"));
  return text_of(health, "region");
}

Status ControlClient::remove(std::string_view path) {
  EMU_CHECK(send({.method = "DELETE", .target = std::string(path)}));
  return {};
}

Result<JsonDocument> ControlClient::send(const HttpRequest& request) {
  const auto response = client_->send(endpoint_, request);
  if (!response) {
    return Error{.code = "NoServer",
                 .message = fmt::format("no emu answers at {}: {}\n`emu serve` starts one; --url "
                                        "or EMU_URL names another.",
                                        url_, response.error().message)};
  }
  if (response->status != 200) {
    return Error{.code = "Refused", .message = reason(*response), .status = response->status};
  }
  std::string why;
  auto document = JsonDocument::parse(response->body.view(), why);
  if (!document) {
    return Error{.code = "NoServer", .message = fmt::format("what answers at {} is not emu", url_)};
  }
  return std::move(*document);
}

int run_control_verb(const ControlVerb& verb, Flags flags, std::span<char* const> arguments,
                     const std::function<Status(ControlClient& client,
                                                const std::vector<std::string>& words)>& act) {
  const std::string hint = fmt::format("{} --help", verb.name);
  std::string url = default_url();
  bool help = false;
  flags.add_value("--url", "URL", url,
                  "the server; else $EMU_URL, $AWS_ENDPOINT_URL if on this machine, or port 4566");
  flags.add_switch("--help", help, "print this");
  const auto words = flags.parse(arguments);
  if (!words) return refuse_use(words.error().message, hint);
  if (help) {
    fmt::print("{}{}{}", verb.usage, flags.help(), verb.usage_end);
    return kExitDone;
  }
  if (!words->empty() && !verb.takes_words) {
    return refuse_use(fmt::format("'{}' takes no '{}'", verb.name, words->front()), hint);
  }
  auto client = ControlClient::connect(url);
  if (!client) return refuse_use(client.error().message, hint);
  const Status done = act(*client, *words);
  if (done) return kExitDone;
  if (done.error().code == kUsageError) return refuse_use(done.error().message, hint);
  fmt::print(stderr, "emu: {}\n", done.error().message);
  return kExitFailed;
}

std::string text_of(const JsonDocument& document, std::string_view member) {
  const auto value = document.root().find(member);
  if (!value || value->type() != JsonView::Type::kString) return {};
  return std::string(value->string());
}

}  // namespace emu::cli
