// The attributes of a topic that can be set.
#pragma once

#include <emu/result.h>

#include <map>
#include <string>
#include <string_view>

#include "sns/delivery_policy.h"

namespace emu::sns {

using AttributeMap = std::map<std::string, std::string>;

struct TopicAttributes {
  AttributeMap texts = {};  // of those that are set
  bool is_fifo = false;
  bool dedups_by_content = false;
  bool dedups_within_group = false;  // FifoThroughputScope
  char signature_version = '1';
  DeliveryPolicy delivery = {};

  // Empty when it is not set.
  std::string_view text(std::string_view name) const;
};

// Those of a new topic.
Result<TopicAttributes> attributes_of(const AttributeMap& given);
// `attributes` with one of them changed.
Result<TopicAttributes> with_attribute(TopicAttributes attributes, const std::string& name,
                                       const std::string& value);
// Whether a topic with these attributes is what somebody asks for.
bool agrees(const TopicAttributes& attributes, const AttributeMap& given);

}  // namespace emu::sns
