#include <emu/describe.h>
#include <emu/ssm/metadata.h>

namespace emu::ssm {

void ParameterMetadata::describe(StructureShape<ParameterMetadata>& s) {
  s.member("Name", &ParameterMetadata::name);
  s.member("ARN", &ParameterMetadata::arn);
  s.member("Type", &ParameterMetadata::type);
  s.member("KeyId", &ParameterMetadata::key_id);
  s.member("LastModifiedDate", &ParameterMetadata::last_modified_date);
  s.member("LastModifiedUser", &ParameterMetadata::last_modified_user);
  s.member("Description", &ParameterMetadata::description);
  s.member("AllowedPattern", &ParameterMetadata::allowed_pattern);
  s.member("Version", &ParameterMetadata::version);
  s.member("Tier", &ParameterMetadata::tier);
  s.member("Policies", &ParameterMetadata::policies).always();
  s.member("DataType", &ParameterMetadata::data_type);
}

void ParametersFilter::describe(StructureShape<ParametersFilter>& s) {
  s.member("Key", &ParametersFilter::key).required().one_of({"Name", "Type", "KeyId"});
  s.member("Values", &ParametersFilter::values)
      .required()
      .range(1, 50)
      .each({.min = 1, .max = 1024});
}

void DescribeParametersResult::describe(StructureShape<DescribeParametersResult>& s) {
  s.member("Parameters", &DescribeParametersResult::parameters).always();
  s.member("NextToken", &DescribeParametersResult::next_token);
}

void DescribeParameters::describe(StructureShape<DescribeParameters>& s) {
  s.member("Filters", &DescribeParameters::filters);
  s.member("ParameterFilters", &DescribeParameters::parameter_filters);
  s.member("MaxResults", &DescribeParameters::max_results).range(1, 50);
  s.member("NextToken", &DescribeParameters::next_token);
  s.member("Shared", &DescribeParameters::shared);
}

void ParameterHistory::describe(StructureShape<ParameterHistory>& s) {
  s.member("Name", &ParameterHistory::name);
  s.member("Type", &ParameterHistory::type);
  s.member("KeyId", &ParameterHistory::key_id);
  s.member("LastModifiedDate", &ParameterHistory::last_modified_date);
  s.member("LastModifiedUser", &ParameterHistory::last_modified_user);
  s.member("Description", &ParameterHistory::description);
  s.member("Value", &ParameterHistory::value);
  s.member("AllowedPattern", &ParameterHistory::allowed_pattern);
  s.member("Version", &ParameterHistory::version);
  s.member("Labels", &ParameterHistory::labels).always();
  s.member("Tier", &ParameterHistory::tier);
  s.member("Policies", &ParameterHistory::policies).always();
  s.member("DataType", &ParameterHistory::data_type);
}

void GetParameterHistoryResult::describe(StructureShape<GetParameterHistoryResult>& s) {
  s.member("Parameters", &GetParameterHistoryResult::parameters).always();
  s.member("NextToken", &GetParameterHistoryResult::next_token);
}

void GetParameterHistory::describe(StructureShape<GetParameterHistory>& s) {
  s.member("Name", &GetParameterHistory::name).required().range(1, 2048);
  s.member("WithDecryption", &GetParameterHistory::with_decryption);
  s.member("MaxResults", &GetParameterHistory::max_results).range(1, 50);
  s.member("NextToken", &GetParameterHistory::next_token);
}

}  // namespace emu::ssm

namespace emu {
EMU_DESCRIBED(ssm::ParameterMetadata);
EMU_DESCRIBED(ssm::ParametersFilter);
EMU_DESCRIBED(ssm::DescribeParametersResult);
EMU_DESCRIBED_OPERATION(ssm::DescribeParameters);
EMU_DESCRIBED(ssm::ParameterHistory);
EMU_DESCRIBED(ssm::GetParameterHistoryResult);
EMU_DESCRIBED_OPERATION(ssm::GetParameterHistory);
}  // namespace emu
