// Put, Get, Delete and ListBucketInventoryConfiguration.
// Source: Amazon S3 API Reference, "PutBucketInventoryConfiguration" and the pages of the others.
#include "s3/configurations.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Status check_inventory(const InventoryConfiguration& configuration) {
  return check_bucket_destination(configuration.destination.s3_bucket_destination.bucket);
}

}  // namespace

Result<Nothing> S3::put_bucket_inventory_configuration(Call& call,
                                                       const PutBucketInventoryConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const InventoryConfiguration& configuration = in.inventory_configuration;
  EMU_CHECK(check_configuration_id(in.id, configuration.id));
  EMU_CHECK(check_inventory(configuration));
  EMU_CHECK(put_configuration(bucket->inventories, configuration));
  return Nothing{};
}

Result<GetBucketInventoryConfigurationResult> S3::get_bucket_inventory_configuration(
    Call& call, const GetBucketInventoryConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto found = bucket->inventories.find(in.id);
  if (found == bucket->inventories.end()) return no_such_configuration();
  return GetBucketInventoryConfigurationResult{.inventory_configuration = found->second};
}

Result<Nothing> S3::delete_bucket_inventory_configuration(
    Call& call, const DeleteBucketInventoryConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (bucket->inventories.erase(in.id) == 0) return no_such_configuration();
  return Nothing{};
}

Result<ListBucketInventoryConfigurationsResult> S3::list_bucket_inventory_configurations(
    Call& call, const ListBucketInventoryConfigurations& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  ListBucketInventoryConfigurationsResult result;
  EMU_CHECK(fill_page(bucket->inventories, in, result.inventory_configuration_list, result));
  return result;
}

}  // namespace emu::s3
