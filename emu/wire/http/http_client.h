// A client of HTTP/1.1 that sends a request exactly as it is given: target and fields byte for
// byte, and gives back the fields of the answer as they came.
//
//   HttpClient client;
//   auto endpoint = parse_endpoint("http://127.0.0.1:4566");
//   auto answer = client.send(*endpoint, {.method = "GET", .target = "/_emu/health"});
//   if (!answer) fmt::print(stderr, "{}\n", answer.error().message);
//
// Connections are kept and used again. Any status is an answer; an error says that there was none:
// its status is 0 and its code "ConnectionError" or "RequestTimeout". The client never sends
// anything twice, and does not know whether a request without an answer was executed.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "wire/tls/tls_client.h"

namespace emu::wire {

// Where to connect.
struct HttpEndpoint {
  bool tls = false;
  std::string host = {};  // a name or an address; IPv6 without brackets
  std::uint16_t port = 80;

  // As in the Host header: with the port unless it is the scheme's own.
  std::string authority() const;
  bool operator==(const HttpEndpoint&) const = default;
};

// "http://localhost:4566" or "https://sqs.eu-west-1.amazonaws.com/"; nothing behind the host.
Result<HttpEndpoint> parse_endpoint(std::string_view url);

struct HttpClientOptions {
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(5);
  std::chrono::milliseconds read_timeout = std::chrono::seconds(60);  // between bytes
  std::size_t idle_connections_max = 64;
  std::size_t body_bytes_max = std::size_t{1} << 30;
  TlsTrust tls = {};
};

// May be used from many threads; each request in progress has a connection of its own.
class HttpClient {
 public:
  explicit HttpClient(HttpClientOptions options = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Host is added when the request has no such field, and so is the length of the body.
  Result<HttpResponse> send(const HttpEndpoint& endpoint, const HttpRequest& request);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace emu::wire
