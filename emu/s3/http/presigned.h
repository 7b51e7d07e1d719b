// What URLs that were presigned hold in their query: besides the signature, headers that are then
// not sent, such as x-amz-meta-* and x-amz-checksum-*.
// Source: Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters (AWS Signature
// Version 4)".
#pragma once

#include <emu/description.h>
#include <emu/http.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/request_parts.h"

namespace emu::s3 {

// Whether the query holds the signature of the request.
bool is_presigned(std::string_view query);

// A header of the request, or the parameter of a presigned URL that stands for it.
std::optional<std::string> header_or_parameter(const RequestParts& parts, std::string_view name);

// Adds the parameters of a presigned URL that stand for headers of that operation. A header that
// was sent goes before its parameter.
void add_presigned_headers(std::string_view raw_query, const std::vector<QueryPair>& query,
                           const Operation& op, HttpHeaders& headers);

}  // namespace emu::s3
