#include "iam/decision_cache.h"

#include <functional>
#include <utility>

namespace emu::iam {

DecisionCache::Entry& DecisionCache::slot_of(const AccessRequest& request) {
  constexpr std::size_t kMultiplier = 0x9E3779B97F4A7C15U;
  const std::hash<std::string_view> hash;
  std::size_t mixed = hash(request.caller.arn);
  mixed = mixed * kMultiplier + hash(request.action);
  mixed = mixed * kMultiplier + hash(request.resource);
  return entries_[(mixed ^ (mixed >> 32U)) & (entries_.size() - 1)];
}

bool DecisionCache::answers(const Entry& entry, const AccessRequest& request, std::uint64_t version,
                            const ResourceTerms& terms) {
  const Caller& caller = request.caller;
  return entry.version == version && entry.resource_policy == terms.policy &&
         entry.resource_owner == terms.owner && entry.resource_grant == terms.grant &&
         entry.policy_only_denies == terms.policy_only_denies &&
         entry.resource == request.resource && entry.action == request.action &&
         entry.caller_arn == caller.arn && entry.principal_id == caller.principal_id &&
         entry.source_arn == caller.source_arn && entry.source_account == caller.source_account &&
         entry.session_policy == caller.session_policy;
}

void DecisionCache::fill(Entry& entry, const AccessRequest& request, std::uint64_t version,
                         ResourceTerms terms, std::optional<std::string> refusal) {
  entry.version = version;
  entry.resource_policy = std::move(terms.policy);
  entry.resource_owner = terms.owner;
  entry.resource_grant = terms.grant;
  entry.policy_only_denies = terms.policy_only_denies;
  entry.caller_arn = request.caller.arn;
  entry.principal_id = request.caller.principal_id;
  entry.source_arn = request.caller.source_arn;
  entry.source_account = request.caller.source_account;
  entry.session_policy = request.caller.session_policy;
  entry.action = request.action;
  entry.resource = request.resource;
  entry.refusal = std::move(refusal);
}

}  // namespace emu::iam
