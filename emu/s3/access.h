// What a bucket says about a request, for IAM: whose it is, its policy, what its access control
// lists grant, and which condition keys depend on it.
//
// IAM decides with it as AWS does: in the account that owns the bucket (or the object) the caller's
// policies or the bucket let a caller in, in another account both must, and a denial in any policy
// keeps everyone out.
// Sources: Amazon S3 User Guide, "How Amazon S3 authorizes a request"; IAM User Guide, "Policy
// evaluation logic".
#pragma once

#include <string_view>
#include <vector>

#include "core/gate/resource_policies.h"
#include "s3/state.h"

namespace emu::s3 {

class BucketAccess final : public ResourceHost {
 public:
  // `buckets` must outlive it.
  explicit BucketAccess(Buckets& buckets) : buckets_(buckets) {}

  ResourceTerms terms(const AccessRequest& request) const override;
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;

  // Whether an account may do that with what is its own without being judged: the bucket has no
  // policy that could deny it and no object of somebody else. What concerns the policy itself is
  // never denied to the account, which could not mend it otherwise.
  bool leaves_to_account(std::string_view account, std::string_view action,
                         std::string_view resource) const;

 private:
  StoredBucket* find(std::string_view arn) const;

  Buckets& buckets_;
};

// Whether a caller comes from outside of an account; AWS's services come from none.
bool is_outside(const Caller& caller, std::string_view account);

// Where requesters pay, those of other accounts must say that they will.
// Source: Amazon S3 User Guide, "Downloading objects from Requester Pays buckets".
Status check_payer(const Caller& caller, const StoredBucket& bucket, std::string_view payer);

}  // namespace emu::s3
