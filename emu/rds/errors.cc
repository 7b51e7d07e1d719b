#include "rds/errors.h"

#include <fmt/format.h>

#include <utility>

#include "rds/limits.h"

namespace emu::rds {

Error access_denied(const Call&, const std::string& text) {
  return error(errors::kAccessDenied, text, 403);
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return error(errors::kValidationError, validation_text(violations));
}

Error error(std::string_view code, std::string message, int status) {
  return {.code = std::string(code), .message = std::move(message), .status = status};
}

Error invalid_value(std::string message) {
  return error(errors::kInvalidParameterValue, std::move(message));
}

Error invalid_combination(std::string message) {
  return error(errors::kInvalidParameterCombination, std::move(message));
}

Error no_such_cluster(std::string_view identifier) {
  return error(errors::kDBClusterNotFoundFault, fmt::format("DBCluster {} not found.", identifier),
               kNotFound);
}

Error no_such_instance(std::string_view identifier) {
  return error(errors::kDBInstanceNotFound, fmt::format("DBInstance {} not found.", identifier),
               kNotFound);
}

Error no_such_subnet_group(std::string_view name) {
  return error(errors::kDBSubnetGroupNotFoundFault,
               fmt::format("DB subnet group '{}' does not exist.", name), kNotFound);
}

Error too_many_tags() {
  return invalid_value(fmt::format("A resource can have at most {} tags.", kTagsMax));
}

Error cluster_state(std::string_view identifier, std::string_view message) {
  return error(errors::kInvalidDBClusterStateFault,
               fmt::format("DbCluster {} {}", identifier, message));
}

}  // namespace emu::rds
