#include "s3/conditions.h"

#include <chrono>
#include <string>

#include "s3/errors.h"

namespace emu::s3 {

namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view bare_etag(std::string_view text) {
  text = trim(text);
  if (text.starts_with("W/")) text.remove_prefix(2);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    text.remove_prefix(1);
    text.remove_suffix(1);
  }
  return text;
}

// HTTP carries whole seconds.
bool modified_after(const StoredObject& object, Time since) {
  return std::chrono::floor<std::chrono::seconds>(object.last_modified) >
         std::chrono::floor<std::chrono::seconds>(since);
}

enum class Failure { kNone, kIfMatch, kIfNoneMatch, kIfModifiedSince, kIfUnmodifiedSince };

// The ETag conditions decide before those of time.
Failure first_failure(const ReadConditions& conditions, const StoredObject& object) {
  if (!conditions.if_match.empty()) {
    if (!etag_matches(conditions.if_match, object.etag)) return Failure::kIfMatch;
  } else if (conditions.if_unmodified_since &&
             modified_after(object, *conditions.if_unmodified_since)) {
    return Failure::kIfUnmodifiedSince;
  }
  if (!conditions.if_none_match.empty()) {
    if (etag_matches(conditions.if_none_match, object.etag)) return Failure::kIfNoneMatch;
  } else if (conditions.if_modified_since &&
             !modified_after(object, *conditions.if_modified_since)) {
    return Failure::kIfModifiedSince;
  }
  return Failure::kNone;
}

std::string_view header_of(Failure failure) {
  switch (failure) {
    case Failure::kIfMatch:
      return "If-Match";
    case Failure::kIfNoneMatch:
      return "If-None-Match";
    case Failure::kIfModifiedSince:
      return "If-Modified-Since";
    case Failure::kIfUnmodifiedSince:
      return "If-Unmodified-Since";
    case Failure::kNone:
      break;
  }
  return {};
}

}  // namespace

bool etag_matches(std::string_view header, std::string_view etag) {
  while (true) {
    const auto comma = header.find(',');
    const std::string_view one = bare_etag(header.substr(0, comma));
    if (one == "*" || one == bare_etag(etag)) return true;
    if (comma == header.npos) return false;
    header.remove_prefix(comma + 1);
  }
}

Status check_read(const ReadConditions& conditions, const StoredObject& object) {
  const Failure failure = first_failure(conditions, object);
  switch (failure) {
    case Failure::kNone:
      return {};
    case Failure::kIfNoneMatch:
    case Failure::kIfModifiedSince:
      return not_modified();
    default:
      return precondition_failed(header_of(failure));
  }
}

Status check_copy_source(const ReadConditions& conditions, const StoredObject& source) {
  const Failure failure = first_failure(conditions, source);
  if (failure == Failure::kNone) return {};
  return precondition_failed("x-amz-copy-source-" + std::string(header_of(failure)));
}

Status check_write(const WriteConditions& conditions, std::string_view key,
                   const StoredObject* existing) {
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
    if (existing != nullptr) return precondition_failed("If-None-Match");
    return {};
  }
  if (conditions.if_match.empty()) return {};
  if (conditions.if_match == "*") {
    return not_implemented_header(
        "If-Match", "We don't accept the provided value of If-Match header for this API");
  }
  if (existing == nullptr) return no_such_key(key);
  if (!etag_matches(conditions.if_match, existing->etag)) return precondition_failed("If-Match");
  return {};
}

}  // namespace emu::s3
