#include "s3/http/web.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "s3/errors.h"
#include "s3/http/cors.h"
#include "s3/http/hosts.h"
#include "s3/http/reading.h"
#include "s3/http/website.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kWebsitePath = "/_website/";

Aws visitor(World& world, const StoredBucket& bucket) {
  return world.client(world.anonymous_caller(bucket.account, bucket.region));
}

HttpResponse read_object(World& world, const StoredBucket& bucket, const std::string& key,
                         const HttpRequest& request) {
  Aws aws = visitor(world, bucket);
  const AnswerIds ids = new_ids(world);
  if (request.method == "HEAD") {
    const auto head = aws.send(read_operation<HeadObject>(bucket.name, key, request.headers));
    if (head) return to_response(*head, ids);
    HttpResponse response = error_response(head.error(), ids);
    response.body = {};
    return response;
  }
  auto object = aws.send(read_operation<GetObject>(bucket.name, key, request.headers));
  if (!object) return error_response(object.error(), ids);
  HttpResponse response = to_response(*object, ids);
  response.body = std::move(object->body);
  return response;
}

HttpResponse answer_rest(World& world, const StoredBucket& bucket, const std::string& key,
                         const HttpRequest& request) {
  if (request.method == "OPTIONS") return answer_preflight(world, bucket, request);
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  if (is_read && !key.empty()) return read_object(world, bucket, key, request);
  return error_response(method_not_allowed(request.method, key.empty() ? "BUCKET" : "OBJECT"),
                        new_ids(world));
}

HttpResponse answer_website(World& world, const StoredBucket& bucket, const RequestParts& parts) {
  Aws aws = visitor(world, bucket);
  const Fetch fetch = [&, name = bucket.name](const std::string& key, Fetching how) {
    const HttpHeaders none;
    return aws.send(read_operation<GetObject>(
        name, key, how == Fetching::kAsAsked ? parts.http.headers : none));
  };
  const WebsiteConfiguration website = *bucket.website;
  return serve_website(website, parts, fetch, new_ids(world));
}

}  // namespace

HttpResponse answer_preflight(World& world, const StoredBucket& bucket,
                              const HttpRequest& request) {
  const AnswerIds ids = new_ids(world);
  const auto headers = preflight(bucket.cors ? &*bucket.cors : nullptr, request.headers);
  if (!headers) return error_response(headers.error(), ids);
  HttpResponse response = empty_response(200, ids);
  for (const auto& [name, value] : *headers) response.headers.add(name, value);
  return response;
}

std::optional<InternetAddress> S3::by_host(const RequestParts& parts, std::string_view) const {
  const auto host = web_host(parts.host_name());
  if (!host || !host->is_website) return std::nullopt;
  return InternetAddress{.host = std::string(parts.host_name()), .target = parts.http.target};
}

std::optional<InternetAddress> S3::by_path(const RequestParts& parts,
                                           std::string_view region) const {
  if (!parts.path.starts_with(kWebsitePath)) return std::nullopt;
  std::string_view rest = parts.path.substr(kWebsitePath.size());
  const std::string_view bucket = take_until(rest, '/');
  if (bucket.empty()) return std::nullopt;
  return InternetAddress{.host = fmt::format("{}.s3-website.{}.amazonaws.com", bucket, region),
                         .target = parts.with_query(fmt::format("/{}", rest)),
                         .prefix = fmt::format("{}{}", kWebsitePath, bucket)};
}

std::optional<HttpResponse> S3::answer_internet(const RequestParts& parts) {
  const auto host = web_host(parts.host_name());
  if (!host) return std::nullopt;
  const auto fail = [&](const Error& error) {
    const AnswerIds ids = new_ids(world_);
    return host->is_website ? error_page(error, ids) : error_response(error, ids);
  };
  const auto name = object_name(parts.path, host->bucket);
  if (!name) return fail(invalid_uri(parts.http.target));
  const StoredBucket* bucket = find(name->bucket);
  if (bucket == nullptr) return fail(no_such_bucket(name->bucket));
  if (host->is_website && !bucket->website) return fail(no_such_website(name->bucket));
  HttpResponse response = host->is_website ? answer_website(world_, *bucket, parts)
                                           : answer_rest(world_, *bucket, name->key, parts.http);
  // Others may have run during the call, and the bucket may be gone.
  const StoredBucket* after = find(name->bucket);
  if (parts.http.method != "OPTIONS" && after != nullptr && after->cors) {
    add_cors_headers(*after->cors, parts.http, response);
  }
  return response;
}

}  // namespace emu::s3
