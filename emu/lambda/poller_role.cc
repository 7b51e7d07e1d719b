#include "lambda/poller_role.h"

#include <memory>
#include <string_view>
#include <utility>

#include "lambda/errors.h"
#include "lambda/role_session.h"

namespace emu::lambda {

namespace {

std::string_view function_name(std::string_view function_arn) {
  return function_arn.substr(function_arn.rfind(':') + 1);
}

}  // namespace

CallerPtr lambda_itself(const State& stored) {
  return std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kUnnamed,
                                               .account = stored.account,
                                               .region = stored.region,
                                               .arn = "lambda.amazonaws.com",
                                               .principal_id = "lambda.amazonaws.com"});
}

PollerRole::PollerRole(World& world, const Region& region, std::string function_arn)
    : world_(world),
      region_(region),
      function_arn_(std::move(function_arn)),
      aws_(world.client(lambda_itself(region.stored))) {}

Status PollerRole::refresh() {
  const LiveFunction* function = region_.find(function_name(function_arn_));
  if (function == nullptr) return mapped_function_missing();
  const Revision& revision = *function->revision;
  if (revision.role_arn == role_arn_) return {};
  EMU_TRY(const CallerPtr role, assume_role(world_, revision));
  aws_ = world_.client(role);
  role_arn_ = revision.role_arn;
  return {};
}

}  // namespace emu::lambda
