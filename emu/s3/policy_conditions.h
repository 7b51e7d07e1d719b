// The conditions of a bucket policy's statement: keys that S3 knows, each of which concerns every
// action of the statement.
#pragma once

#include <emu/result.h>

#include <string_view>

#include "core/policy/document.h"

namespace emu::s3 {

// Whether an action is on objects: "s3:GetObject", "s3:AbortMultipartUpload".
bool is_object_action(std::string_view action);

// Refuses a condition that could never be met. Actions with wildcards may stand for one that a key
// concerns, and keys of other services are left to them. What a key concerns is judged as AWS was
// seen to, which the documentation tells in part: where that is not known, it does.
// Sources: Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3";
// Amazon S3 User Guide, "Bucket policy examples using condition keys".
Status check_conditions(const policy::Statement& statement);

}  // namespace emu::s3
