// Put, Get, Delete and ListBucketIntelligentTieringConfiguration.
// Source: Amazon S3 API Reference, "PutBucketIntelligentTieringConfiguration" and the pages of the
// others.
#include <fmt/format.h>

#include <string>

#include "s3/configurations.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Status check_days(const Tiering& tiering) {
  const bool is_deep = tiering.access_tier == "DEEP_ARCHIVE_ACCESS";
  const std::int32_t least = is_deep ? kDeepArchiveAccessDaysMin : kArchiveAccessDaysMin;
  if (tiering.days >= least && tiering.days <= kArchiveAccessDaysMax) return {};
  return invalid_argument(fmt::format("'Days' of {} must be between {} and {}", tiering.access_tier,
                                      least, kArchiveAccessDaysMax),
                          "Days", std::to_string(tiering.days));
}

Status check_intelligent_tiering(const IntelligentTieringConfiguration& configuration) {
  if (configuration.filter) EMU_CHECK(check_one_of_filter(*configuration.filter));
  for (const Tiering& tiering : configuration.tierings) EMU_CHECK(check_days(tiering));
  return {};
}

}  // namespace

Result<Nothing> S3::put_bucket_intelligent_tiering_configuration(
    Call& call, const PutBucketIntelligentTieringConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const IntelligentTieringConfiguration& configuration = in.intelligent_tiering_configuration;
  EMU_CHECK(check_configuration_id(in.id, configuration.id));
  EMU_CHECK(check_intelligent_tiering(configuration));
  EMU_CHECK(put_configuration(bucket->intelligent_tierings, configuration));
  return Nothing{};
}

Result<GetBucketIntelligentTieringConfigurationResult>
S3::get_bucket_intelligent_tiering_configuration(
    Call& call, const GetBucketIntelligentTieringConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto found = bucket->intelligent_tierings.find(in.id);
  if (found == bucket->intelligent_tierings.end()) return no_such_configuration();
  return GetBucketIntelligentTieringConfigurationResult{.intelligent_tiering_configuration =
                                                            found->second};
}

Result<Nothing> S3::delete_bucket_intelligent_tiering_configuration(
    Call& call, const DeleteBucketIntelligentTieringConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (bucket->intelligent_tierings.erase(in.id) == 0) return no_such_configuration();
  return Nothing{};
}

Result<ListBucketIntelligentTieringConfigurationsResult>
S3::list_bucket_intelligent_tiering_configurations(
    Call& call, const ListBucketIntelligentTieringConfigurations& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  ListBucketIntelligentTieringConfigurationsResult result;
  EMU_CHECK(fill_page(bucket->intelligent_tierings, in,
                      result.intelligent_tiering_configuration_list, result));
  return result;
}

}  // namespace emu::s3
