// What is checked of a request's head and body whatever its operation makes of them.
// Source: Amazon S3 API Reference, "Error responses", "Common Request Headers"; User Guide,
// "Checking object integrity in Amazon S3".
#pragma once

#include <emu/description.h>
#include <emu/http.h>
#include <emu/result.h>

namespace emu::s3 {

// Whether the body is an object's or a part's, and no document.
bool takes_bytes(const Operation& op);

// Whether a body of bytes, an object's or a part's, tells its length beforehand. Documents need
// not.
Status check_length(const Operation& op, const HttpHeaders& headers);

// Whether the body is the one that Content-MD5 and x-amz-checksum-* were sent for. The bodies of
// objects and parts are left to their operations, except for a Content-MD5 that is empty.
Status check_document(const Operation& op, const HttpRequest& request);

}  // namespace emu::s3
