// What several operations of Parameter Store speak of. Include <emu/ssm.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::ssm {

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

// One version of a parameter with its value.
struct Parameter {
  std::string name = {};
  std::string type = {};
  std::string value = {};  // of a SecureString in Base64, unless decrypted
  std::optional<std::int64_t> version = {};
  std::string selector = {};  // ":3" or ":label", as it was asked for
  std::string source_result = {};
  std::optional<Time> last_modified_date = {};
  std::string arn = {};
  std::string data_type = {};
  static void describe(StructureShape<Parameter>& s);
};

// A policy of an advanced parameter.
struct ParameterInlinePolicy {
  std::string policy_text = {};
  std::string policy_type = {};
  std::string policy_status = {};  // Pending
  static void describe(StructureShape<ParameterInlinePolicy>& s);
};

// Keys of DescribeParameters: Name, Type, KeyId, Path, Tier, DataType and "tag:" with the key of a
// tag. Keys of GetParametersByPath: Type, KeyId, Label. Options: Equals, which is the default, and
// BeginsWith; Name has Contains, Path has OneLevel, which is its default, and Recursive.
struct ParameterStringFilter {
  std::string key;
  std::optional<std::string> option = {};
  std::vector<std::string> values = {};
  static void describe(StructureShape<ParameterStringFilter>& s);
};

}  // namespace emu::ssm
