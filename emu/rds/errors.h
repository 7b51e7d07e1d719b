// What RDS answers when it refuses, where several operations do.
#pragma once

#include <emu/rds/errors.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::rds {

inline constexpr int kNotFound = 404;

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error error(std::string_view code, std::string message, int status = 400);
Error invalid_value(std::string message);
Error invalid_combination(std::string message);

Error no_such_cluster(std::string_view identifier);
Error no_such_instance(std::string_view identifier);
Error no_such_subnet_group(std::string_view name);
Error too_many_tags();
Error cluster_state(std::string_view identifier, std::string_view message);

}  // namespace emu::rds
