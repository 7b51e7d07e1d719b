#include "s3/conditions.h"

#include <chrono>
#include <string>

#include "core/text/ascii.h"
#include "core/time/http_date.h"
#include "s3/errors.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

// HTTP carries whole seconds.
bool modified_after(const StoredObject& object, Time since) {
  return std::chrono::floor<std::chrono::seconds>(object.last_modified) >
         std::chrono::floor<std::chrono::seconds>(since);
}

enum class Unmet { kNone, kIfMatch, kIfNoneMatch, kIfModifiedSince, kIfUnmodifiedSince };

// The ETag conditions decide before those of time. A date in the future is not one that an object
// could have been changed since, and is ignored (RFC 9110, section 13.1.3).
Unmet first_unmet(const ReadConditions& conditions, const StoredObject& object, Time now) {
  if (!conditions.if_match.empty()) {
    if (!etag_matches(conditions.if_match, object.etag)) return Unmet::kIfMatch;
  } else if (conditions.if_unmodified_since &&
             modified_after(object, *conditions.if_unmodified_since)) {
    return Unmet::kIfUnmodifiedSince;
  }
  if (!conditions.if_none_match.empty()) {
    if (etag_matches(conditions.if_none_match, object.etag)) return Unmet::kIfNoneMatch;
  } else if (conditions.if_modified_since && *conditions.if_modified_since <= now &&
             !modified_after(object, *conditions.if_modified_since)) {
    return Unmet::kIfModifiedSince;
  }
  return Unmet::kNone;
}

std::string_view header_of(Unmet unmet) {
  switch (unmet) {
    case Unmet::kIfMatch:
      return "If-Match";
    case Unmet::kIfNoneMatch:
      return "If-None-Match";
    case Unmet::kIfModifiedSince:
      return "If-Modified-Since";
    case Unmet::kIfUnmodifiedSince:
      return "If-Unmodified-Since";
    case Unmet::kNone:
      break;
  }
  return {};
}

// What a cache keeps of the object travels with it, as headers (RFC 9110, section 15.4.5).
Error not_modified(const StoredObject& object) {
  Error error =
      make_error("NotModified", "Not Modified", 304,
                 {{"ETag", object.etag}, {"Last-Modified", http_date(object.last_modified)}});
  const auto add = [&error](std::string_view name, const std::string& value) {
    if (!value.empty()) error.fields.emplace_back(name, value);
  };
  add("Cache-Control", object.headers.cache_control);
  add("Expires", object.headers.expires);
  return error;
}

}  // namespace

std::string_view bare_etag(std::string_view text) {
  text = trim(text);
  if (text.starts_with("W/")) text.remove_prefix(2);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    text.remove_prefix(1);
    text.remove_suffix(1);
  }
  return text;
}

bool etag_matches(std::string_view header, std::string_view etag) {
  while (true) {
    const auto comma = header.find(',');
    const std::string_view wanted = bare_etag(header.substr(0, comma));
    if (wanted == "*" || wanted == bare_etag(etag)) return true;
    if (comma == header.npos) return false;
    header.remove_prefix(comma + 1);
  }
}

Status check_read(const ReadConditions& conditions, const StoredObject& object, Time now) {
  const Unmet unmet = first_unmet(conditions, object, now);
  switch (unmet) {
    case Unmet::kNone:
      return {};
    case Unmet::kIfNoneMatch:
    case Unmet::kIfModifiedSince:
      return not_modified(object);
    default:
      return precondition_failed(header_of(unmet));
  }
}

Status check_copy_source(const ReadConditions& conditions, const StoredObject& source, Time now) {
  const Unmet unmet = first_unmet(conditions, source, now);
  if (unmet == Unmet::kNone) return {};
  return precondition_failed("x-amz-copy-source-" + std::string(header_of(unmet)));
}

Status check_write(const WriteConditions& conditions, std::string_view key,
                   const StoredBucket& bucket) {
  if (!conditions.if_none_match.empty()) {
    if (conditions.if_none_match != "*") {
      return not_implemented_header(
          "If-None-Match",
          "We don't accept the provided value of If-None-Match header for this API");
    }
    if (!conditions.if_match.empty()) {
      return not_implemented_header("If-Match,If-None-Match",
                                    "Multiple conditional request headers present in the request");
    }
    if (current_object(bucket, key) != nullptr) return precondition_failed("If-None-Match");
    return {};
  }
  if (conditions.if_match.empty()) return {};
  if (conditions.if_match == "*") {
    return not_implemented_header(
        "If-Match", "We don't accept the provided value of If-Match header for this API");
  }
  const StoredObject* current = current_object(bucket, key);
  if (current == nullptr) return no_such_key(key);
  if (!etag_matches(conditions.if_match, current->etag)) return precondition_failed("If-Match");
  return {};
}

}  // namespace emu::s3
