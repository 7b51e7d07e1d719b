#include "s3/configurations.h"

#include "s3/arn.h"
#include "s3/bucket_name.h"
#include "s3/errors.h"

namespace emu::s3 {

Error no_such_configuration() {
  return make_error("NoSuchConfiguration", "The specified configuration does not exist.", 404);
}

Error too_many_configurations() {
  return make_error("TooManyConfigurations",
                    "You are attempting to create a new configuration but have already reached the "
                    "1,000-configuration limit.",
                    400);
}

Status check_configuration_id(std::string_view asked, std::string_view written) {
  if (written.size() > kConfigurationIdLengthMax) {
    return make_error("InvalidConfigurationId", "The specified configuration id is invalid.", 400);
  }
  if (asked == written) return {};
  return invalid_argument("Id in the URL does not match the one in the configuration", "id", asked);
}

Status check_bucket_destination(std::string_view bucket_arn) {
  const bool is_arn = is_bucket_name(name_of_arn(bucket_arn).bucket);
  if (is_arn) return {};
  return make_error("InvalidS3DestinationBucket", "Invalid bucket ARN.", 400);
}

}  // namespace emu::s3
