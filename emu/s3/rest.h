// Reads of objects between HTTP and S3's operations, for requests of browsers.
// Source: Amazon S3 API Reference, "GetObject", "Error responses".
#pragma once

#include <emu/describe.h>
#include <emu/http.h>
#include <emu/result.h>
#include <emu/s3/reading.h>

#include <string>
#include <string_view>

#include "core/time/http_date.h"

namespace emu::s3 {

// Identifies an answer that is an error, in its document and its headers.
struct ErrorIds {
  std::string request_id;
  std::string host_id;
};

// GetObject or HeadObject with the conditions and the range of a request's headers.
template <class Op>
Op read_operation(std::string_view bucket, std::string_view key, const HttpHeaders& headers) {
  Op op{.bucket = std::string(bucket), .key = std::string(key)};
  const auto text = [&](std::string_view name, std::string& member) {
    if (const std::string* value = headers.find(name)) member = *value;
  };
  text("Range", op.range);
  text("If-Match", op.if_match);
  text("If-None-Match", op.if_none_match);
  if (const std::string* since = headers.find("If-Modified-Since")) {
    op.if_modified_since = parse_http_date(*since);
  }
  if (const std::string* since = headers.find("If-Unmodified-Since")) {
    op.if_unmodified_since = parse_http_date(*since);
  }
  return op;
}

// The headers that a result's description places there.
HttpHeaders headers_of(const Shape& shape, const void* result);

template <class R>
HttpResponse to_response(const R& result) {
  return {.status = result.status_code, .headers = headers_of(shape_of<R>(), &result)};
}

// S3's error document in XML.
HttpResponse error_response(const Error& error, const ErrorIds& ids);

// Text for XML and HTML documents.
std::string escape_markup(std::string_view text);

}  // namespace emu::s3
