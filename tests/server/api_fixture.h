// A Cloud behind its wire, without sockets.
#pragma once

#include <emu/http.h>

#include <string>
#include <string_view>
#include <utility>

#include "server/api.h"
#include "support/fixture.h"

namespace emu::test {

struct ApiFixture : Fixture {
  explicit ApiFixture(server::Guard guard = server::Guard({}))
      : api(cloud.world(), {.now = [this] { return cloud.now(); }, .guard = std::move(guard)}) {}

  server::Api api;

  static constexpr std::string_view kHost = "localhost:4566";
  std::string source_ip = "127.0.0.1";

  // As SDKs sign, for that service; nobody looks whether the signature is right.
  static std::string authorization(std::string_view service, std::string_view key = "test",
                                   std::string_view region = "us-east-1") {
    return std::string("AWS4-HMAC-SHA256 Credential=")
        .append(key)
        .append("/20260101/")
        .append(region)
        .append("/")
        .append(service)
        .append("/aws4_request, SignedHeaders=host;x-amz-date, Signature=")
        .append(64, '0');
  }

  static HttpRequest signed_request(std::string_view service, std::string method,
                                    std::string target, std::string_view key = "test",
                                    std::string_view region = "us-east-1") {
    HttpRequest request{
        .method = std::move(method), .host = std::string(kHost), .target = std::move(target)};
    request.headers.add("Host", std::string(kHost));
    request.headers.add("X-Amz-Date", "20260101T000000Z");
    request.headers.add("Authorization", authorization(service, key, region));
    return request;
  }

  HttpResponse json(std::string_view service, std::string target, std::string body,
                    std::string_view key = "test", std::string_view region = "us-east-1") {
    HttpRequest request = signed_request(service, "POST", "/", key, region);
    request.headers.add("X-Amz-Target", std::move(target));
    request.headers.add("Content-Type", "application/x-amz-json-1.0");
    request.body = Blob(std::move(body));
    request.source_ip = source_ip;
    return api.answer(request);
  }

  HttpResponse form(std::string_view service, std::string body, std::string target = "/",
                    std::string_view key = "test") {
    HttpRequest request = signed_request(service, "POST", std::move(target), key);
    request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    request.body = Blob(std::move(body));
    return api.answer(request);
  }

  HttpResponse rest(std::string_view service, std::string method, std::string target,
                    std::string body = {}) {
    HttpRequest request = signed_request(service, std::move(method), std::move(target));
    request.body = Blob(std::move(body));
    return api.answer(request);
  }

  static bool contains(const HttpResponse& response, std::string_view text) {
    return response.body.view().find(text) != std::string_view::npos;
  }
  static std::string header(const HttpResponse& response, std::string_view name) {
    const std::string* value = response.headers.find(name);
    return value == nullptr ? std::string() : *value;
  }
};

}  // namespace emu::test
