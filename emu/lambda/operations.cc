#include <fmt/format.h>

#include <string>
#include <string_view>

#include "core/gate/operation_table.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
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

// Who sets a function's role must be allowed to hand that role to Lambda.
template <class Op>
void pass_role(const Call&, const Op& in, std::vector<AccessNeed>& needs) {
  const std::optional<std::string> role = in.role;
  if (role) needs.push_back({.action = "iam:PassRole", .resource = *role});
}

void mapped_function(const Call& call, const CreateEventSourceMapping& in,
                     std::vector<ConditionValue>& conditions) {
  conditions.push_back({.key = "lambda:FunctionArn", .values = {function_of(call, in)}});
}

}  // namespace

void register_operations(Lambda& lambda, OperationTable& table) {
  using L = Lambda;
  table.add_service({.name = "lambda", .access_denied = &access_denied, .invalid = &invalid});

  table.add<CreateFunction>(lambda, &L::create_function,
                            {.action = "lambda:CreateFunction",
                             .resource = &function_of<CreateFunction>,
                             .also = &pass_role<CreateFunction>});
  table.add<GetFunction>(lambda, &L::get_function,
                         {.action = "lambda:GetFunction", .resource = &function_of<GetFunction>});
  table.add<GetFunctionConfiguration>(lambda, &L::get_function_configuration,
                                      {.action = "lambda:GetFunctionConfiguration",
                                       .resource = &function_of<GetFunctionConfiguration>});
  table.add<UpdateFunctionCode>(
      lambda, &L::update_function_code,
      {.action = "lambda:UpdateFunctionCode", .resource = &function_of<UpdateFunctionCode>});
  table.add<UpdateFunctionConfiguration>(lambda, &L::update_function_configuration,
                                         {.action = "lambda:UpdateFunctionConfiguration",
                                          .resource = &function_of<UpdateFunctionConfiguration>,
                                          .also = &pass_role<UpdateFunctionConfiguration>});
  table.add<ListFunctions>(lambda, &L::list_functions, {.action = "lambda:ListFunctions"});
  table.add<DeleteFunction>(
      lambda, &L::delete_function,
      {.action = "lambda:DeleteFunction", .resource = &function_of<DeleteFunction>});

  table.add<Invoke>(lambda, &L::invoke,
                    {.action = "lambda:InvokeFunction", .resource = &function_of<Invoke>});
  table.add<PutFunctionConcurrency>(lambda, &L::put_function_concurrency,
                                    {.action = "lambda:PutFunctionConcurrency",
                                     .resource = &function_of<PutFunctionConcurrency>});
  table.add<GetFunctionConcurrency>(lambda, &L::get_function_concurrency,
                                    {.action = "lambda:GetFunctionConcurrency",
                                     .resource = &function_of<GetFunctionConcurrency>});
  table.add<DeleteFunctionConcurrency>(lambda, &L::delete_function_concurrency,
                                       {.action = "lambda:DeleteFunctionConcurrency",
                                        .resource = &function_of<DeleteFunctionConcurrency>});
  table.add<GetAccountSettings>(lambda, &L::get_account_settings,
                                {.action = "lambda:GetAccountSettings"});

  table.add<PutFunctionEventInvokeConfig>(lambda, &L::put_function_event_invoke_config,
                                          {.action = "lambda:PutFunctionEventInvokeConfig",
                                           .resource = &function_of<PutFunctionEventInvokeConfig>});
  table.add<UpdateFunctionEventInvokeConfig>(
      lambda, &L::update_function_event_invoke_config,
      {.action = "lambda:UpdateFunctionEventInvokeConfig",
       .resource = &function_of<UpdateFunctionEventInvokeConfig>});
  table.add<GetFunctionEventInvokeConfig>(lambda, &L::get_function_event_invoke_config,
                                          {.action = "lambda:GetFunctionEventInvokeConfig",
                                           .resource = &function_of<GetFunctionEventInvokeConfig>});
  table.add<DeleteFunctionEventInvokeConfig>(
      lambda, &L::delete_function_event_invoke_config,
      {.action = "lambda:DeleteFunctionEventInvokeConfig",
       .resource = &function_of<DeleteFunctionEventInvokeConfig>});
  table.add<ListFunctionEventInvokeConfigs>(
      lambda, &L::list_function_event_invoke_configs,
      {.action = "lambda:ListFunctionEventInvokeConfigs",
       .resource = &function_of<ListFunctionEventInvokeConfigs>});

  table.add<AddPermission>(
      lambda, &L::add_permission,
      {.action = "lambda:AddPermission", .resource = &function_of<AddPermission>});
  table.add<RemovePermission>(
      lambda, &L::remove_permission,
      {.action = "lambda:RemovePermission", .resource = &function_of<RemovePermission>});
  table.add<GetPolicy>(lambda, &L::get_policy,
                       {.action = "lambda:GetPolicy", .resource = &function_of<GetPolicy>});

  table.add<TagResource>(lambda, &L::tag_resource,
                         {.action = "lambda:TagResource", .resource = &resource_of<TagResource>});
  table.add<UntagResource>(
      lambda, &L::untag_resource,
      {.action = "lambda:UntagResource", .resource = &resource_of<UntagResource>});
  table.add<ListTags>(lambda, &L::list_tags,
                      {.action = "lambda:ListTags", .resource = &resource_of<ListTags>});

  table.add<CreateEventSourceMapping>(
      lambda, &L::create_event_source_mapping,
      {.action = "lambda:CreateEventSourceMapping", .conditions = &mapped_function});
  table.add<GetEventSourceMapping>(
      lambda, &L::get_event_source_mapping,
      {.action = "lambda:GetEventSourceMapping", .resource = &mapping_of<GetEventSourceMapping>});
  table.add<ListEventSourceMappings>(lambda, &L::list_event_source_mappings,
                                     {.action = "lambda:ListEventSourceMappings"});
  table.add<UpdateEventSourceMapping>(lambda, &L::update_event_source_mapping,
                                      {.action = "lambda:UpdateEventSourceMapping",
                                       .resource = &mapping_of<UpdateEventSourceMapping>});
  table.add<DeleteEventSourceMapping>(lambda, &L::delete_event_source_mapping,
                                      {.action = "lambda:DeleteEventSourceMapping",
                                       .resource = &mapping_of<DeleteEventSourceMapping>});
}

}  // namespace emu::lambda
