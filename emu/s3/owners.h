// The owners of the objects in a listing.
//
//   Owners owners(*bucket);
//   for (…) entry.owner = owners.of(object);
#pragma once

#include <string>

#include "s3/state.h"

namespace emu::s3 {

// Objects that follow each other mostly have the same owner, whose id is worked out once.
class Owners {
 public:
  // The bucket must outlive it.
  explicit Owners(const StoredBucket& bucket) : bucket_(bucket) {}

  const Owner& of(const StoredObject& object) { return of_account(owner_of(bucket_, object)); }
  // Of what always is the bucket owner's, such as a delete marker.
  const Owner& of_bucket() { return of_account(bucket_.account); }

 private:
  const Owner& of_account(std::string_view account) {
    if (account != account_) {
      account_ = account;
      owner_.id = canonical_user_id(account);
    }
    return owner_;
  }

  const StoredBucket& bucket_;
  std::string account_ = {};
  Owner owner_ = {};
};

}  // namespace emu::s3
