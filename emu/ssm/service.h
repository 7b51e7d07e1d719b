// A fake AWS Systems Manager Parameter Store: the parameters of every account and region.
//
// Every operation is atomic. What has expired is taken away when somebody looks.
#pragma once

#include <emu/ssm.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "ssm/state.h"

namespace emu::ssm {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Ssm final : public Service, private ResourceHost {
 public:
  explicit Ssm(World& world);

  Result<PutParameterResult> put_parameter(Call& call, const PutParameter& in);
  Result<GetParameterResult> get_parameter(Call& call, const GetParameter& in);
  Result<GetParametersResult> get_parameters(Call& call, const GetParameters& in);
  Result<GetParametersByPathResult> get_parameters_by_path(Call& call,
                                                           const GetParametersByPath& in);
  Result<Nothing> delete_parameter(Call& call, const DeleteParameter& in);
  Result<DeleteParametersResult> delete_parameters(Call& call, const DeleteParameters& in);

  Result<DescribeParametersResult> describe_parameters(Call& call, const DescribeParameters& in);
  Result<GetParameterHistoryResult> get_parameter_history(Call& call,
                                                          const GetParameterHistory& in);

  Result<LabelParameterVersionResult> label_parameter_version(Call& call,
                                                              const LabelParameterVersion& in);
  Result<UnlabelParameterVersionResult> unlabel_parameter_version(
      Call& call, const UnlabelParameterVersion& in);

  Result<Nothing> add_tags_to_resource(Call& call, const AddTagsToResource& in);
  Result<Nothing> remove_tags_from_resource(Call& call, const RemoveTagsFromResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override { states_.forget(account); }

 private:
  // What the caller's account has in its region now.
  State& state_of(const Call& call);

  // By name, name and version, name and label, or ARN; or a secret that the name stands for.
  // Errors: ParameterNotFound, ParameterVersionNotFound, those of secret_reference.h.
  Result<Parameter> read(Call& call, std::string_view named, bool with_decryption);

  ResourceTerms terms(const AccessRequest&) const override { return {}; }
  // The tags of the parameter that a request is about.
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;

  World& world_;
  mutable Regional<State> states_;
};

}  // namespace emu::ssm
