// That the transitions of a lifecycle rule follow on each other: one storage class after the other,
// and no sooner than objects may leave the class before.
// Source: Amazon S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle" (Supported
// lifecycle transitions, Constraints and considerations for transitions).
#pragma once

#include <emu/result.h>
#include <emu/s3/lifecycle.h>

namespace emu::s3 {

Status check_transition_steps(const LifecycleRule& rule);
Status check_noncurrent_steps(const LifecycleRule& rule);

}  // namespace emu::s3
