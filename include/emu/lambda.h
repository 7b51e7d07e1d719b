// AWS Lambda: functions whose code is C++, bound to their names.
//
//   cloud.bind("hello", [](lambda::Context&, std::string_view event) { return std::string(event);
//   }); aws.send(lambda::CreateFunction{.function_name = "hello", .runtime = "python3.12", .role =
//   role_arn,
//                                   .handler = "hello.handler", .code = {.zip_file =
//                                   "PK"}}).value();
//   auto answer = aws.send(lambda::Invoke{.function_name = "hello", .payload = R"({"seat":12})"});
//
// This header holds all operations that are answered: functions, invocation, event source mappings,
// and below the functions' policies and tags. Versions and aliases are not among them: the only
// qualifier is $LATEST.
#pragma once

#include <emu/lambda/event_source_mapping.h>
#include <emu/lambda/function.h>
#include <emu/lambda/invoke.h>
#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

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

// Tags a function or an event source mapping, by ARN. At most 50 tags.
struct TagResource {
  static constexpr OperationName kOperation{"lambda", "TagResource", "POST",
                                            "/2017-03-31/tags/{ARN}", 204};
  using Result = Nothing;
  std::string resource;
  std::map<std::string, std::string> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"lambda", "UntagResource", "DELETE",
                                            "/2017-03-31/tags/{ARN}", 204};
  using Result = Nothing;
  std::string resource;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListTagsResult>& s);
};
struct ListTags {
  static constexpr OperationName kOperation{"lambda", "ListTags", "GET", "/2017-03-31/tags/{ARN}"};
  using Result = ListTagsResult;
  std::string resource;
  static void describe(StructureShape<ListTags>& s);
};

}  // namespace emu::lambda
