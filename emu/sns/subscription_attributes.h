// The attributes of a subscription that can be set.
#pragma once

#include <emu/result.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "sns/delivery_policy.h"
#include "sns/filter_policy.h"

namespace emu::sns {

struct SubscriptionAttributes {
  std::map<std::string, std::string, std::less<>> texts = {};  // of those that are set
  bool is_raw = false;
  std::string dead_letter_arn = {};  // empty: none
  DeliveryPolicy delivery = {};      // of HTTP endpoints
  std::shared_ptr<const FilterPolicy> filter = {};

  // Empty when it is not set.
  std::string_view text(std::string_view name) const;
};

// Of which subscription attributes are asked for.
struct SubscriptionKind {
  std::string_view protocol;
  bool is_fifo;  // of the topic
  const DeliveryPolicy& of_topic;
};

// `attributes` with one of them changed; an empty value takes it away.
Result<SubscriptionAttributes> with_attribute(SubscriptionAttributes attributes,
                                              const SubscriptionKind& kind, const std::string& name,
                                              const std::string& value);
// Those of a new subscription.
Result<SubscriptionAttributes> attributes_of(const SubscriptionKind& kind,
                                             const std::map<std::string, std::string>& given);
// Whether a subscription with these attributes is what somebody asks for.
bool agrees(const SubscriptionAttributes& attributes,
            const std::map<std::string, std::string>& given);

}  // namespace emu::sns
