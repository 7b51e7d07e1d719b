// Writing, reading and deleting parameters. Include <emu/ssm.h>.
#pragma once

#include <emu/shape.h>
#include <emu/ssm/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::ssm {

struct PutParameterResult {
  std::optional<std::int64_t> version = {};
  std::string tier = {};
  static void describe(StructureShape<PutParameterResult>& s);
};

// Creates a parameter, or with `overwrite` its next version. What is left out of that stays as it
// was. Errors: ParameterAlreadyExists, HierarchyLevelLimitExceededException beyond 15 levels,
// ParameterPatternMismatchException, InvalidAllowedPatternException, ParameterLimitExceeded,
// ParameterMaxVersionLimitExceeded when the oldest of 100 versions has a label, those of policies,
// and AccessDeniedException for names that begin with "aws".
struct PutParameter {
  static constexpr OperationName kOperation{"ssm", "PutParameter"};
  using Result = PutParameterResult;
  std::string name;
  std::optional<std::string> description = {};
  std::string value;                       // 4 KB, 8 KB in the advanced tier
  std::optional<std::string> type = {};    // needed for a new one
  std::optional<std::string> key_id = {};  // of a SecureString; alias/aws/ssm
  std::optional<bool> overwrite = {};
  std::optional<std::string> allowed_pattern = {};
  std::vector<Tag> tags = {};  // of a new one only
  std::optional<std::string> tier = {};
  std::optional<std::string> policies = {};   // a JSON list; advanced only
  std::optional<std::string> data_type = {};  // text
  static void describe(StructureShape<PutParameter>& s);
};

struct GetParameterResult {
  std::optional<Parameter> parameter = {};
  static void describe(StructureShape<GetParameterResult>& s);
};

// By "name", "name:3", "name:label", or an ARN in place of the name.
// Errors: ParameterNotFound, ParameterVersionNotFound.
struct GetParameter {
  static constexpr OperationName kOperation{"ssm", "GetParameter"};
  using Result = GetParameterResult;
  std::string name;
  std::optional<bool> with_decryption = {};
  static void describe(StructureShape<GetParameter>& s);
};

struct GetParametersResult {
  std::vector<Parameter> parameters = {};
  std::vector<std::string> invalid_parameters = {};
  static void describe(StructureShape<GetParametersResult>& s);
};

// Several at once, in alphabetical order. What is not there is among the invalid ones.
struct GetParameters {
  static constexpr OperationName kOperation{"ssm", "GetParameters"};
  using Result = GetParametersResult;
  std::vector<std::string> names;
  std::optional<bool> with_decryption = {};
  static void describe(StructureShape<GetParameters>& s);
};

struct GetParametersByPathResult {
  std::vector<Parameter> parameters = {};
  std::string next_token = {};
  static void describe(StructureShape<GetParametersByPathResult>& s);
};

// What lies below a path, in the order of names: one level, or all. Pages of 10 at most.
// Errors: InvalidFilterKey, InvalidFilterOption, InvalidFilterValue, InvalidNextToken.
struct GetParametersByPath {
  static constexpr OperationName kOperation{"ssm", "GetParametersByPath"};
  using Result = GetParametersByPathResult;
  std::string path;
  std::optional<bool> recursive = {};
  std::vector<ParameterStringFilter> parameter_filters = {};
  std::optional<bool> with_decryption = {};
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<GetParametersByPath>& s);
};

// Errors: ParameterNotFound.
struct DeleteParameter {
  static constexpr OperationName kOperation{"ssm", "DeleteParameter"};
  using Result = Nothing;
  std::string name;
  static void describe(StructureShape<DeleteParameter>& s);
};

struct DeleteParametersResult {
  std::vector<std::string> deleted_parameters = {};
  std::vector<std::string> invalid_parameters = {};
  static void describe(StructureShape<DeleteParametersResult>& s);
};

// What is not there is among the invalid ones.
struct DeleteParameters {
  static constexpr OperationName kOperation{"ssm", "DeleteParameters"};
  using Result = DeleteParametersResult;
  std::vector<std::string> names;
  static void describe(StructureShape<DeleteParameters>& s);
};

}  // namespace emu::ssm
