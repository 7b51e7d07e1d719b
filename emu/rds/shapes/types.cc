#include <emu/describe.h>
#include <emu/rds/types.h>

namespace emu::rds {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key);
  s.member("Value", &Tag::value);
}

void Filter::describe(StructureShape<Filter>& s) {
  s.member("Name", &Filter::name).required();
  s.member("Values", &Filter::values).entries_named("Value").required();
}

void TagSpecification::describe(StructureShape<TagSpecification>& s) {
  s.member("ResourceType", &TagSpecification::resource_type);
  s.member("Tags", &TagSpecification::tags).entries_named("Tag");
}

void VpcSecurityGroupMembership::describe(StructureShape<VpcSecurityGroupMembership>& s) {
  s.member("VpcSecurityGroupId", &VpcSecurityGroupMembership::vpc_security_group_id);
  s.member("Status", &VpcSecurityGroupMembership::status);
}

void MasterUserSecret::describe(StructureShape<MasterUserSecret>& s) {
  s.member("SecretArn", &MasterUserSecret::secret_arn);
  s.member("SecretStatus", &MasterUserSecret::secret_status);
  s.member("KmsKeyId", &MasterUserSecret::kms_key_id);
}

void PendingCloudwatchLogsExports::describe(StructureShape<PendingCloudwatchLogsExports>& s) {
  s.member("LogTypesToEnable", &PendingCloudwatchLogsExports::log_types_to_enable);
  s.member("LogTypesToDisable", &PendingCloudwatchLogsExports::log_types_to_disable);
}

void CertificateDetails::describe(StructureShape<CertificateDetails>& s) {
  s.member("CAIdentifier", &CertificateDetails::ca_identifier);
  s.member("ValidTill", &CertificateDetails::valid_till);
}

void DomainMembership::describe(StructureShape<DomainMembership>& s) {
  s.member("Domain", &DomainMembership::domain);
  s.member("Status", &DomainMembership::status);
  s.member("FQDN", &DomainMembership::fqdn);
  s.member("IAMRoleName", &DomainMembership::iam_role_name);
  s.member("OU", &DomainMembership::ou);
  s.member("AuthSecretArn", &DomainMembership::auth_secret_arn);
  s.member("DnsIps", &DomainMembership::dns_ips);
}

void CloudwatchLogsExportConfiguration::describe(
    StructureShape<CloudwatchLogsExportConfiguration>& s) {
  s.member("EnableLogTypes", &CloudwatchLogsExportConfiguration::enable_log_types);
  s.member("DisableLogTypes", &CloudwatchLogsExportConfiguration::disable_log_types);
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::Tag);
EMU_DESCRIBED(rds::Filter);
EMU_DESCRIBED(rds::TagSpecification);
EMU_DESCRIBED(rds::VpcSecurityGroupMembership);
EMU_DESCRIBED(rds::MasterUserSecret);
EMU_DESCRIBED(rds::PendingCloudwatchLogsExports);
EMU_DESCRIBED(rds::CertificateDetails);
EMU_DESCRIBED(rds::DomainMembership);
EMU_DESCRIBED(rds::CloudwatchLogsExportConfiguration);
}  // namespace emu
