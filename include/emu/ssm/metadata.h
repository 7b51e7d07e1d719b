// What there is to know of parameters beside their values, and their earlier versions. Include
// <emu/ssm.h>.
#pragma once

#include <emu/shape.h>
#include <emu/ssm/types.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::ssm {

struct ParameterMetadata {
  std::string name = {};
  std::string arn = {};
  std::string type = {};
  std::string key_id = {};
  std::optional<Time> last_modified_date = {};
  std::string last_modified_user = {};
  std::string description = {};
  std::string allowed_pattern = {};
  std::optional<std::int64_t> version = {};
  std::string tier = {};
  std::vector<ParameterInlinePolicy> policies = {};
  std::string data_type = {};
  static void describe(StructureShape<ParameterMetadata>& s);
};

// The older form of filters: the beginning of a Name, a Type, a KeyId.
struct ParametersFilter {
  std::string key;
  std::vector<std::string> values;
  static void describe(StructureShape<ParametersFilter>& s);
};

struct DescribeParametersResult {
  std::vector<ParameterMetadata> parameters = {};
  std::string next_token = {};
  static void describe(StructureShape<DescribeParametersResult>& s);
};

// Latest versions without their values, in the order of names. Pages of 50 at most.
// Errors: InvalidFilterKey, InvalidFilterOption, InvalidFilterValue, InvalidNextToken.
struct DescribeParameters {
  static constexpr OperationName kOperation{"ssm", "DescribeParameters"};
  using Result = DescribeParametersResult;
  std::vector<ParametersFilter> filters = {};
  std::vector<ParameterStringFilter> parameter_filters = {};
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> next_token = {};
  std::optional<bool> shared = {};
  static void describe(StructureShape<DescribeParameters>& s);
};

struct ParameterHistory {
  std::string name = {};
  std::string type = {};
  std::string key_id = {};
  std::optional<Time> last_modified_date = {};
  std::string last_modified_user = {};
  std::string description = {};
  std::string value = {};
  std::string allowed_pattern = {};
  std::optional<std::int64_t> version = {};
  std::vector<std::string> labels = {};
  std::string tier = {};
  std::vector<ParameterInlinePolicy> policies = {};
  std::string data_type = {};
  static void describe(StructureShape<ParameterHistory>& s);
};

struct GetParameterHistoryResult {
  std::vector<ParameterHistory> parameters = {};
  std::string next_token = {};
  static void describe(StructureShape<GetParameterHistoryResult>& s);
};

// All versions that are kept, 100 at most, the oldest first. Pages of 50 at most.
// Errors: ParameterNotFound, InvalidNextToken.
struct GetParameterHistory {
  static constexpr OperationName kOperation{"ssm", "GetParameterHistory"};
  using Result = GetParameterHistoryResult;
  std::string name;
  std::optional<bool> with_decryption = {};
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<GetParameterHistory>& s);
};

}  // namespace emu::ssm
