// Which lifecycle configurations are accepted.
// Sources: Amazon S3 API Reference, "PutBucketLifecycleConfiguration", "LifecycleRule"; User Guide,
// "Lifecycle configuration elements", "Transitioning objects using Amazon S3 Lifecycle".
#pragma once

#include <emu/result.h>
#include <emu/s3.h>

#include <string>
#include <vector>

namespace emu::s3 {

// In AWS's order: the form of the document, then each rule, then rules beside each other.
Status check_lifecycle(const std::vector<LifecycleRule>& rules);

// "all_storage_classes_128K" unless something else is asked for.
Result<std::string> check_minimum_object_size(const std::string& asked);

}  // namespace emu::s3
