#include <emu/server.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/gate/world.h"
#include "server/outgoing.h"
#include "server/site.h"
#include "wire/http/listener.h"
#include "wire/tls/tls.h"

namespace emu {

namespace {

bool is_tls(const ServerOptions& options) {
  return options.tls || !options.certificate_file.empty();
}

// The certificate that the options ask for; none without TLS.
Result<std::optional<wire::TlsIdentity>> tls_identity(const ServerOptions& options) {
  const bool has_certificate = !options.certificate_file.empty();
  if (has_certificate == options.key_file.empty()) {
    return Error{.code = "CannotListen",
                 .message = "a certificate and its key go together; one of them is missing",
                 .status = 500};
  }
  if (!is_tls(options)) return std::optional<wire::TlsIdentity>();
  if (!has_certificate) return std::optional(wire::make_self_signed_identity());
  EMU_TRY(auto identity, wire::read_tls_identity(options.certificate_file, options.key_file));
  return std::optional(std::move(identity));
}

// How a URL writes the host; an address that stands for all of the machine's is not one to call.
std::string url_host(const std::string& host) {
  if (host.empty() || host == "0.0.0.0" || host == "::") return "127.0.0.1";
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

}  // namespace

std::string url_of(const ServerOptions& options) {
  return (is_tls(options) ? "https://" : "http://") + url_host(options.host) + ":" +
         std::to_string(options.port);
}

struct Server::Parts {
  Parts(Cloud& served, const ServerOptions& given)
      : cloud(served),
        options(given),
        site(served, {.guard = {.host = given.host,
                                .hosts = given.allowed_hosts,
                                .origins = given.allowed_origins},
                      .verify_signatures = given.verify_signatures,
                      .ready_scripts = given.ready_scripts}) {}

  Cloud& cloud;
  ServerOptions options;
  server::Site site;
  std::unique_ptr<wire::Listener> listener = {};
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() { stop(std::chrono::milliseconds(0)); }

Result<std::unique_ptr<Server>> Server::start(Cloud& cloud, const ServerOptions& options) {
  EMU_ASSERT(cloud.options().live.has_value(), "a Cloud that is served must be live");
  EMU_TRY(auto identity, tls_identity(options));
  auto parts = std::make_unique<Parts>(cloud, options);
  server::Site& site = parts->site;
  auto listener = wire::Listener::start(
      {.host = options.host,
       .port = options.port,
       .tls = std::move(identity),
       .large_bodies_bytes_max = server::large_bodies_bytes_max(cloud.world())},
      {.look = [&site](const HttpRequest& head) { return site.look(head); },
       .answer = [&site](HttpRequest& request) { return site.answer(request); },
       .refuse = [&site](
                     const HttpRequest& request,
                     const wire::HttpRefusal& refusal) { return site.refuse(request, refusal); }});
  if (!listener) return std::move(listener.error());
  parts->listener = std::move(*listener);
  server::bring_sender(cloud.world(), server::make_sender());
  parts->options.port = parts->listener->port();
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

int Server::port() const { return parts_->options.port; }

std::string Server::url() const { return url_of(parts_->options); }

void Server::stop(std::chrono::milliseconds grace) {
  server::bring_sender(parts_->cloud.world(), nullptr);
  parts_->site.close();
  parts_->listener->stop(grace);
}

}  // namespace emu
