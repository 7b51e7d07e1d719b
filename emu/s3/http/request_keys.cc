#include "s3/http/request_keys.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/ascii.h"
#include "s3/http/post_form.h"
#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_time.h"

namespace emu::s3 {

namespace {

struct Signing {
  std::string_view by;  // s3:authType
  std::string_view version;
  std::string date = {};  // of version 4, where it is known
};

std::string header_of(const RequestParts& parts, std::string_view name) {
  const std::string* value = parts.http.headers.find(name);
  return value == nullptr ? std::string() : *value;
}

constexpr std::string_view kVersion4 = wire::kSigv4Algorithm;
constexpr std::string_view kVersion2 = "AWS";

// A form is signed with its policy.
std::optional<Signing> signing_of_form(const HttpRequest& request) {
  const auto form = read_post_form(request);
  if (!form || form->field("policy").empty()) return std::nullopt;
  const auto signature = signature_of(*form);
  if (!signature) return std::nullopt;
  return Signing{.by = "POST",
                 .version = signature->is_version_2 ? kVersion2 : kVersion4,
                 .date = std::string(signature->date)};
}

// Nothing for a request that nobody signed.
std::optional<Signing> signing_of(const RequestParts& parts) {
  const std::string authorization = header_of(parts, "Authorization");
  if (authorization.starts_with(kVersion4)) {
    return Signing{
        .by = "REST-HEADER", .version = kVersion4, .date = header_of(parts, "X-Amz-Date")};
  }
  if (!authorization.empty()) return Signing{.by = "REST-HEADER", .version = kVersion2};
  const auto query = parts.query_pairs();
  if (!query) return std::nullopt;
  const auto find = [&](std::string_view name) -> const std::string* {
    const auto found = std::find_if(query->begin(), query->end(), [&](const QueryPair& pair) {
      return equal_ignoring_case(pair.name, name);
    });
    return found == query->end() ? nullptr : &found->value;
  };
  constexpr std::string_view kByQuery = "REST-QUERY-STRING";
  if (find("X-Amz-Signature") != nullptr) {
    const std::string* date = find("X-Amz-Date");
    return Signing{
        .by = kByQuery, .version = kVersion4, .date = date == nullptr ? std::string() : *date};
  }
  if (find("Signature") != nullptr) return Signing{.by = kByQuery, .version = kVersion2};
  return is_post_form(parts.http) ? signing_of_form(parts.http) : std::nullopt;
}

}  // namespace

void add_request_keys(const RequestParts& parts, Time now, std::vector<ConditionValue>& out) {
  const auto add = [&](std::string_view key, std::string value) {
    if (!value.empty()) out.push_back({.key = std::string(key), .values = {std::move(value)}});
  };
  // A request that never left the machine counts as encrypted (aws:SecureTransport), and well.
  add("s3:TlsVersion", "1.3");
  add("s3:x-amz-content-sha256", header_of(parts, "x-amz-content-sha256"));
  const auto signing = signing_of(parts);
  if (!signing) return;
  add("s3:authType", std::string(signing->by));
  add("s3:signatureversion", std::string(signing->version));
  const auto signed_at = wire::parse_sigv4_time(signing->date);
  if (!signed_at) return;
  const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(now - *signed_at);
  add("s3:signatureAge", std::to_string(std::max<std::int64_t>(age.count(), 0)));
}

}  // namespace emu::s3
