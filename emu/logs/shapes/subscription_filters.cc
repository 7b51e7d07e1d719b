#include <emu/logs/subscription_filters.h>

#include "logs/shapes/describe.h"

namespace emu::logs {

void PutSubscriptionFilter::describe(StructureShape<PutSubscriptionFilter>& s) {
  describing::log_group_name(s, "logGroupName", &PutSubscriptionFilter::log_group_name).required();
  describing::log_stream_name(s, "filterName", &PutSubscriptionFilter::filter_name).required();
  s.member("filterPattern", &PutSubscriptionFilter::filter_pattern).required().range(0, 1024);
  s.member("destinationArn", &PutSubscriptionFilter::destination_arn).required().at_least(1);
  s.member("roleArn", &PutSubscriptionFilter::role_arn).at_least(1);
  s.member("distribution", &PutSubscriptionFilter::distribution).one_of({"Random", "ByLogStream"});
  s.member("applyOnTransformedLogs", &PutSubscriptionFilter::apply_on_transformed_logs);
  s.member("fieldSelectionCriteria", &PutSubscriptionFilter::field_selection_criteria)
      .range(0, 2000);
  s.member("emitSystemFields", &PutSubscriptionFilter::emit_system_fields);
}

void SubscriptionFilter::describe(StructureShape<SubscriptionFilter>& s) {
  s.member("filterName", &SubscriptionFilter::filter_name);
  s.member("logGroupName", &SubscriptionFilter::log_group_name);
  s.member("filterPattern", &SubscriptionFilter::filter_pattern).always();
  s.member("destinationArn", &SubscriptionFilter::destination_arn);
  s.member("roleArn", &SubscriptionFilter::role_arn);
  s.member("distribution", &SubscriptionFilter::distribution);
  s.member("applyOnTransformedLogs", &SubscriptionFilter::apply_on_transformed_logs);
  s.member("creationTime", &SubscriptionFilter::creation_time);
  s.member("fieldSelectionCriteria", &SubscriptionFilter::field_selection_criteria);
  s.member("emitSystemFields", &SubscriptionFilter::emit_system_fields);
}

void DescribeSubscriptionFiltersResult::describe(
    StructureShape<DescribeSubscriptionFiltersResult>& s) {
  s.member("subscriptionFilters", &DescribeSubscriptionFiltersResult::subscription_filters)
      .always();
  s.member("nextToken", &DescribeSubscriptionFiltersResult::next_token);
}

void DescribeSubscriptionFilters::describe(StructureShape<DescribeSubscriptionFilters>& s) {
  describing::log_group_name(s, "logGroupName", &DescribeSubscriptionFilters::log_group_name)
      .required();
  describing::log_stream_name(s, "filterNamePrefix",
                              &DescribeSubscriptionFilters::filter_name_prefix);
  s.member("nextToken", &DescribeSubscriptionFilters::next_token);
  s.member("limit", &DescribeSubscriptionFilters::limit).range(1, 50);
}

void DeleteSubscriptionFilter::describe(StructureShape<DeleteSubscriptionFilter>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteSubscriptionFilter::log_group_name)
      .required();
  describing::log_stream_name(s, "filterName", &DeleteSubscriptionFilter::filter_name).required();
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED_OPERATION(logs::PutSubscriptionFilter);
EMU_DESCRIBED(logs::SubscriptionFilter);
EMU_DESCRIBED(logs::DescribeSubscriptionFiltersResult);
EMU_DESCRIBED_OPERATION(logs::DescribeSubscriptionFilters);
EMU_DESCRIBED_OPERATION(logs::DeleteSubscriptionFilter);
}  // namespace emu
