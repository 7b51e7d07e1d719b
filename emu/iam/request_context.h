// The values of a request's condition keys, such as aws:username.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
#pragma once

#include <emu/time.h>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/caller.h"
#include "iam/tags.h"

namespace emu::iam {

class RequestContext {
 public:
  struct Facts {
    const Caller& caller;
    Time now;
    std::span<const ConditionValue> keys = {};  // of this request
    const Tags* principal_tags = nullptr;       // of the caller's role or user
  };

  // What the facts refer to must outlive the context.
  explicit RequestContext(Facts facts) : facts_(facts) {}

  // The values of a key, which is given in lower case; null when the request has none.
  const std::vector<std::string>* find(std::string_view key);

  // Whether anything found so far, or missed, may differ in another request of the same caller for
  // the same action and resource.
  bool varies() const { return varies_; }

 private:
  void fill();

  Facts facts_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  bool filled_ = false;
  bool varies_ = false;
};

}  // namespace emu::iam
