#include "iam/own_user.h"

#include "iam/errors.h"

namespace emu::iam {

Result<std::string> user_name_or_own(const Call& call, const std::string& given) {
  if (!given.empty() || call.caller.kind == Caller::Kind::kUnnamed) return given;
  if (call.caller.kind != Caller::Kind::kUser) {
    return validation_error("Must specify userName when calling with non-User credentials");
  }
  return call.caller.user_name;
}

}  // namespace emu::iam
