#include "lambda/role_session.h"

#include "lambda/errors.h"
#include "lambda/revision.h"

namespace emu::lambda {

namespace {

Error role_cannot_be_assumed() {
  return invalid_parameter("The role defined for the function cannot be assumed by Lambda.");
}

}  // namespace

Result<CallerPtr> assume_role(World& world, const RoleUse& use) {
  Authorizer* authorizer = world.authorizer();
  if (authorizer == nullptr) return world.unnamed_caller(use.account, use.region);
  Result<CallerPtr> session = authorizer->assume_for_service(use.role_arn, "lambda.amazonaws.com",
                                                             use.function_name, use.region);
  if (!session) return role_cannot_be_assumed();
  return session;
}

Result<CallerPtr> assume_role(World& world, const Revision& revision) {
  return assume_role(world, {.role_arn = revision.role_arn,
                             .function_name = revision.name,
                             .account = revision.account,
                             .region = revision.region});
}

bool may(World& world, const Caller& session, std::string_view action, std::string_view resource) {
  Authorizer* authorizer = world.authorizer();
  return authorizer == nullptr ||
         !authorizer->refusal(
             {.caller = session, .action = action, .resource = resource, .context = {}});
}

}  // namespace emu::lambda
