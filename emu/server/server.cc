#include <emu/server.h>

#include <optional>
#include <utility>

#include "server/site.h"
#include "wire/listener.h"
#include "wire/tls.h"

namespace emu {

namespace {

// The certificate that the options ask for; none without TLS.
Result<std::optional<wire::TlsIdentity>> tls_identity(const ServerOptions& options) {
  const bool has_certificate = !options.certificate_file.empty();
  if (has_certificate != !options.key_file.empty()) {
    return Error{.code = "CannotListen",
                 .message = "a certificate and its key go together; one of them is missing",
                 .status = 500};
  }
  if (!options.tls && !has_certificate) return std::optional<wire::TlsIdentity>();
  if (!has_certificate) return std::optional(wire::make_self_signed_identity());
  auto identity = wire::read_tls_identity(options.certificate_file, options.key_file);
  if (!identity) return std::move(identity.error());
  return std::optional(std::move(*identity));
}

// How a URL writes the host; an address that stands for all of the machine's is not one to call.
std::string url_host(const std::string& host) {
  if (host.empty() || host == "0.0.0.0" || host == "::") return "127.0.0.1";
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

}  // namespace

struct Server::Parts {
  Parts(Cloud& cloud, const ServerOptions& options)
      : site(cloud, {.host = options.host, .verify_signatures = options.verify_signatures}) {}

  server::Site site;
  std::string url = {};
  std::unique_ptr<wire::Listener> listener = {};
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() { stop(std::chrono::milliseconds(0)); }

Result<std::unique_ptr<Server>> Server::start(Cloud& cloud, ServerOptions options) {
  auto identity = tls_identity(options);
  if (!identity) return std::move(identity.error());
  const bool is_tls = identity->has_value();
  auto parts = std::make_unique<Parts>(cloud, options);
  server::Site& site = parts->site;
  auto listener = wire::Listener::start(
      {.host = options.host, .port = options.port, .tls = std::move(*identity)},
      {.look = [&site](const HttpRequest& head) { return site.look(head); },
       .answer = [&site](HttpRequest& request) { return site.answer(request); }});
  if (!listener) return std::move(listener.error());
  parts->listener = std::move(*listener);
  parts->url = (is_tls ? "https://" : "http://") + url_host(options.host) + ":" +
               std::to_string(parts->listener->port());
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

int Server::port() const { return parts_->listener->port(); }

std::string Server::url() const { return parts_->url; }

void Server::stop(std::chrono::milliseconds grace) {
  parts_->site.close();
  parts_->listener->stop(grace);
}

}  // namespace emu
