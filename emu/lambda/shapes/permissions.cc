#include <emu/lambda/permissions.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

void AddPermissionResult::describe(StructureShape<AddPermissionResult>& s) {
  s.member("Statement", &AddPermissionResult::statement);
}

void AddPermission::describe(StructureShape<AddPermission>& s) {
  using A = AddPermission;
  using namespace patterns;  // NOLINT(google-build-using-namespace)
  describe_function_name(s);
  s.member("StatementId", &A::statement_id)
      .required()
      .range(1, 100)
      .pattern(&is_statement_id, kStatementId);
  s.member("Action", &A::action).required().pattern(&is_action, kAction);
  s.member("Principal", &A::principal).required().pattern(&has_no_space, kHandler);
  s.member("SourceArn", &A::source_arn).pattern(&is_arn, kArn);
  s.member("SourceAccount", &A::source_account).range(0, 12).pattern(&is_account, kAccount);
  s.member("EventSourceToken", &A::event_source_token)
      .range(0, 256)
      .pattern(&is_event_source_token, kEventSourceToken);
  describe_qualifier(s);
  s.member("RevisionId", &A::revision_id);
  s.member("PrincipalOrgID", &A::principal_org_id)
      .range(12, 34)
      .pattern(&is_organization, kOrganization);
  s.member("FunctionUrlAuthType", &A::function_url_auth_type).one_of({"NONE", "AWS_IAM"});
}

void RemovePermission::describe(StructureShape<RemovePermission>& s) {
  describe_function_name(s);
  s.member("StatementId", &RemovePermission::statement_id)
      .path("StatementId")
      .required()
      .range(1, 100)
      .pattern(&patterns::is_namespaced_statement_id, patterns::kNamespacedStatementId);
  describe_qualifier(s);
  s.member("RevisionId", &RemovePermission::revision_id).query("RevisionId");
}

void GetPolicyResult::describe(StructureShape<GetPolicyResult>& s) {
  s.member("Policy", &GetPolicyResult::policy);
  s.member("RevisionId", &GetPolicyResult::revision_id);
}

void GetPolicy::describe(StructureShape<GetPolicy>& s) {
  describe_function_name(s);
  describe_qualifier(s);
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::AddPermissionResult);
EMU_DESCRIBED_OPERATION(lambda::AddPermission);
EMU_DESCRIBED_OPERATION(lambda::RemovePermission);
EMU_DESCRIBED(lambda::GetPolicyResult);
EMU_DESCRIBED_OPERATION(lambda::GetPolicy);
}  // namespace emu
