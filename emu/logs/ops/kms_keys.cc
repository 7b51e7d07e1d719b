// AssociateKmsKey and DisassociateKmsKey: a record of what was asked for.
#include "logs/errors.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

// Source: Amazon CloudWatch Logs API Reference, "AssociateKmsKey". Results of queries, which may
// have a key as well, are not here.
template <class Op>
Result<Group*> group_of(State& here, const Op& in) {
  if (in.log_group_name.empty() == in.resource_identifier.empty()) {
    return invalid_parameter("Exactly one of logGroupName and resourceIdentifier is required.");
  }
  if (in.log_group_name.empty()) {
    EMU_TRY(const State::Found found, here.resolve_arn(in.resource_identifier));
    return found.group;
  }
  Group* group = here.find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  return group;
}

}  // namespace

Result<Nothing> Logs::associate_kms_key(Call& call, const AssociateKmsKey& in) {
  EMU_TRY(Group* group, group_of(state(call), in));
  group->kms_key_id = in.kms_key_id;
  return Nothing{};
}

Result<Nothing> Logs::disassociate_kms_key(Call& call, const DisassociateKmsKey& in) {
  EMU_TRY(Group* group, group_of(state(call), in));
  group->kms_key_id.clear();
  return Nothing{};
}

}  // namespace emu::logs
