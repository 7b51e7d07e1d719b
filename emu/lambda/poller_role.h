// PollerRole: as whom a mapping reads its source, a session of the role that its function has now.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>

#include <string>

#include "core/gate/world.h"
#include "lambda/region.h"

namespace emu::lambda {

class PollerRole {
 public:
  // Both must outlive it.
  PollerRole(World& world, const Region& region, std::string function_arn);

  // Takes on the role that the function has now, if that can be done.
  Status refresh();
  // The next refresh() takes it on anew: its permissions may have changed.
  void forget() { role_arn_.clear(); }

  Aws& aws() { return aws_; }

 private:
  World& world_;
  const Region& region_;
  std::string function_arn_;
  Aws aws_;
  std::string role_arn_ = {};
};

// Who invokes on behalf of a mapping: Lambda itself, which needs nobody's permission.
CallerPtr lambda_itself(const State& stored);

}  // namespace emu::lambda
