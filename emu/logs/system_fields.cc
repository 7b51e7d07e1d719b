#include "logs/system_fields.h"

#include <algorithm>

#include "logs/errors.h"
#include "logs/limits.h"

namespace emu::logs {

namespace {

bool is_system_field(const std::string& name) {
  return name == "@aws.account" || name == "@aws.region";
}

}  // namespace

Status check_system_fields(const std::vector<std::string>& fields) {
  if (fields.size() <= kSystemFieldsMax &&
      std::all_of(fields.begin(), fields.end(), &is_system_field)) {
    return {};
  }
  return invalid_parameter("The system fields are @aws.account and @aws.region.");
}

}  // namespace emu::logs
