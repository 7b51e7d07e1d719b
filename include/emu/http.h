// A request and a response of HTTP, as they travel between a client, an API and a website.
#pragma once

#include <emu/blob.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu {

// Header fields in the order they came; names keep their case and are compared without it.
class HttpHeaders {
 public:
  HttpHeaders() = default;
  HttpHeaders(std::initializer_list<std::pair<std::string, std::string>> fields)
      : fields_(fields) {}

  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }
  void reserve(std::size_t count) { fields_.reserve(count); }
  // Replaces every field of that name.
  void set(std::string_view name, std::string value);
  void remove(std::string_view name);
  // The first field of that name, or null.
  const std::string* find(std::string_view name) const;

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }
  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct HttpRequest {
  std::string method = "GET";
  std::string host = {};     // as in the Host header; chooses the API or the bucket
  std::string target = "/";  // raw: path and query exactly as sent
  HttpHeaders headers = {};
  Blob body = {};
  std::string source_ip = "127.0.0.1";
  bool tls = false;           // came in over https
  HttpHeaders trailers = {};  // what followed a chunked body
  // Whether its sender still waits for the answer; empty: yes. It may be asked until that is given.
  std::function<bool()> is_awaited = {};
};

// A request as code makes it that calls a URL.
struct UrlRequest {
  std::string method = "GET";  // one of HTTP's own: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
  std::string url = {};  // "https://<api id>.execute-api.<region>.amazonaws.com/prod/seats?x=1"
  HttpHeaders headers = {};
  Blob body = {};
  Duration timeout = std::chrono::seconds(30);  // until the whole answer is there
};

// The codes of the errors of a request that gets no answer, as Error::code holds them.
namespace http_errors {
inline constexpr const char* kInvalidRequest = "InvalidRequest";      // its URL or method is none
inline constexpr const char* kHostNotFound = "HostNotFound";          // nobody has that name
inline constexpr const char* kConnectionFailed = "ConnectionFailed";  // it broke, or never was
inline constexpr const char* kRequestTimeout = "RequestTimeout";      // its timeout came first
}  // namespace http_errors

// Where a body goes whose length nobody knows beforehand, such as server-sent events.
class HttpStream {
 public:
  virtual ~HttpStream() = default;
  // Sends the bytes at once. False when the other side is gone or the server is stopping; the
  // writer should then return.
  virtual bool write(std::string_view bytes) = 0;
  // Whether a write could still succeed, without writing.
  virtual bool is_open() = 0;
};

struct HttpResponse {
  int status = 200;
  HttpHeaders headers = {};
  Blob body = {};
  // When set, it takes the place of `body`: it is called after the head has been sent, and the body
  // ends when it returns.
  std::function<void(HttpStream&)> stream = {};
};

}  // namespace emu
