// The values of an object's metadata in headers, which carry ASCII: other text travels in encoded
// words (RFC 2047), and bytes beyond ASCII are read as ISO 8859-1.
//
//   header                                        stored      sent back
//   x-amz-meta-a: =?UTF-8?B?YWJj?=                abc         abc
//   x-amz-meta-a: =?UTF-8?B?w7Y=?=                ö           =?UTF-8?B?w7Y=?=
//   x-amz-meta-a: ö, in UTF-8                     Ã¶          =?UTF-8?B?w4PCtg==?=
//
// Source: Amazon S3 User Guide, "Working with object metadata" (User-defined object metadata).
#pragma once

#include <emu/http.h>

#include <string>
#include <string_view>

namespace emu::s3 {

std::string decode_metadata_text(std::string_view header);
std::string encode_metadata_text(std::string_view text);

// All fields that are metadata.
void decode_metadata(HttpHeaders& headers);
void encode_metadata(HttpHeaders& headers);

}  // namespace emu::s3
