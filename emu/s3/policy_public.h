// Whether a statement of a bucket policy lets the public in.
// Source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage" (The meaning of
// "public").
#pragma once

#include "core/policy/document.h"

namespace emu::s3 {

// A statement is public when it allows something to everyone, unless
// a condition holds it to fixed accounts, networks or resources.
bool is_public_statement(const policy::Statement& statement);

}  // namespace emu::s3
