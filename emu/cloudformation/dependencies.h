// Which resources need which others, and the order that follows.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "cloudformation/template.h"

namespace emu::cloudformation {

// Whether a condition holds; nothing when that is not known yet.
using ConditionValue = std::function<std::optional<bool>(std::string_view name)>;

class Dependencies {
 public:
  // Only resources are looked at whose condition holds or is not known; of an Fn::If only the
  // branch that is chosen, and none when it is not known. The template must outlive this.
  Dependencies(const Template& from, const ConditionValue& holds);

  bool is_included(std::size_t resource) const { return included_[resource]; }
  // The included resources that one needs directly, by their place in the template.
  const std::vector<std::size_t>& needs(std::size_t resource) const { return needs_[resource]; }
  // That a Ref or Fn::GetAtt names a resource which its condition has left out.
  Status check_included() const;
  // Each resource after those that it needs, otherwise as in the template.
  Result<std::vector<std::size_t>> order() const;

 private:
  Error circle(const std::vector<std::size_t>& waiting) const;

  const Template& from_;
  std::vector<bool> included_;
  std::vector<std::vector<std::size_t>> needs_;
  std::optional<Error> left_out_;
};

}  // namespace emu::cloudformation
