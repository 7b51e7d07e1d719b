// How answers tell of a delete marker: an error with headers that SDKs read.
// Source: Amazon S3 User Guide, "Working with delete markers".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "s3/state.h"

namespace emu::s3 {

// Completes the error for an object that is missing because of the marker.
void tell_of_marker(const StoredBucket& bucket, const DeleteMarker& marker, Error& error);

// For a request that names the marker by its version.
Error delete_marker_named(const StoredBucket& bucket, const DeleteMarker& marker,
                          std::string_view method);

}  // namespace emu::s3
