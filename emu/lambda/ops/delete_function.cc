#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

Error only_latest_is_kept() {
  return invalid_parameter("$LATEST version cannot be deleted without deleting the function.");
}

}  // namespace

// Source: AWS Lambda API Reference, "DeleteFunction", Qualifier.
Result<Nothing> Lambda::delete_function(Call& call, const DeleteFunction& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  if (in.qualifier) return only_latest_is_kept();
  retire(*function);
  Region& region = *function->home;
  region.functions.erase(function->revision->name);
  region.stored.functions.erase(function->revision->name);
  return Nothing{};
}

}  // namespace emu::lambda
