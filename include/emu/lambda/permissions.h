// A function's own policy: who may invoke it. Include <emu/lambda.h>.
// Source: AWS Lambda API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>

namespace emu::lambda {

struct AddPermissionResult {
  std::string statement;  // the statement that was added, as JSON
  static void describe(StructureShape<AddPermissionResult>& s);
};

// Lets a service or an account use the function, by a statement in the function's own policy.
// ResourceConflictException (409) when the statement's id is taken, PolicyLengthExceededException
// over 20 KB.
struct AddPermission {
  static constexpr OperationName kOperation{"lambda", "AddPermission", "POST",
                                            "/2015-03-31/functions/{FunctionName}/policy", 201};
  using Result = AddPermissionResult;
  std::string function_name;
  std::string statement_id;
  std::string action;     // "lambda:InvokeFunction"
  std::string principal;  // "apigateway.amazonaws.com", an account, or an ARN
  std::optional<std::string> source_arn = {};
  std::optional<std::string> source_account = {};
  std::optional<std::string> event_source_token = {};
  std::optional<std::string> qualifier = {};
  std::optional<std::string> revision_id = {};
  std::optional<std::string> principal_org_id = {};
  std::optional<std::string> function_url_auth_type = {};
  static void describe(StructureShape<AddPermission>& s);
};

struct RemovePermission {
  static constexpr OperationName kOperation{
      "lambda", "RemovePermission", "DELETE",
      "/2015-03-31/functions/{FunctionName}/policy/{StatementId}", 204};
  using Result = Nothing;
  std::string function_name;
  std::string statement_id;
  std::optional<std::string> qualifier = {};
  std::optional<std::string> revision_id = {};
  static void describe(StructureShape<RemovePermission>& s);
};

struct GetPolicyResult {
  std::string policy;  // JSON
  std::string revision_id;
  static void describe(StructureShape<GetPolicyResult>& s);
};

struct GetPolicy {
  static constexpr OperationName kOperation{"lambda", "GetPolicy", "GET",
                                            "/2015-03-31/functions/{FunctionName}/policy"};
  using Result = GetPolicyResult;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<GetPolicy>& s);
};

}  // namespace emu::lambda
