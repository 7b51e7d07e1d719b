// Decisions that were made before and still hold.
//
// A decision is kept only when a further request of the same caller for the same action and
// resource must have the same: nothing about the time or the request took part in it. A request has
// a fixed slot, so the cache never grows; a new decision replaces what the slot held.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/resource_policies.h"

namespace emu::iam {

class DecisionCache {
 public:
  // `capacity` is a power of two.
  explicit DecisionCache(std::size_t capacity) : entries_(capacity) {}

  struct Entry {
    std::uint64_t version = 0;  // of the directory; 0 is never current
    std::shared_ptr<const std::string> resource_policy = {};
    std::string resource_owner = {};
    AccessGrant resource_grant = AccessGrant::kNone;
    bool policy_only_denies = false;
    std::string caller_arn = {};
    std::string principal_id = {};
    std::string source_arn = {};
    std::string source_account = {};
    std::string session_policy = {};
    std::string action = {};
    std::string resource = {};
    std::optional<std::string> refusal = {};
  };

  // The slot of that request.
  Entry& slot_of(const AccessRequest& request);

  // Whether the decision in the slot is of that request and still current.
  static bool answers(const Entry& entry, const AccessRequest& request, std::uint64_t version,
                      const ResourceTerms& terms);
  static void fill(Entry& entry, const AccessRequest& request, std::uint64_t version,
                   ResourceTerms terms, std::optional<std::string> refusal);

 private:
  std::vector<Entry> entries_;
};

}  // namespace emu::iam
