// Deletes that need a second factor. There are no devices, so any code of six digits is right.
// Source: Amazon S3 User Guide, "Configuring MFA delete".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "s3/state.h"

namespace emu::s3 {

bool deletes_need_mfa(const StoredBucket& bucket);

// Of the header x-amz-mfa: the serial number of a device, a space and its code.
Status check_mfa(std::string_view header);

}  // namespace emu::s3
