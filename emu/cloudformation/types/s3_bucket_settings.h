// The settings of a bucket in CloudFormation's spelling, which is not that of S3's API.
#pragma once

#include <emu/s3/cors.h>
#include <emu/s3/encryption.h>
#include <emu/s3/lifecycle.h>
#include <emu/s3/notifications.h>
#include <emu/s3/websites.h>

#include "cloudformation/properties.h"

namespace emu::cloudformation {

Result<s3::NotificationConfiguration> bucket_notifications(const Json& from);
Result<s3::CorsConfiguration> bucket_cors(const Json& from);
Result<s3::WebsiteConfiguration> bucket_website(const Json& from);
Result<s3::ServerSideEncryptionConfiguration> bucket_encryption(const Json& from);
Result<s3::BucketLifecycleConfiguration> bucket_lifecycle(const Json& from);

}  // namespace emu::cloudformation
