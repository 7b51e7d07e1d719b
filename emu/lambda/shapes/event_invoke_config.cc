#include <emu/lambda/event_invoke_config.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

namespace {

template <class Op>
void describe_invoke_settings(StructureShape<Op>& s) {
  describe_function_name(s);
  describe_qualifier(s);
  s.member("MaximumRetryAttempts", &Op::maximum_retry_attempts).range(0, 2);
  s.member("MaximumEventAgeInSeconds", &Op::maximum_event_age_in_seconds).range(60, 21600);
  s.member("DestinationConfig", &Op::destination_config);
}

}  // namespace

void OnSuccess::describe(StructureShape<OnSuccess>& s) {
  s.member("Destination", &OnSuccess::destination)
      .range(0, 350)
      .pattern(&patterns::is_destination_or_empty, patterns::kDestination);
}

void OnFailure::describe(StructureShape<OnFailure>& s) {
  s.member("Destination", &OnFailure::destination)
      .range(0, 350)
      .pattern(&patterns::is_destination_or_empty, patterns::kDestination);
}

void DestinationConfig::describe(StructureShape<DestinationConfig>& s) {
  s.member("OnSuccess", &DestinationConfig::on_success);
  s.member("OnFailure", &DestinationConfig::on_failure);
}

void FunctionEventInvokeConfig::describe(StructureShape<FunctionEventInvokeConfig>& s) {
  using F = FunctionEventInvokeConfig;
  s.member("LastModified", &F::last_modified);
  s.member("FunctionArn", &F::function_arn);
  s.member("MaximumRetryAttempts", &F::maximum_retry_attempts);
  s.member("MaximumEventAgeInSeconds", &F::maximum_event_age_in_seconds);
  s.member("DestinationConfig", &F::destination_config);
}

void PutFunctionEventInvokeConfig::describe(StructureShape<PutFunctionEventInvokeConfig>& s) {
  describe_invoke_settings(s);
}

void GetFunctionEventInvokeConfig::describe(StructureShape<GetFunctionEventInvokeConfig>& s) {
  describe_function_name(s);
  describe_qualifier(s);
}

void UpdateFunctionEventInvokeConfig::describe(StructureShape<UpdateFunctionEventInvokeConfig>& s) {
  describe_invoke_settings(s);
}

void DeleteFunctionEventInvokeConfig::describe(StructureShape<DeleteFunctionEventInvokeConfig>& s) {
  describe_function_name(s);
  describe_qualifier(s);
}

void ListFunctionEventInvokeConfigsResult::describe(
    StructureShape<ListFunctionEventInvokeConfigsResult>& s) {
  using R = ListFunctionEventInvokeConfigsResult;
  s.member("FunctionEventInvokeConfigs", &R::function_event_invoke_configs).always();
  s.member("NextMarker", &R::next_marker);
}

void ListFunctionEventInvokeConfigs::describe(StructureShape<ListFunctionEventInvokeConfigs>& s) {
  describe_function_name(s);
  describe_page(s, 50);
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::OnSuccess);
EMU_DESCRIBED(lambda::OnFailure);
EMU_DESCRIBED(lambda::DestinationConfig);
EMU_DESCRIBED(lambda::FunctionEventInvokeConfig);
EMU_DESCRIBED_OPERATION(lambda::PutFunctionEventInvokeConfig);
EMU_DESCRIBED_OPERATION(lambda::GetFunctionEventInvokeConfig);
EMU_DESCRIBED_OPERATION(lambda::UpdateFunctionEventInvokeConfig);
EMU_DESCRIBED_OPERATION(lambda::DeleteFunctionEventInvokeConfig);
EMU_DESCRIBED(lambda::ListFunctionEventInvokeConfigsResult);
EMU_DESCRIBED_OPERATION(lambda::ListFunctionEventInvokeConfigs);
}  // namespace emu
