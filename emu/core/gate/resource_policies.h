// Resource policies by ARN: how IAM reads the policies that queues, buckets and functions carry
// without knowing any of those services.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"

namespace emu {

// How directly a resource lets a caller in, from not at all to by itself. The difference decides
// which implicit denials of the caller's own policies still count.
enum class AccessGrant : std::uint8_t {
  kNone,
  kAccount,  // to the caller's account, which decides for itself
  kRole,     // to the caller's role: boundary and session policy still limit it
  kDirect,   // to the user, the session, the service, or to everyone
};

// What a resource says about a request.
struct ResourceTerms {
  std::shared_ptr<const std::string> policy = nullptr;
  // The account that it belongs to, where its ARN does not say so. Empty: as the ARN says.
  std::string_view owner = {};
  // What it grants beside its policy, as S3's access control lists do.
  AccessGrant grant = AccessGrant::kNone;
  // What the policy allows does not count for this caller, only what it denies.
  bool policy_only_denies = false;
};

// A service whose resources say more than that they have a policy.
class ResourceHost {
 public:
  virtual ~ResourceHost() = default;

  // Hands out the same policy until it changes, as a Source does.
  virtual ResourceTerms terms(const AccessRequest& request) const = 0;
  // Condition keys that depend on the resource.
  virtual void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const = 0;
};

class ResourcePolicies {
 public:
  // The policy document of a resource (a bucket's for its objects too), or null when it has none. A
  // service hands out the same pointer until the policy changes, so a reader may keep what it
  // parsed.
  using Source = std::function<std::shared_ptr<const std::string>(std::string_view arn)>;

  // `service` as in ARNs: "sqs", "s3", "lambda".
  void add_source(std::string service, Source source);
  // `host` must outlive this.
  void add_host(std::string service, const ResourceHost& host);

  ResourceTerms terms(const AccessRequest& request) const;
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const;

 private:
  std::map<std::string, Source, std::less<>> sources_;
  std::map<std::string, const ResourceHost*, std::less<>> hosts_;
};

}  // namespace emu
