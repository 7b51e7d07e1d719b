// A request and a response of HTTP, as they travel between a client, an API and a website.
#pragma once

#include <emu/blob.h>

#include <optional>
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
};

struct HttpResponse {
  int status = 200;
  HttpHeaders headers = {};
  Blob body = {};
};

}  // namespace emu
