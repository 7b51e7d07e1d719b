#include "s3/http/front.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/gate/sandbox.h"
#include "core/task/scheduler.h"
#include "core/text/utf8.h"
#include "s3/copy_source.h"
#include "s3/errors.h"
#include "s3/form_header.h"
#include "s3/http/body_checks.h"
#include "s3/http/cors.h"
#include "s3/http/errors.h"
#include "s3/http/hosts.h"
#include "s3/http/metadata_text.h"
#include "s3/http/post_form.h"
#include "s3/http/presigned.h"
#include "s3/http/reading.h"
#include "s3/http/request_keys.h"
#include "s3/http/router.h"
#include "s3/http/uploads.h"
#include "s3/http/visitors.h"
#include "s3/http/web.h"
#include "s3/http/wrong_parameter.h"
#include "s3/service.h"
#include "wire/sigv4/sigv4.h"

namespace emu::s3 {

namespace {

Error anonymous_override() {
  return {
      .code = "InvalidRequest",
      .message = "Request specific response headers cannot be used for anonymous GET requests."};
}

// Whether the query asks for other headers in the answer, which only signed requests may.
bool overrides_headers(std::string_view query) {
  const auto pairs = parse_raw_query(query);
  return std::any_of(pairs.begin(), pairs.end(),
                     [](const RawQueryPair& pair) { return pair.name.starts_with("response-"); });
}

// The region that PermanentRedirect points to; empty for other errors.
std::string redirect_region(const Error& error) {
  if (error.code != "PermanentRedirect") return {};
  for (const auto& [name, value] : error.fields) {
    if (name != "Endpoint") continue;
    // <bucket>.s3.<region>.amazonaws.com
    constexpr std::string_view kBefore = ".s3.";
    const auto begin = value.rfind(kBefore);
    if (begin == std::string::npos) return {};
    const std::string_view rest = std::string_view(value).substr(begin + kBefore.size());
    return std::string(rest.substr(0, rest.find('.')));
  }
  return {};
}

// The bucket of a path in path style; empty when it names an object too, or nothing.
std::string bucket_of_path(std::string_view path) {
  const auto segments = path_segments(path);
  if (!segments) return {};
  const bool is_bucket =
      segments->size() == 1 || (segments->size() == 2 && segments->back().empty());
  return is_bucket ? segments->front() : std::string();
}

// Who has made a form: whoever signed its policy, or else the request.
Result<HttpIdentity> maker_of(const PostForm& form, std::string_view bucket, HttpDoor& door) {
  if (form.fields.find("policy") == nullptr) return door.identify();
  EMU_TRY(const FormSignature signature, signature_of(form));
  auto maker = door.identify_form(signature);
  if (maker) EMU_CHECK(check_post_policy(form, bucket, door.now()));
  return maker;
}

// Whether the credentials are for the region of the endpoint, where its name tells that.
Status check_region(const RequestParts& parts, const HttpIdentity& identity) {
  if (!parts.host || !identity.names_region) return {};
  const std::string_view region = region_of_host(*parts.host);
  if (region.empty() || region == identity.caller->region) return {};
  return wire::wrong_region(identity.caller->region, region, is_presigned(parts.query));
}

// The operations whose answers tell where the bucket lies.
// Source: Amazon S3 API Reference, "HeadBucket", "ListObjectsV2" (as recorded from AWS).
bool tells_region(const Operation& op) {
  return &op == &operation<HeadBucket>() || &op == &operation<ListObjectsV2>() ||
         &op == &operation<ListObjects>();
}

class Front final : public HttpFront {
 public:
  Front(World& world, const S3& s3, const OperationTable& table)
      : world_(world), s3_(s3), router_(table) {}

  const ServiceProfile& service() const override { return kProfile; }
  bool names_resource(const HostParts& host) const override;
  bool owns(const HostParts& host) const override;
  HttpRoute route(const RequestParts& parts) const override;
  void add_keys(const RequestParts& parts, Time now,
                std::vector<ConditionValue>& out) const override {
    add_request_keys(parts, now, out);
  }
  bool lets_page_in(const RequestParts& parts, std::string_view origin) const override;
  Error body_too_large(std::size_t announced, std::size_t most) const override;
  std::optional<Error> malformed_head(const RequestParts& parts) const override;
  std::optional<Error> refusal_by_head(const RequestParts& parts) const override;
  Error unreadable(const RequestParts& parts, int status, std::string_view reason) const override;
  HttpResponse answer(HttpRequest& request, const RequestParts& parts, HttpRoute route,
                      HttpDoor& door) override;

 private:
  Result<HttpResponse> call(HttpRequest& request, const RequestParts& parts, HttpRoute route,
                            HttpDoor& door) const;
  HttpResponse refuse(const Error& error, const RequestParts& parts, std::string_view path,
                      HttpDoor& door) const;
  // Adds the headers that an operation's answers have beside those of its shape.
  void add_headers(const Operation& op, std::string_view path, HttpResponse& response) const;
  // A form that a browser posts to a bucket. `path` is in path style.
  Result<HttpResponse> upload(const RequestParts& parts, std::string_view path,
                              HttpDoor& door) const;
  // Carries the route of a request out where the bucket is.
  Result<HttpResponse> perform(const RequestParts& parts, HttpRoute route,
                               const HttpIdentity& identity, HttpDoor& door) const;
  // What a bucket's rules say to browsers. Paths are in path style.
  HttpResponse answer_options(const RequestParts& parts, std::string_view path) const;
  void add_rules(const HttpRequest& request, std::string_view path, HttpResponse& response) const;

  World& world_;
  const S3& s3_;
  Router router_;
};

}  // namespace

std::unique_ptr<HttpFront> make_front(World& world, const S3& s3, const OperationTable& table) {
  return std::make_unique<Front>(world, s3, table);
}

bool Front::names_resource(const HostParts& host) const { return !bucket_of_host(host).empty(); }

bool Front::owns(const HostParts& host) const { return host.name.find(".s3.") != host.name.npos; }

HttpRoute Front::route(const RequestParts& parts) const {
  HttpRoute route{.path = path_with_bucket(parts)};
  auto pairs = parts.query_pairs();
  const auto name = object_name(route.path);
  if (!pairs || !name || !is_valid_utf8(name->key)) {
    route.error = invalid_uri(parts.http.target);
    return route;
  }
  route.query = std::move(*pairs);
  auto found = router_.find({.method = parts.http.method,
                             .path = route.path,
                             .query = parts.query,
                             .headers = parts.http.headers});
  if (!found) {
    route.error = std::move(found.error());
  } else if (auto wrong = wrong_parameter((*found)->operation->name.name, route.query)) {
    route.error = std::move(*wrong);
  } else {
    route.entry = *found;
  }
  return route;
}

// A copy reads from where the rules of the target say nothing about.
bool Front::lets_page_in(const RequestParts& parts, std::string_view origin) const {
  const auto name = object_name(path_with_bucket(parts));
  if (!name || !parts.query_pairs()) return false;
  if (const auto header = header_or_parameter(parts, "x-amz-copy-source")) {
    const auto source = parse_copy_source(*header);
    if (!source || source->bucket != name->bucket) return false;
  }
  const WorldEntry inside(world_.scheduler());
  const StoredBucket* bucket = s3_.find(name->bucket);
  return bucket != nullptr && bucket->cors &&
         matching_rule(*bucket->cors, {.origin = origin, .method = parts.http.method}) != nullptr;
}

Error Front::body_too_large(std::size_t announced, std::size_t most) const {
  return entity_too_large(announced, most);
}

std::optional<Error> Front::malformed_head(const RequestParts& parts) const {
  if (parts.http.headers.find("Content-Length") != nullptr) return std::nullopt;
  const HttpRoute asked = route(parts);
  if (asked.entry == nullptr) return std::nullopt;
  Status status = check_length(*asked.entry->operation, parts.http.headers);
  if (status) return std::nullopt;
  return std::move(status.error());
}

std::optional<Error> Front::refusal_by_head(const RequestParts& parts) const {
  HttpRoute asked = route(parts);
  const auto name = object_name(asked.path);
  if (!name || (name->key.empty() && !is_post_form(parts.http))) return std::nullopt;
  const WorldEntry inside(world_.scheduler());
  const StoredBucket* bucket = s3_.find(name->bucket);
  if (bucket == nullptr) return no_such_bucket(name->bucket);
  if (is_signed(parts)) return std::nullopt;
  return refusal_of_visitor(world_, parts, std::move(asked), *bucket);
}

Error Front::unreadable(const RequestParts& parts, int status, std::string_view reason) const {
  if (status == 405) return method_not_allowed(parts.http.method, "OBJECT");
  return unreadable_request(status, reason);
}

HttpResponse Front::answer(HttpRequest& request, const RequestParts& parts, HttpRoute route,
                           HttpDoor& door) {
  const std::string path = route.path;
  if (request.method == "OPTIONS") return answer_options(parts, path);
  const Operation* op = route.entry == nullptr ? nullptr : route.entry->operation;
  const bool is_form = op == nullptr && is_post_form(request) && !bucket_of_path(path).empty();
  auto result = is_form ? upload(parts, path, door) : call(request, parts, std::move(route), door);
  HttpResponse response = result ? std::move(*result) : refuse(result.error(), parts, path, door);
  if (op != nullptr) add_headers(*op, path, response);
  add_rules(request, path, response);
  if (op == &operation<GetObject>() && response.status < 300) sandbox_page(response);
  if (request.method == "HEAD") response.body = {};
  return response;
}

// What was signed is not changed before that has been looked at.
Result<HttpResponse> Front::call(HttpRequest& request, const RequestParts& parts, HttpRoute route,
                                 HttpDoor& door) const {
  EMU_TRY(const HttpIdentity identity, door.identify());
  EMU_CHECK(check_region(parts, identity));
  if (route.entry == nullptr) return std::move(route.error);
  if (identity.caller->kind == Caller::Kind::kAnonymous && overrides_headers(parts.query)) {
    return anonymous_override();
  }
  const Operation& op = *route.entry->operation;
  add_presigned_headers(parts.query, route.query, op, request.headers);
  // Nobody else says that a form was posted, in a header or in a URL.
  request.headers.remove(kFormHeader);
  decode_metadata(request.headers);
  EMU_CHECK(check_part_number_parameter(route.query));
  EMU_CHECK(door.unwrap_chunks());
  EMU_CHECK(check_announced_checksum(request.headers));
  EMU_CHECK(check_document(op, request));
  EMU_TRY(HttpResponse answer, perform(parts, std::move(route), identity, door));
  if (&op == &operation<CompleteMultipartUpload>()) tell_location(parts, answer);
  return answer;
}

HttpResponse Front::refuse(const Error& error, const RequestParts& parts, std::string_view path,
                           HttpDoor& door) const {
  HttpResponse response = door.refuse(error);
  if (std::string region = redirect_region(error); !region.empty()) {
    response.headers.add("x-amz-bucket-region", std::move(region));
  }
  if (error.status == 405 && response.headers.find("Allow") == nullptr) {
    response.headers.add("Allow", router_.allowed_methods({.method = parts.http.method,
                                                           .path = path,
                                                           .query = parts.query,
                                                           .headers = parts.http.headers}));
  }
  return response;
}

void Front::add_headers(const Operation& op, std::string_view path, HttpResponse& response) const {
  encode_metadata(response.headers);
  if (!tells_region(op)) return;
  if (response.headers.find("Content-Type") == nullptr) {
    response.headers.add("Content-Type", "application/xml");
  }
  const auto name = object_name(path);
  if (!name || response.headers.find("x-amz-bucket-region") != nullptr) return;
  const WorldEntry inside(world_.scheduler());
  const StoredBucket* bucket = s3_.find(name->bucket);
  if (bucket != nullptr) response.headers.add("x-amz-bucket-region", bucket->region);
}

Result<HttpResponse> Front::upload(const RequestParts& parts, std::string_view path,
                                   HttpDoor& door) const {
  EMU_TRY(const PostForm form, read_post_form(parts.http));
  EMU_TRY(const HttpRequest put, put_of_form(form, parts.http, path));
  const RequestParts put_parts(put);
  HttpRoute put_route = route(put_parts);
  if (put_route.entry == nullptr) return std::move(put_route.error);
  const std::string bucket = bucket_of_path(path);
  EMU_TRY(const HttpIdentity maker, maker_of(form, bucket, door));
  EMU_TRY(HttpResponse answer, perform(put_parts, std::move(put_route), maker, door));
  return answer_post(form, parts, bucket, std::move(answer));
}

Result<HttpResponse> Front::perform(const RequestParts& parts, HttpRoute route,
                                    const HttpIdentity& identity, HttpDoor& door) const {
  const Operation& op = *route.entry->operation;
  auto response = door.perform(std::move(route), parts.http, identity.caller);
  if (!response && response.error().code == "MalformedXML" && is_about_acl(op)) {
    return malformed_acl();
  }
  if (response || identity.names_region) return response;
  // Meant is the region where the bucket is.
  const std::string region = redirect_region(response.error());
  if (region.empty() || region == identity.caller->region) return response;
  auto there = std::make_shared<Caller>(*identity.caller);
  there->region = region;
  return door.perform(this->route(parts), parts.http, there);
}

HttpResponse Front::answer_options(const RequestParts& parts, std::string_view path) const {
  const WorldEntry inside(world_.scheduler());
  const auto name = object_name(path);
  if (!name) return error_response(invalid_uri(path), new_ids(world_));
  const StoredBucket* bucket = s3_.find(name->bucket);
  if (bucket == nullptr) return error_response(no_such_bucket(name->bucket), new_ids(world_));
  return answer_preflight(world_, *bucket, parts.http);
}

void Front::add_rules(const HttpRequest& request, std::string_view path,
                      HttpResponse& response) const {
  if (request.headers.find("Origin") == nullptr) return;
  const auto name = object_name(path);
  if (!name) return;
  const WorldEntry inside(world_.scheduler());
  const StoredBucket* bucket = s3_.find(name->bucket);
  if (bucket != nullptr && bucket->cors) add_cors_headers(*bucket->cors, request, response);
}

}  // namespace emu::s3
