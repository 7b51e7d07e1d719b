// How many invocations of a function run at a time, and the account's limits. Include
// <emu/lambda.h>.
// Sources: AWS Lambda API Reference; Lambda Developer Guide, "Understanding Lambda function
// scaling".
#pragma once

#include <emu/lambda/function.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>

namespace emu::lambda {

// Reserves concurrency: the function always gets that much and never more. 0 stops it. At least 100
// of the account's 1,000 stay unreserved.
struct PutFunctionConcurrency {
  static constexpr OperationName kOperation{"lambda", "PutFunctionConcurrency", "PUT",
                                            "/2017-10-31/functions/{FunctionName}/concurrency"};
  using Result = Concurrency;
  std::string function_name;
  std::optional<std::int32_t> reserved_concurrent_executions;
  static void describe(StructureShape<PutFunctionConcurrency>& s);
};

struct GetFunctionConcurrency {
  static constexpr OperationName kOperation{"lambda", "GetFunctionConcurrency", "GET",
                                            "/2019-09-30/functions/{FunctionName}/concurrency"};
  using Result = Concurrency;
  std::string function_name;
  static void describe(StructureShape<GetFunctionConcurrency>& s);
};

struct DeleteFunctionConcurrency {
  static constexpr OperationName kOperation{"lambda", "DeleteFunctionConcurrency", "DELETE",
                                            "/2017-10-31/functions/{FunctionName}/concurrency",
                                            204};
  using Result = Nothing;
  std::string function_name;
  static void describe(StructureShape<DeleteFunctionConcurrency>& s);
};

struct AccountLimit {
  std::int64_t total_code_size = 0;
  std::int64_t code_size_unzipped = 0;
  std::int64_t code_size_zipped = 0;
  std::int32_t concurrent_executions = 0;
  std::int32_t unreserved_concurrent_executions = 0;
  static void describe(StructureShape<AccountLimit>& s);
};

struct AccountUsage {
  std::int64_t total_code_size = 0;
  std::int64_t function_count = 0;
  static void describe(StructureShape<AccountUsage>& s);
};

struct GetAccountSettingsResult {
  AccountLimit account_limit;
  AccountUsage account_usage;
  static void describe(StructureShape<GetAccountSettingsResult>& s);
};

struct GetAccountSettings {
  static constexpr OperationName kOperation{"lambda", "GetAccountSettings", "GET",
                                            "/2016-08-19/account-settings/"};
  using Result = GetAccountSettingsResult;
  static void describe(StructureShape<GetAccountSettings>& s);
};

}  // namespace emu::lambda
