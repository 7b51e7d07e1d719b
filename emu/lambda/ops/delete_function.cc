#include <algorithm>

#include "core/text/ascii.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

Error only_latest_is_kept() {
  return invalid_parameter("$LATEST version cannot be deleted without deleting the function.");
}

Error alias_is_no_version() {
  return invalid_parameter("Deletion of aliases is not currently supported.");
}

Status check_version(std::string_view version) {
  if (version == "$LATEST") return only_latest_is_kept();
  const bool is_number = std::all_of(version.begin(), version.end(), is_digit);
  return is_number ? Status() : Status(alias_is_no_version());
}

}  // namespace

// As recorded from AWS: the version is looked at before the function, and deleting one that is not
// there succeeds.
Result<Nothing> Lambda::delete_function(Call& call, const DeleteFunction& in) {
  const std::string_view named = parse_function_reference(in.function_name)->qualifier;
  const std::string_view version = in.qualifier ? std::string_view(*in.qualifier) : named;
  EMU_CHECK(check_version(version));
  EMU_TRY(const FunctionPtr function, find_unqualified(call, in.function_name));
  if (!version.empty()) return Nothing{};
  retire(*function);
  Region& region = *function->home;
  region.functions.erase(function->revision->name);
  region.stored.functions.erase(function->revision->name);
  return Nothing{};
}

}  // namespace emu::lambda
