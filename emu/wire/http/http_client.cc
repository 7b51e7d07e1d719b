#include "wire/http/http_client.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/uri.h"
#include "wire/http/client_socket.h"
#include "wire/http/http1_response.h"
#include "wire/http/transport.h"

namespace emu::wire {

namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10;

Error connection_error(std::string message) {
  return {.code = "ConnectionError", .message = std::move(message), .status = 0};
}

Error timeout_error(const HttpEndpoint& endpoint) {
  return {.code = "RequestTimeout",
          .message = endpoint.authority() + " did not answer in time",
          .status = 0};
}

bool breaks_a_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

// Nothing that would be read as something else than it was given as.
bool is_sendable(const HttpRequest& request) {
  if (request.method.empty() || request.method.find(' ') != std::string::npos ||
      request.target.empty() || request.target.find(' ') != std::string::npos ||
      breaks_a_line(request.method) || breaks_a_line(request.target)) {
    return false;
  }
  return std::none_of(request.headers.begin(), request.headers.end(), [](const auto& field) {
    return field.first.empty() || field.first.find_first_of(": \t") != std::string::npos ||
           breaks_a_line(field.first) || breaks_a_line(field.second);
  });
}

std::string head_of(const HttpEndpoint& endpoint, const HttpRequest& request) {
  std::string head = request.method + " " + request.target + " HTTP/1.1\r\n";
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  if (request.headers.find("host") == nullptr) add("Host", endpoint.authority());
  for (const auto& [name, value] : request.headers) {
    if (!equal_ignoring_case(name, "content-length")) add(name, value);
  }
  const bool has_no_body = request.method == "GET" || request.method == "HEAD";
  if (!has_no_body || !request.body.empty()) {
    add("Content-Length", std::to_string(request.body.size()));
  }
  head += "\r\n";
  return head;
}

struct ClientConnection {
  HttpEndpoint endpoint;
  Socket socket;  // outlives the transport, which uses it
  std::unique_ptr<Transport> transport;
};

}  // namespace

std::string HttpEndpoint::authority() const {
  std::string text = host.find(':') == std::string::npos ? host : "[" + host + "]";
  if (port != (tls ? 443 : 80)) text += ":" + std::to_string(port);
  return text;
}

Result<HttpEndpoint> parse_endpoint(std::string_view url) {
  const Error error{.code = "InvalidEndpoint",
                    .message = "\"" + std::string(url) +
                               "\" is not an endpoint; one looks like http://127.0.0.1:4566"};
  const auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return error;
  const std::string scheme = lower_case(url.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") return error;
  std::string_view authority = url.substr(scheme_end + 3);
  if (authority.ends_with('/')) authority.remove_suffix(1);
  if (authority.find_first_of("/?#@") != std::string_view::npos) return error;
  auto host = parse_host(authority);
  if (!host || host->name.empty()) return error;
  const bool tls = scheme == "https";
  const std::uint16_t default_port = tls ? 443 : 80;
  return HttpEndpoint{
      .tls = tls, .host = std::move(host->name), .port = host->port.value_or(default_port)};
}

struct HttpClient::Parts {
  explicit Parts(HttpClientOptions given) : options(std::move(given)) {}

  // One that was used before, or nothing.
  std::optional<ClientConnection> take_idle(const HttpEndpoint& endpoint) {
    const std::lock_guard lock(mutex);
    for (auto each = idle.begin(); each != idle.end();) {
      if (!(each->endpoint == endpoint)) {
        ++each;
        continue;
      }
      std::optional<ClientConnection> taken(std::move(*each));
      each = idle.erase(each);
      // The server may have closed it meanwhile, or have said something that nobody asked for.
      if (taken->transport->is_open() && !wait_readable(taken->socket.get(), kNow)) return taken;
    }
    return std::nullopt;
  }

  void keep(ClientConnection connection) {
    const std::lock_guard lock(mutex);
    idle.push_front(std::move(connection));
    if (idle.size() > options.idle_connections_max) idle.pop_back();
  }

  Result<TlsClientContext*> tls_context() {
    const std::lock_guard lock(mutex);
    if (!tls) {
      EMU_TRY(tls, TlsClientContext::make(options.tls));
    }
    return tls.get();
  }

  Result<ClientConnection> connect(const HttpEndpoint& endpoint) {
    EMU_TRY(Socket socket, connect_to(endpoint, options.connect_timeout, options.read_timeout));
    if (!endpoint.tls) {
      auto transport = make_socket_transport(socket.get());
      return ClientConnection{endpoint, std::move(socket), std::move(transport)};
    }
    EMU_TRY(TlsClientContext* context, tls_context());
    const auto limit = std::chrono::steady_clock::now() + options.connect_timeout;
    EMU_TRY(auto transport, context->connect(socket.get(), endpoint.host, limit));
    return ClientConnection{endpoint, std::move(socket), std::move(transport)};
  }

  Result<HttpResponse> receive(ClientConnection& connection, Http1ResponseReader& reader) const {
    std::vector<char> buffer(kReadBytes);
    while (!reader.done()) {
      const auto read = connection.transport->read(
          buffer.data(), buffer.size(), std::chrono::steady_clock::now() + options.read_timeout);
      switch (read.outcome) {
        case Transport::Outcome::kTimeout:
          return timeout_error(connection.endpoint);
        case Transport::Outcome::kEnd:
          if (reader.end()) break;
          return connection_error(connection.endpoint.authority() +
                                  " closed the connection before its answer was complete");
        case Transport::Outcome::kBytes:
          if (reader.read({buffer.data(), read.count})) break;
          return connection_error(connection.endpoint.authority() +
                                  " answered something that is not HTTP, or too much of it");
      }
    }
    return reader.take();
  }

  // A moment that has passed: what is waited for until then is not waited for.
  static constexpr std::chrono::steady_clock::time_point kNow{};

  HttpClientOptions options;
  std::mutex mutex;
  std::list<ClientConnection> idle;  // the one used last is the first
  std::unique_ptr<TlsClientContext> tls;
};

HttpClient::HttpClient(HttpClientOptions options)
    : parts_(std::make_unique<Parts>(std::move(options))) {}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpEndpoint& endpoint, const HttpRequest& request) {
  if (!is_sendable(request)) {
    return Error{.code = "InvalidRequest",
                 .message = "the request holds characters that HTTP cannot carry",
                 .status = 0};
  }
  auto connection = parts_->take_idle(endpoint);
  if (!connection) {
    EMU_TRY(connection, parts_->connect(endpoint));
  }
  // A server that refuses a body stops reading it, and its answer says why.
  const bool sent = connection->transport->write(head_of(endpoint, request), request.body.view());
  Http1ResponseReader reader(request.method == "HEAD", parts_->options.body_bytes_max);
  auto response = parts_->receive(*connection, reader);
  if (response && sent && reader.keep_alive()) parts_->keep(std::move(*connection));
  return response;
}

}  // namespace emu::wire
