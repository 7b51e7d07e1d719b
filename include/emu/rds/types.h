// What several operations of RDS take and give. Include <emu/rds.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

struct Filter {
  std::string name;
  std::vector<std::string> values;
  static void describe(StructureShape<Filter>& s);
};

struct TagSpecification {
  std::optional<std::string> resource_type = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<TagSpecification>& s);
};

struct VpcSecurityGroupMembership {
  std::string vpc_security_group_id = {};
  std::string status = {};
  static void describe(StructureShape<VpcSecurityGroupMembership>& s);
};

struct MasterUserSecret {
  std::string secret_arn = {};
  std::string secret_status = {};
  std::string kms_key_id = {};
  static void describe(StructureShape<MasterUserSecret>& s);
};

struct PendingCloudwatchLogsExports {
  std::vector<std::string> log_types_to_enable = {};
  std::vector<std::string> log_types_to_disable = {};
  static void describe(StructureShape<PendingCloudwatchLogsExports>& s);
};

struct CertificateDetails {
  std::string ca_identifier = {};
  std::optional<Time> valid_till = {};
  static void describe(StructureShape<CertificateDetails>& s);
};

struct DomainMembership {
  std::string domain = {};
  std::string status = {};
  std::string fqdn = {};
  std::string iam_role_name = {};
  std::string ou = {};
  std::string auth_secret_arn = {};
  std::vector<std::string> dns_ips = {};
  static void describe(StructureShape<DomainMembership>& s);
};

struct CloudwatchLogsExportConfiguration {
  std::vector<std::string> enable_log_types = {};
  std::vector<std::string> disable_log_types = {};
  static void describe(StructureShape<CloudwatchLogsExportConfiguration>& s);
};

}  // namespace emu::rds
