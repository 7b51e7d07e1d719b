#include <emu/lambda/concurrency.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

void PutFunctionConcurrency::describe(StructureShape<PutFunctionConcurrency>& s) {
  describe_own_function_name(s);
  s.member("ReservedConcurrentExecutions", &PutFunctionConcurrency::reserved_concurrent_executions)
      .required()
      .at_least(0);
}

void GetFunctionConcurrency::describe(StructureShape<GetFunctionConcurrency>& s) {
  describe_own_function_name(s);
}

void DeleteFunctionConcurrency::describe(StructureShape<DeleteFunctionConcurrency>& s) {
  describe_own_function_name(s);
}

void AccountLimit::describe(StructureShape<AccountLimit>& s) {
  s.member("TotalCodeSize", &AccountLimit::total_code_size);
  s.member("CodeSizeUnzipped", &AccountLimit::code_size_unzipped);
  s.member("CodeSizeZipped", &AccountLimit::code_size_zipped);
  s.member("ConcurrentExecutions", &AccountLimit::concurrent_executions);
  s.member("UnreservedConcurrentExecutions", &AccountLimit::unreserved_concurrent_executions);
}

void AccountUsage::describe(StructureShape<AccountUsage>& s) {
  s.member("TotalCodeSize", &AccountUsage::total_code_size);
  s.member("FunctionCount", &AccountUsage::function_count);
}

void GetAccountSettingsResult::describe(StructureShape<GetAccountSettingsResult>& s) {
  s.member("AccountLimit", &GetAccountSettingsResult::account_limit);
  s.member("AccountUsage", &GetAccountSettingsResult::account_usage);
}

void GetAccountSettings::describe(StructureShape<GetAccountSettings>&) {}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED_OPERATION(lambda::PutFunctionConcurrency);
EMU_DESCRIBED_OPERATION(lambda::GetFunctionConcurrency);
EMU_DESCRIBED_OPERATION(lambda::DeleteFunctionConcurrency);
EMU_DESCRIBED(lambda::AccountLimit);
EMU_DESCRIBED(lambda::AccountUsage);
EMU_DESCRIBED(lambda::GetAccountSettingsResult);
EMU_DESCRIBED_OPERATION(lambda::GetAccountSettings);
}  // namespace emu
