// Condition keys of a request as it was received: how it is signed, and when that was.
// Source: Amazon S3 API Reference, "Amazon S3 Signature Version 4 authentication specific policy
// keys".
#pragma once

#include <emu/time.h>

#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/request_parts.h"

namespace emu::s3 {

void add_request_keys(const RequestParts& parts, Time now, std::vector<ConditionValue>& out);

}  // namespace emu::s3
