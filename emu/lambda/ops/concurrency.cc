#include "lambda/limits.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<Concurrency> Lambda::put_function_concurrency(Call& call, const PutFunctionConcurrency& in) {
  EMU_TRY(const FunctionPtr function, find_whole(call, in.function_name));
  EMU_CHECK(function->home->concurrency.reserve(function->concurrency,
                                                in.reserved_concurrent_executions));
  function->stored->reserved_concurrency = in.reserved_concurrent_executions;
  return Concurrency{.reserved_concurrent_executions = function->stored->reserved_concurrency};
}

Result<Concurrency> Lambda::get_function_concurrency(Call& call, const GetFunctionConcurrency& in) {
  EMU_TRY(const FunctionPtr function, find_whole(call, in.function_name));
  return Concurrency{.reserved_concurrent_executions = function->stored->reserved_concurrency};
}

Result<Nothing> Lambda::delete_function_concurrency(Call& call,
                                                    const DeleteFunctionConcurrency& in) {
  EMU_TRY(const FunctionPtr function, find_whole(call, in.function_name));
  EMU_CHECK(function->home->concurrency.reserve(function->concurrency, std::nullopt));
  function->stored->reserved_concurrency.reset();
  return Nothing{};
}

Result<GetAccountSettingsResult> Lambda::get_account_settings(Call& call,
                                                              const GetAccountSettings&) {
  const Region& region = region_of(call);
  std::int64_t code_size = 0;
  for (const auto& [name, function] : region.stored.functions) {
    code_size += function.configuration.code_size;
  }
  return GetAccountSettingsResult{
      .account_limit = {.total_code_size = kTotalCodeSizeMax,
                        .code_size_unzipped = kCodeSizeUnzippedMax,
                        .code_size_zipped = kCodeSizeZippedMax,
                        .concurrent_executions = kConcurrencyMax,
                        .unreserved_concurrent_executions = region.concurrency.unreserved()},
      .account_usage = {
          .total_code_size = code_size,
          .function_count = static_cast<std::int64_t>(region.stored.functions.size())}};
}

}  // namespace emu::lambda
