// AWS Lambda: the functions and event source mappings of all accounts and regions.
#pragma once

#include <emu/lambda.h>
#include <emu/lambda/handler.h>
#include <emu/result.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/function_host.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "lambda/async_queue.h"
#include "lambda/executor.h"
#include "lambda/function_reference.h"
#include "lambda/layers.h"
#include "lambda/mapping.h"
#include "lambda/package.h"
#include "lambda/region.h"

namespace emu::lambda {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Lambda final : public Service, public FunctionHost {
 public:
  explicit Lambda(World& world);

  void bind(std::string function_name, HandlerFactory factory) override;

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  // Forgets what one account has, or all of them. Its code is stopped; who waits for a function
  // gets the answer that there is none. Bound code stays.
  void reset(std::optional<std::string_view> account) override;

  // What is stored of an account in a region, to be copied.
  const State& stored(std::string_view account, std::string_view region);
  // Puts such a copy in place of what is stored, as after reset(): sandboxes are new, events are
  // attempted when they are due, and mappings that are enabled poll.
  void restore(State state);

  Result<LayerVersion> publish_layer_version(Call& call, const PublishLayerVersion& in);
  Result<LayerVersion> get_layer_version(Call& call, const GetLayerVersion& in);
  Result<LayerVersion> get_layer_version_by_arn(Call& call, const GetLayerVersionByArn& in);
  Result<ListLayersResult> list_layers(Call& call, const ListLayers& in);
  Result<ListLayerVersionsResult> list_layer_versions(Call& call, const ListLayerVersions& in);
  Result<Nothing> delete_layer_version(Call& call, const DeleteLayerVersion& in);

  Result<FunctionConfiguration> create_function(Call& call, const CreateFunction& in);
  Result<GetFunctionResult> get_function(Call& call, const GetFunction& in);
  Result<FunctionConfiguration> get_function_configuration(Call& call,
                                                           const GetFunctionConfiguration& in);
  Result<FunctionConfiguration> update_function_code(Call& call, const UpdateFunctionCode& in);
  Result<FunctionConfiguration> update_function_configuration(
      Call& call, const UpdateFunctionConfiguration& in);
  Result<ListFunctionsResult> list_functions(Call& call, const ListFunctions& in);
  Result<ListVersionsByFunctionResult> list_versions_by_function(Call& call,
                                                                 const ListVersionsByFunction& in);
  Result<GetFunctionCodeSigningConfigResult> get_function_code_signing_config(
      Call& call, const GetFunctionCodeSigningConfig& in);
  Result<Nothing> delete_function(Call& call, const DeleteFunction& in);

  Result<InvokeResult> invoke(Call& call, const Invoke& in);
  Result<Concurrency> put_function_concurrency(Call& call, const PutFunctionConcurrency& in);
  Result<Concurrency> get_function_concurrency(Call& call, const GetFunctionConcurrency& in);
  Result<Nothing> delete_function_concurrency(Call& call, const DeleteFunctionConcurrency& in);
  Result<GetAccountSettingsResult> get_account_settings(Call& call, const GetAccountSettings& in);

  Result<FunctionEventInvokeConfig> put_function_event_invoke_config(
      Call& call, const PutFunctionEventInvokeConfig& in);
  Result<FunctionEventInvokeConfig> update_function_event_invoke_config(
      Call& call, const UpdateFunctionEventInvokeConfig& in);
  Result<FunctionEventInvokeConfig> get_function_event_invoke_config(
      Call& call, const GetFunctionEventInvokeConfig& in);
  Result<Nothing> delete_function_event_invoke_config(Call& call,
                                                      const DeleteFunctionEventInvokeConfig& in);
  Result<ListFunctionEventInvokeConfigsResult> list_function_event_invoke_configs(
      Call& call, const ListFunctionEventInvokeConfigs& in);

  Result<AddPermissionResult> add_permission(Call& call, const AddPermission& in);
  Result<Nothing> remove_permission(Call& call, const RemovePermission& in);
  Result<GetPolicyResult> get_policy(Call& call, const GetPolicy& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsResult> list_tags(Call& call, const ListTags& in);

  Result<EventSourceMappingConfiguration> create_event_source_mapping(
      Call& call, const CreateEventSourceMapping& in);
  Result<EventSourceMappingConfiguration> get_event_source_mapping(Call& call,
                                                                   const GetEventSourceMapping& in);
  Result<ListEventSourceMappingsResult> list_event_source_mappings(
      Call& call, const ListEventSourceMappings& in);
  Result<EventSourceMappingConfiguration> update_event_source_mapping(
      Call& call, const UpdateEventSourceMapping& in);
  Result<EventSourceMappingConfiguration> delete_event_source_mapping(
      Call& call, const DeleteEventSourceMapping& in);

 private:
  // The function that a request names, or ResourceNotFoundException.
  Result<FunctionPtr> find(const Call& call, const FunctionReference& named);
  Result<FunctionPtr> find(const Call& call, std::string_view name,
                           const std::optional<std::string>& qualifier = std::nullopt);
  // The same, whichever version the name says.
  Result<FunctionPtr> find_unqualified(const Call& call, std::string_view name);
  // The same for what only a function as a whole has: one that names a version is refused.
  Result<FunctionPtr> find_whole(const Call& call, std::string_view name);
  Region& region_of(const Call& call) { return regions_.at(call.account(), call.region()); }
  // The function that a mapping is to invoke.
  Result<FunctionPtr> find_mapped(const Call& call, std::string_view name);
  // A function that has a configuration of its asynchronous invocation.
  Result<LiveFunction*> configured(const Call& call, const std::string& name,
                                   const std::optional<std::string>& qualifier);
  // A layer's version, as whoever calls sees it.
  Result<LayerVersion> find_layer_version(const Call& call, const LayerReference& named);
  // What a function is given of the layers that it names.
  Result<ChosenLayers> choose_layers(const Call& call, const std::vector<std::string>& arns);
  // The tags of what an ARN names.
  Result<std::map<std::string, std::string>*> tags_of(const std::string& arn);
  std::shared_ptr<const std::string> policy_of(std::string_view arn);

  // Makes what lives beside a function or a whole region from what is stored of it.
  void arrange(Region& region, Function& stored);
  void arrange(Region& region);
  // Ends what lives beside a function, before the function leaves.
  void retire(LiveFunction& function);
  // Forgets all that is stored and lives in a region, but for what is being invoked.
  void clear(Region& region);
  // What changed is a new revision: its id and its time.
  void mark_changed(FunctionConfiguration& configuration);
  // Takes on what is stored of a function now, and gives what to answer.
  FunctionConfiguration changed(LiveFunction& function);
  // Looks at the code, unless what runs is bound to the function's name.
  Result<Package> package_of(Call& call, std::string_view function_name, const FunctionCode& code);

  World& world_;
  Regional<Region> regions_;
  Executor executor_;
  AsyncQueue async_;
  MappingControl mappings_;
};

}  // namespace emu::lambda
