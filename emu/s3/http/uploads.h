// What uploads in parts need beyond their operations' shapes, when they come over HTTP.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <vector>

#include "core/gate/request_parts.h"
#include "core/text/percent.h"

namespace emu::s3 {

// Whether partNumber, if it is there, is a number at all: S3 has the words for it that it has for a
// number out of bounds.
Status check_part_number_parameter(const std::vector<QueryPair>& query);

// Whether the checksum has come that x-amz-sdk-checksum-algorithm announces.
// Source: Amazon S3 API Reference, "PutObject" (x-amz-sdk-checksum-algorithm).
Status check_announced_checksum(const HttpHeaders& headers);

// Lets the answer to CompleteMultipartUpload name the object by the address that the request went
// to, as AWS does.
void tell_location(const RequestParts& parts, HttpResponse& response);

}  // namespace emu::s3
