// Grantees as requests name them, in headers and in documents.
// Source: Amazon S3 API Reference, "PutBucketAcl" (x-amz-grant-read and its like), "Grantee".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "s3/state.h"

namespace emu::s3 {

// The groups that AWS has.
inline constexpr std::string_view kAllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
inline constexpr std::string_view kAuthenticatedUsers =
    "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
inline constexpr std::string_view kLogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

// Adds what a header grants: id="79a5…", uri="http://acs.amazonaws.com/groups/global/AllUsers".
// Errors: InvalidArgument, MethodNotAllowed for e-mail addresses.
Status add_header_grants(std::string_view header, std::string_view value,
                         std::string_view permission, Grants& grants);

// The grantee of a document with what its type has, and nothing else.
// Errors: MalformedACLError, InvalidArgument, MethodNotAllowed.
Result<Grantee> check_grantee(const Grantee& grantee);

}  // namespace emu::s3
