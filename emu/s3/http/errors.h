// What is refused before an operation begins.
// Source: Amazon S3 API Reference, "Error responses".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string_view>

namespace emu::s3 {

// A request that could not be read, for which HTTP has that status. Source: Amazon S3 API
// Reference, "Error responses" (List of error codes).
Error unreadable_request(int status, std::string_view reason);

// A body whose length is not known beforehand.
Error missing_content_length();
Error transfer_encoding_not_implemented();

Error post_field_missing(std::string_view field);
// A POST to a bucket that is neither an operation nor a form.
Error form_expected();

// An operation that is not answered here, by its name.
Error operation_not_implemented(std::string_view operation);

}  // namespace emu::s3
