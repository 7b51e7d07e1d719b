// The engines that are offered, with what follows from each.
// Sources: Amazon RDS API Reference, "CreateDBCluster"; Amazon Aurora Release Notes.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace emu::rds {

struct EngineVersion {
  std::string_view engine;
  std::string_view version;
  std::string_view family;  // of parameter groups
  std::string_view description;
};

// The newest of each engine first.
std::span<const EngineVersion> engine_versions();

bool is_engine(std::string_view engine);
bool is_aurora(std::string_view engine);
bool is_postgresql(std::string_view engine);
std::int32_t default_port(std::string_view engine);

// The version itself, the newest of a beginning such as "8.0", or of all when none is asked for.
// Errors: InvalidParameterCombination.
Result<EngineVersion> find_version(std::string_view engine,
                                   const std::optional<std::string>& version);

}  // namespace emu::rds
