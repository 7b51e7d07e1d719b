#include "s3/http.h"

#include <memory>
#include <string>
#include <utility>

#include "core/hash/ids.h"
#include "core/text/percent.h"
#include "s3/cors.h"
#include "s3/errors.h"
#include "s3/rest.h"
#include "s3/website.h"

namespace emu::s3 {

namespace {

ErrorIds new_ids(World& world) {
  return {.request_id = upper_alnum_id(world.random(), 16),
          .host_id = base62_id(world.random(), 76)};
}

Aws visitor(World& world, const StoredBucket& bucket) {
  return world.client(world.anonymous_caller(bucket.account, bucket.region));
}

struct Place {
  std::string bucket;
  std::string key;
};

// Nothing when the path is not well encoded.
std::optional<Place> place_of(const Host& host, const HttpRequest& request) {
  const std::string_view target = request.target;
  const auto decoded = percent_decode(target.substr(0, target.find('?')));
  if (!decoded) return std::nullopt;
  std::string path = decoded->starts_with('/') ? decoded->substr(1) : *decoded;
  if (!host.bucket.empty())
    return Place{.bucket = std::string(host.bucket), .key = std::move(path)};
  const auto slash = path.find('/');
  return Place{.bucket = path.substr(0, slash),
               .key = slash == path.npos ? std::string() : path.substr(slash + 1)};
}

HttpResponse read_object(World& world, const StoredBucket& bucket, const std::string& key,
                         const HttpRequest& request) {
  Aws aws = visitor(world, bucket);
  if (request.method == "HEAD") {
    const auto head = aws.send(read_operation<HeadObject>(bucket.name, key, request.headers));
    if (head) return to_response(*head);
    HttpResponse response = error_response(head.error(), new_ids(world));
    response.body = {};
    return response;
  }
  auto object = aws.send(read_operation<GetObject>(bucket.name, key, request.headers));
  if (!object) return error_response(object.error(), new_ids(world));
  HttpResponse response = to_response(*object);
  response.body = std::move(object->body);
  return response;
}

HttpResponse answer_preflight(World& world, const StoredBucket& bucket,
                              const HttpRequest& request) {
  auto headers = preflight(bucket.cors ? &*bucket.cors : nullptr, request.headers);
  if (!headers) return error_response(headers.error(), new_ids(world));
  return {.status = 200, .headers = std::move(*headers)};
}

void add_cors(const StoredBucket& bucket, const HttpRequest& request, HttpResponse& response) {
  const std::string* origin = request.headers.find("Origin");
  if (origin == nullptr || !bucket.cors) return;
  const CorsRequest asked{.origin = *origin, .method = request.method};
  const CorsRule* rule = matching_rule(*bucket.cors, asked);
  if (rule == nullptr) return;
  for (const auto& [name, value] : cors_headers(*rule, asked)) response.headers.add(name, value);
}

HttpResponse answer_rest(World& world, const StoredBucket& bucket, const std::string& key,
                         const HttpRequest& request) {
  if (request.method == "OPTIONS") return answer_preflight(world, bucket, request);
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  if (is_read && !key.empty()) return read_object(world, bucket, key, request);
  return error_response(method_not_allowed(request.method, key.empty() ? "BUCKET" : "OBJECT"),
                        new_ids(world));
}

HttpResponse answer_website(World& world, const StoredBucket& bucket, const HttpRequest& request) {
  Aws aws = visitor(world, bucket);
  const Fetch fetch = [&, name = bucket.name](const std::string& key, Fetching how) {
    const HttpHeaders none;
    return aws.send(
        read_operation<GetObject>(name, key, how == Fetching::kAsAsked ? request.headers : none));
  };
  const WebsiteConfiguration website = *bucket.website;
  return serve_website(website, request, fetch, new_ids(world));
}

}  // namespace

std::optional<Host> parse_host(std::string_view host) {
  host = host.substr(0, host.find(':'));
  if (const auto found = host.rfind(".s3-website"); found != host.npos && found != 0) {
    return Host{.bucket = host.substr(0, found), .is_website = true};
  }
  if (const auto found = host.rfind(".s3."); found != host.npos && found != 0) {
    return Host{.bucket = host.substr(0, found)};
  }
  if (host.starts_with("s3.")) return Host{};
  return std::nullopt;
}

std::optional<HttpResponse> S3::answer_internet(const HttpRequest& request) {
  return answer_http(world_, *this, request);
}

std::optional<HttpResponse> answer_http(World& world, const S3& s3, const HttpRequest& request) {
  const auto host = parse_host(request.host);
  if (!host) return std::nullopt;
  const WorldEntry inside(world.scheduler());
  const auto fail = [&](const Error& error) {
    const ErrorIds ids = new_ids(world);
    return host->is_website ? error_page(error, ids) : error_response(error, ids);
  };
  const auto place = place_of(*host, request);
  if (!place) return fail(invalid_uri(request.target));
  const StoredBucket* bucket = s3.find(place->bucket);
  if (bucket == nullptr) return fail(no_such_bucket(place->bucket));
  if (host->is_website) {
    if (!bucket->website) return fail(no_such_website(place->bucket));
    return answer_website(world, *bucket, request);
  }
  HttpResponse response = answer_rest(world, *bucket, place->key, request);
  // Others may have run during the call, and the bucket may be gone.
  const StoredBucket* after = s3.find(place->bucket);
  if (request.method != "OPTIONS" && after != nullptr) add_cors(*after, request, response);
  return response;
}

}  // namespace emu::s3
