// Reads of objects between HTTP and S3's operations, for requests of visitors.
// Source: Amazon S3 API Reference, "GetObject", "Error responses".
#pragma once

#include <emu/http.h>
#include <emu/result.h>
#include <emu/s3/reading.h>

#include <string>
#include <string_view>

#include "core/gate/world.h"
#include "core/time/http_date.h"

namespace emu::s3 {

// Identifies an answer that is an error, in its document and its headers.
struct ErrorIds {
  std::string request_id;
  std::string host_id;
};

ErrorIds new_ids(World& world);

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

// Status and headers; the body is left to the caller.
HttpResponse to_response(const GetObjectResult& object);
HttpResponse to_response(const HeadObjectResult& object);

// S3's error document in XML.
HttpResponse error_response(const Error& error, const ErrorIds& ids);

}  // namespace emu::s3
