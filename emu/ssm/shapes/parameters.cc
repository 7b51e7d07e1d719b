#include <emu/describe.h>
#include <emu/ssm/parameters.h>

namespace emu::ssm {

void PutParameterResult::describe(StructureShape<PutParameterResult>& s) {
  s.member("Version", &PutParameterResult::version);
  s.member("Tier", &PutParameterResult::tier);
}

void PutParameter::describe(StructureShape<PutParameter>& s) {
  s.member("Name", &PutParameter::name).required().range(1, 2048);
  s.member("Description", &PutParameter::description).range(0, 1024);
  s.member("Value", &PutParameter::value).required();
  s.member("Type", &PutParameter::type).one_of({"String", "StringList", "SecureString"});
  s.member("KeyId", &PutParameter::key_id).range(1, 256);
  s.member("Overwrite", &PutParameter::overwrite);
  s.member("AllowedPattern", &PutParameter::allowed_pattern).range(0, 1024);
  s.member("Tags", &PutParameter::tags).range(0, 1000);
  s.member("Tier", &PutParameter::tier).one_of({"Standard", "Advanced", "Intelligent-Tiering"});
  s.member("Policies", &PutParameter::policies).range(1, 4096);
  s.member("DataType", &PutParameter::data_type).range(0, 128);
}

void GetParameterResult::describe(StructureShape<GetParameterResult>& s) {
  s.member("Parameter", &GetParameterResult::parameter);
}

void GetParameter::describe(StructureShape<GetParameter>& s) {
  s.member("Name", &GetParameter::name).required().range(1, 2048);
  s.member("WithDecryption", &GetParameter::with_decryption);
}

void GetParametersResult::describe(StructureShape<GetParametersResult>& s) {
  s.member("Parameters", &GetParametersResult::parameters).always();
  s.member("InvalidParameters", &GetParametersResult::invalid_parameters).always();
}

void GetParameters::describe(StructureShape<GetParameters>& s) {
  s.member("Names", &GetParameters::names).required().range(1, 10).each({.min = 1, .max = 2048});
  s.member("WithDecryption", &GetParameters::with_decryption);
}

void GetParametersByPathResult::describe(StructureShape<GetParametersByPathResult>& s) {
  s.member("Parameters", &GetParametersByPathResult::parameters).always();
  s.member("NextToken", &GetParametersByPathResult::next_token);
}

void GetParametersByPath::describe(StructureShape<GetParametersByPath>& s) {
  s.member("Path", &GetParametersByPath::path).required().range(1, 2048);
  s.member("Recursive", &GetParametersByPath::recursive);
  s.member("ParameterFilters", &GetParametersByPath::parameter_filters);
  s.member("WithDecryption", &GetParametersByPath::with_decryption);
  s.member("MaxResults", &GetParametersByPath::max_results).range(1, 10);
  s.member("NextToken", &GetParametersByPath::next_token);
}

void DeleteParameter::describe(StructureShape<DeleteParameter>& s) {
  s.member("Name", &DeleteParameter::name).required().range(1, 2048);
}

void DeleteParametersResult::describe(StructureShape<DeleteParametersResult>& s) {
  s.member("DeletedParameters", &DeleteParametersResult::deleted_parameters).always();
  s.member("InvalidParameters", &DeleteParametersResult::invalid_parameters).always();
}

void DeleteParameters::describe(StructureShape<DeleteParameters>& s) {
  s.member("Names", &DeleteParameters::names).required().range(1, 10).each({.min = 1, .max = 2048});
}

}  // namespace emu::ssm

namespace emu {
EMU_DESCRIBED(ssm::PutParameterResult);
EMU_DESCRIBED_OPERATION(ssm::PutParameter);
EMU_DESCRIBED(ssm::GetParameterResult);
EMU_DESCRIBED_OPERATION(ssm::GetParameter);
EMU_DESCRIBED(ssm::GetParametersResult);
EMU_DESCRIBED_OPERATION(ssm::GetParameters);
EMU_DESCRIBED(ssm::GetParametersByPathResult);
EMU_DESCRIBED_OPERATION(ssm::GetParametersByPath);
EMU_DESCRIBED_OPERATION(ssm::DeleteParameter);
EMU_DESCRIBED(ssm::DeleteParametersResult);
EMU_DESCRIBED_OPERATION(ssm::DeleteParameters);
}  // namespace emu
