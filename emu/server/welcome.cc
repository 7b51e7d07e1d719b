#include "server/welcome.h"

#include <emu/version.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "core/gate/service_profile.h"

namespace emu::server {

namespace {

struct Link {
  std::string_view path;
  std::string_view text;
};
constexpr std::array<Link, 6> kLinks = {{
    {"/_emu/", "all controls"},
    {"/_emu/health", "health"},
    {"/_emu/clock", "the clock"},
    {"/_emu/trace?limit=100", "what happened"},
    {"/_emu/trace/stream", "what happens, as it does"},
    {"/_localstack/health", "health, as clients of LocalStack ask for it"},
}};

constexpr std::string_view kPage = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>emu</title>
<style>
body {{ font: 16px/1.5 sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem }}
pre {{ background: #f3f3f3; padding: 1rem; overflow-x: auto }}
</style>
</head>
<body>
<h1>emu {version}</h1>
<p>An AWS account on this machine, for the AWS CLI and every SDK. Callers that name no other are in
account {account}, region {region}. Everything is in memory and ends with the program.</p>
<pre>export AWS_ENDPOINT_URL={url}
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION={region}</pre>
<p>Services: {services}.</p>
<ul>
{links}</ul>
</body>
</html>
)";

std::string services() {
  std::string text;
  for (const ServiceProfile* service : all_profiles()) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", service->sdk_id);
  }
  return text;
}

std::string links() {
  std::string text;
  for (const Link& link : kLinks) {
    text += fmt::format("<li><a href=\"{}\">{}</a></li>\n", link.path, link.text);
  }
  return text;
}

}  // namespace

bool is_for_people(const RequestParts& parts) {
  const HttpRequest& request = parts.http;
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  if (!is_read || parts.path != "/" || parts.has_query) return false;
  if (request.headers.find("Authorization") != nullptr) return false;
  const std::string* accept = request.headers.find("Accept");
  return accept != nullptr && accept->find("text/html") != std::string::npos;
}

// What can be the name of a host needs no escaping.
HttpResponse welcome_page(const RequestParts& parts, const World::Options& options) {
  const std::string host = parts.host ? parts.http.host : std::string("localhost");
  return {.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}},
          .body = Blob(
              fmt::format(fmt::runtime(kPage), fmt::arg("version", version()),
                          fmt::arg("account", options.account), fmt::arg("region", options.region),
                          fmt::arg("url", (parts.http.tls ? "https://" : "http://") + host),
                          fmt::arg("services", services()), fmt::arg("links", links())))};
}

}  // namespace emu::server
