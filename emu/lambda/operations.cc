#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/operation_table.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/layers.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

template <class Op>
std::string function_of(const Call& call, const Op& in) {
  const auto reference = parse_function_reference(in.function_name);
  if (!reference) return "*";
  const std::string_view account = reference->account.empty() ? call.account() : reference->account;
  const std::string_view region = reference->region.empty() ? call.region() : reference->region;
  return function_arn(account, region, reference->name);
}

template <class Op>
std::string mapping_of(const Call& call, const Op& in) {
  return fmt::format("arn:aws:lambda:{}:{}:event-source-mapping:{}", call.region(), call.account(),
                     in.uuid);
}

template <class Op>
std::string resource_of(const Call&, const Op& in) {
  return in.resource;
}

template <class Op>
std::string layer_of(const Call& call, const Op& in) {
  return layer_reference_of(call, in.layer_name).layer_arn();
}

template <class Op>
std::string layer_version_of(const Call& call, const Op& in) {
  LayerReference layer = layer_reference_of(call, in.layer_name);
  layer.version = in.version_number;
  return layer.arn();
}

std::string layer_arn_of(const Call&, const GetLayerVersionByArn& in) { return in.arn; }

std::vector<std::string> layers_in(const std::vector<std::string>& layers) { return layers; }
std::vector<std::string> layers_in(const std::optional<std::vector<std::string>>& layers) {
  return layers.value_or(std::vector<std::string>());
}

// Who sets a function's role must be allowed to hand that role to Lambda, and who gives it layers
// to read them. Source: Lambda Developer Guide, "Adding layers to functions".
template <class Op>
void pass_parts(const Call&, const Op& in, std::vector<AccessNeed>& needs) {
  for (std::string& arn : layers_in(in.layers)) {
    needs.push_back({.action = "lambda:GetLayerVersion", .resource = std::move(arn)});
  }
  const std::optional<std::string> role = in.role;
  if (role) needs.push_back({.action = "iam:PassRole", .resource = *role});
}

void mapped_function(const Call& call, const CreateEventSourceMapping& in,
                     std::vector<ConditionValue>& conditions) {
  conditions.push_back({.key = "lambda:FunctionArn", .values = {function_of(call, in)}});
}

}  // namespace

void Lambda::add_to(OperationTable& table) {
  using L = Lambda;
  table.add<CreateFunction>(*this, &L::create_function,
                            {.resource = &function_of, .also = &pass_parts<CreateFunction>});
  table.add<GetFunction>(*this, &L::get_function, {&function_of});
  table.add<GetFunctionConfiguration>(*this, &L::get_function_configuration, {&function_of});
  table.add<UpdateFunctionCode>(*this, &L::update_function_code, {&function_of});
  table.add<UpdateFunctionConfiguration>(
      *this, &L::update_function_configuration,
      {.resource = &function_of, .also = &pass_parts<UpdateFunctionConfiguration>});
  table.add<ListFunctions>(*this, &L::list_functions);
  table.add<ListVersionsByFunction>(*this, &L::list_versions_by_function, {&function_of});
  table.add<GetFunctionCodeSigningConfig>(*this, &L::get_function_code_signing_config,
                                          {&function_of});
  table.add<DeleteFunction>(*this, &L::delete_function, {&function_of});

  table.add<PublishLayerVersion>(*this, &L::publish_layer_version, {&layer_of});
  table.add<GetLayerVersion>(*this, &L::get_layer_version, {&layer_version_of});
  table.add<GetLayerVersionByArn>(*this, &L::get_layer_version_by_arn,
                                  {.resource = &layer_arn_of, .action = "lambda:GetLayerVersion"});
  table.add<ListLayers>(*this, &L::list_layers);
  table.add<ListLayerVersions>(*this, &L::list_layer_versions, {&layer_of});
  table.add<DeleteLayerVersion>(*this, &L::delete_layer_version, {&layer_version_of});

  table.add<Invoke>(*this, &L::invoke,
                    {.resource = &function_of, .action = "lambda:InvokeFunction"});
  table.add<PutFunctionConcurrency>(*this, &L::put_function_concurrency, {&function_of});
  table.add<GetFunctionConcurrency>(*this, &L::get_function_concurrency, {&function_of});
  table.add<DeleteFunctionConcurrency>(*this, &L::delete_function_concurrency, {&function_of});
  table.add<GetAccountSettings>(*this, &L::get_account_settings);

  table.add<PutFunctionEventInvokeConfig>(*this, &L::put_function_event_invoke_config,
                                          {&function_of});
  table.add<UpdateFunctionEventInvokeConfig>(*this, &L::update_function_event_invoke_config,
                                             {&function_of});
  table.add<GetFunctionEventInvokeConfig>(*this, &L::get_function_event_invoke_config,
                                          {&function_of});
  table.add<DeleteFunctionEventInvokeConfig>(*this, &L::delete_function_event_invoke_config,
                                             {&function_of});
  table.add<ListFunctionEventInvokeConfigs>(*this, &L::list_function_event_invoke_configs,
                                            {&function_of});

  table.add<AddPermission>(*this, &L::add_permission, {&function_of});
  table.add<RemovePermission>(*this, &L::remove_permission, {&function_of});
  table.add<GetPolicy>(*this, &L::get_policy, {&function_of});

  table.add<TagResource>(*this, &L::tag_resource, {&resource_of});
  table.add<UntagResource>(*this, &L::untag_resource, {&resource_of});
  table.add<ListTags>(*this, &L::list_tags, {&resource_of});

  table.add<CreateEventSourceMapping>(*this, &L::create_event_source_mapping,
                                      {.conditions = &mapped_function});
  table.add<GetEventSourceMapping>(*this, &L::get_event_source_mapping, {&mapping_of});
  table.add<ListEventSourceMappings>(*this, &L::list_event_source_mappings);
  table.add<UpdateEventSourceMapping>(*this, &L::update_event_source_mapping, {&mapping_of});
  table.add<DeleteEventSourceMapping>(*this, &L::delete_event_source_mapping, {&mapping_of});
}

}  // namespace emu::lambda
