#include "server/outgoing.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/uri.h"
#include "wire/http/http_client.h"

namespace emu::server {

namespace {

// Source: Amazon SNS Developer Guide, "Fanout Amazon SNS notifications to HTTPS endpoints": who has
// not answered within 15 seconds has failed.
constexpr std::chrono::seconds kTimeout{15};
constexpr std::size_t kAnswerBytesMax = std::size_t{1} << 20;

bool is_near(const HostParts& host) {
  if (host.is_ipv6 || is_ipv4(host.name)) return is_loopback(host.name);
  // What begins with a digit may be taken for an address: 134744072 is 8.8.8.8.
  if (host.name.find('.') == host.name.npos) return !is_digit(host.name.front());
  return host.name.ends_with(".localhost") || host.name == "host.docker.internal";
}

class NearSender final : public HttpSender {
 public:
  bool reaches(std::string_view host) const override {
    const std::optional<HostParts> parts = parse_host(host);
    return parts && is_near(*parts);
  }

  Result<HttpResponse> send(std::string_view origin, const HttpRequest& request) override {
    EMU_TRY(const wire::HttpEndpoint endpoint, wire::parse_endpoint(origin));
    return client_.send(endpoint, request);
  }

 private:
  wire::HttpClient client_{{.read_timeout = kTimeout, .body_bytes_max = kAnswerBytesMax}};
};

}  // namespace

std::shared_ptr<HttpSender> make_sender() { return std::make_shared<NearSender>(); }

void bring_sender(World& world, const std::shared_ptr<HttpSender>& sender) {
  const WorldEntry inside(world.scheduler());
  world.interfaces().one<HttpOutlet>().set(sender);
}

}  // namespace emu::server
