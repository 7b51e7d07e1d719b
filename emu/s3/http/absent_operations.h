// The operations of S3 that are not answered here, so that a refusal can name what was asked for.
// Source: Amazon S3 API model, 2006-03-01.
#pragma once

#include <string_view>

namespace emu::s3 {

// The name of an operation by its method, whether it is one of an object, and the sub-resource in
// its query; empty when it is none of these.
std::string_view absent_operation(std::string_view method, bool is_of_object,
                                  std::string_view subresource);

// Whether a sub-resource is one of these operations'.
bool is_of_absent_operation(std::string_view subresource);

}  // namespace emu::s3
