// Who may use a topic, and what its messages may hold. Include <emu/sns.h>.
#pragma once

#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::sns {

// Adds a statement to the policy of the topic, whose label is the statement's Sid.
struct AddPermission {
  static constexpr OperationName kOperation{"sns", "AddPermission"};
  using Result = Nothing;
  std::string topic_arn;
  std::string label;
  std::vector<std::string> aws_account_id;
  std::vector<std::string> action_name;
  static void describe(StructureShape<AddPermission>& s);
};

struct RemovePermission {
  static constexpr OperationName kOperation{"sns", "RemovePermission"};
  using Result = Nothing;
  std::string topic_arn;
  std::string label;
  static void describe(StructureShape<RemovePermission>& s);
};

// Kept and given back; messages are not searched for what it names. Up to 30,720 characters.
struct PutDataProtectionPolicy {
  static constexpr OperationName kOperation{"sns", "PutDataProtectionPolicy"};
  using Result = Nothing;
  std::string resource_arn;
  std::string data_protection_policy;
  static void describe(StructureShape<PutDataProtectionPolicy>& s);
};

struct GetDataProtectionPolicyResult {
  std::string data_protection_policy = {};
  static void describe(StructureShape<GetDataProtectionPolicyResult>& s);
};

struct GetDataProtectionPolicy {
  static constexpr OperationName kOperation{"sns", "GetDataProtectionPolicy"};
  using Result = GetDataProtectionPolicyResult;
  std::string resource_arn;
  static void describe(StructureShape<GetDataProtectionPolicy>& s);
};

}  // namespace emu::sns
