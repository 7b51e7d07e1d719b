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

// Identifies an answer, in its headers and, when it is an error, in its document.
struct AnswerIds {
  std::string request_id;
  std::string host_id;
};

AnswerIds new_ids(World& world);

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
HttpResponse to_response(const GetObjectResult& object, const AnswerIds& ids);
HttpResponse to_response(const HeadObjectResult& object, const AnswerIds& ids);
// With nothing but the headers that every answer has.
HttpResponse empty_response(int status, const AnswerIds& ids);

// S3's error document in XML.
HttpResponse error_response(const Error& error, const AnswerIds& ids);

}  // namespace emu::s3
