// What several operations of Secrets Manager speak of. Include <emu/secretsmanager.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::secretsmanager {

struct Tag {
  std::string key = {};
  std::string value = {};
  static void describe(StructureShape<Tag>& s);
};

// Keys: name, description, tag-key, tag-value, primary-region, owning-service, each with the
// beginnings that one of the values must be, and all, with words. A value that begins with "!" must
// not be.
struct Filter {
  std::string key = {};
  std::vector<std::string> values = {};
  static void describe(StructureShape<Filter>& s);
};

struct ReplicaRegionType {
  std::string region = {};
  std::string kms_key_id = {};
  static void describe(StructureShape<ReplicaRegionType>& s);
};

struct ReplicationStatusType {
  std::string region = {};
  std::string kms_key_id = {};
  std::string status = {};
  std::string status_message = {};
  std::optional<Time> last_accessed_date = {};
  static void describe(StructureShape<ReplicationStatusType>& s);
};

struct RotationRulesType {
  std::optional<std::int64_t> automatically_after_days = {};
  std::string duration = {};
  std::string schedule_expression = {};
  static void describe(StructureShape<RotationRulesType>& s);
};

struct ExternalSecretRotationMetadataItem {
  std::string key = {};
  std::string value = {};
  static void describe(StructureShape<ExternalSecretRotationMetadataItem>& s);
};

}  // namespace emu::secretsmanager
