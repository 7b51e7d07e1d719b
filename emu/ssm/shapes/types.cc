#include <emu/describe.h>
#include <emu/ssm/types.h>

namespace emu::ssm {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128);
  s.member("Value", &Tag::value).range(0, 256);
}

void Parameter::describe(StructureShape<Parameter>& s) {
  s.member("Name", &Parameter::name);
  s.member("Type", &Parameter::type);
  s.member("Value", &Parameter::value);
  s.member("Version", &Parameter::version);
  s.member("Selector", &Parameter::selector);
  s.member("SourceResult", &Parameter::source_result);
  s.member("LastModifiedDate", &Parameter::last_modified_date);
  s.member("ARN", &Parameter::arn);
  s.member("DataType", &Parameter::data_type);
}

void ParameterInlinePolicy::describe(StructureShape<ParameterInlinePolicy>& s) {
  s.member("PolicyText", &ParameterInlinePolicy::policy_text);
  s.member("PolicyType", &ParameterInlinePolicy::policy_type);
  s.member("PolicyStatus", &ParameterInlinePolicy::policy_status);
}

void ParameterStringFilter::describe(StructureShape<ParameterStringFilter>& s) {
  s.member("Key", &ParameterStringFilter::key).required().range(1, 132);
  s.member("Option", &ParameterStringFilter::option).range(1, 10);
  s.member("Values", &ParameterStringFilter::values).range(1, 50).each({.min = 1, .max = 1024});
}

}  // namespace emu::ssm

namespace emu {
EMU_DESCRIBED(ssm::Tag);
EMU_DESCRIBED(ssm::Parameter);
EMU_DESCRIBED(ssm::ParameterInlinePolicy);
EMU_DESCRIBED(ssm::ParameterStringFilter);
}  // namespace emu
