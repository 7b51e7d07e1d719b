// Policies that arrive as text with a request, compiled once.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "iam/policy.h"

namespace emu::iam {

class CompiledPolicies {
 public:
  // The policy of a resource. One that cannot be read says nothing; null gives null.
  const CompiledPolicy* of_resource(const std::shared_ptr<const std::string>& document);
  // A session's policy; null when there is none.
  const CompiledPolicy* of_session(std::string_view document);

 private:
  struct OfResource {
    std::shared_ptr<const std::string> document;  // keeps its address from being used again
    std::shared_ptr<const CompiledPolicy> policy;
  };
  std::unordered_map<const std::string*, OfResource> of_resources_;
  std::map<std::string, std::shared_ptr<const CompiledPolicy>, std::less<>> of_sessions_;
};

}  // namespace emu::iam
