#include "rds/engines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rds/errors.h"

namespace emu::rds {

namespace {

constexpr std::array kVersions = {
    EngineVersion{"aurora-mysql", "8.0.mysql_aurora.3.08.2", "aurora-mysql8.0",
                  "Aurora MySQL 3.08.2 (compatible with MySQL 8.0.39)"},
    EngineVersion{"aurora-mysql", "8.0.mysql_aurora.3.04.4", "aurora-mysql8.0",
                  "Aurora MySQL 3.04.4 (compatible with MySQL 8.0.28)"},
    EngineVersion{"aurora-mysql", "5.7.mysql_aurora.2.12.5", "aurora-mysql5.7",
                  "Aurora MySQL 2.12.5 (compatible with MySQL 5.7.44)"},
    EngineVersion{"aurora-postgresql", "16.6", "aurora-postgresql16",
                  "Aurora PostgreSQL (Compatible with PostgreSQL 16.6)"},
    EngineVersion{"aurora-postgresql", "15.10", "aurora-postgresql15",
                  "Aurora PostgreSQL (Compatible with PostgreSQL 15.10)"},
    EngineVersion{"aurora-postgresql", "14.15", "aurora-postgresql14",
                  "Aurora PostgreSQL (Compatible with PostgreSQL 14.15)"},
    EngineVersion{"mysql", "8.4.3", "mysql8.4", "MySQL 8.4.3"},
    EngineVersion{"mysql", "8.0.40", "mysql8.0", "MySQL 8.0.40"},
    EngineVersion{"postgres", "17.2", "postgres17", "PostgreSQL 17.2-R2"},
    EngineVersion{"postgres", "16.6", "postgres16", "PostgreSQL 16.6-R2"},
    EngineVersion{"mariadb", "10.11.10", "mariadb10.11", "MariaDB 10.11.10"},
};

}  // namespace

std::span<const EngineVersion> engine_versions() { return kVersions; }

bool is_engine(std::string_view engine) {
  return std::any_of(kVersions.begin(), kVersions.end(),
                     [&](const EngineVersion& each) { return each.engine == engine; });
}

bool is_aurora(std::string_view engine) { return engine.starts_with("aurora"); }
bool is_postgresql(std::string_view engine) { return engine.find("postgres") != engine.npos; }

// Aurora PostgreSQL's is that of PostgreSQL.
std::int32_t default_port(std::string_view engine) { return is_postgresql(engine) ? 5432 : 3306; }

Result<EngineVersion> find_version(std::string_view engine,
                                   const std::optional<std::string>& version) {
  for (const EngineVersion& each : kVersions) {
    const bool fits =
        !version || each.version == *version || each.version.starts_with(*version + ".");
    if (each.engine == engine && fits) return each;
  }
  return invalid_combination(
      fmt::format("Cannot find version {} for {}", version.value_or(""), engine));
}

}  // namespace emu::rds
