// Types that CloudFormation knows and that make nothing.

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_nothing(Making& making) {
  making.physical_id = making.new_name(128);
  return {};
}

Status remove_nothing(Making& /*making*/) { return {}; }

}  // namespace

extern const ResourceType kCdkMetadata;
const ResourceType kCdkMetadata = {
    .name = "AWS::CDK::Metadata", .create = &create_nothing, .remove = &remove_nothing};

}  // namespace emu::cloudformation
