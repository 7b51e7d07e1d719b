// DescribeDBEngineVersions and DescribeOrderableDBInstanceOptions: what may be made here.
#include <algorithm>
#include <array>
#include <map>

#include "rds/engines.h"
#include "rds/errors.h"
#include "rds/page.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

constexpr std::array<std::string_view, 6> kClasses = {"db.r6g.large",  "db.r6g.xlarge",
                                                      "db.r7g.large",  "db.t3.medium",
                                                      "db.t4g.medium", "db.serverless"};

std::string major_of(const EngineVersion& version) {
  const std::size_t first = version.version.find('.');
  if (is_postgresql(version.engine)) return std::string(version.version.substr(0, first));
  return std::string(version.version.substr(0, version.version.find('.', first + 1)));
}

DbEngineVersion described(const EngineVersion& version) {
  DbEngineVersion out{.engine = std::string(version.engine),
                      .major_engine_version = major_of(version),
                      .engine_version = std::string(version.version),
                      .db_parameter_group_family = std::string(version.family),
                      .db_engine_description = std::string(version.description)};
  out.db_engine_version_description = std::string(version.description);
  out.status = "available";
  out.supports_log_exports_to_cloudwatch_logs = true;
  out.supports_read_replica = !is_aurora(version.engine);
  if (is_aurora(version.engine)) out.supported_engine_modes = {"provisioned"};
  return out;
}

// The default version of each engine is its newest.
bool is_wanted(const EngineVersion& version, const DescribeDBEngineVersions& in,
               const std::map<std::string, const EngineVersion*>& chosen) {
  const bool fits = !in.engine_version || version.version == *in.engine_version ||
                    version.version.starts_with(*in.engine_version + ".");
  const auto first = chosen.lower_bound(std::string(version.engine) + " ");
  const bool has_one = first != chosen.end() && first->second->engine == version.engine;
  return fits && (!in.engine || *in.engine == version.engine) &&
         (!in.db_parameter_group_family || *in.db_parameter_group_family == version.family) &&
         (!in.default_only.value_or(false) || !has_one) &&
         passes(in.filters, "engine-version", {version.version}) &&
         passes(in.filters, "db-parameter-group-family", {version.family}) &&
         passes(in.filters, "status", {"available"});
}

OrderableDbInstanceOption option(const EngineVersion& version, std::string_view instance_class,
                                 const std::string& region) {
  OrderableDbInstanceOption out{.engine = std::string(version.engine),
                                .engine_version = std::string(version.version),
                                .db_instance_class = std::string(instance_class),
                                .license_model = is_postgresql(version.engine)
                                                     ? "postgresql-license"
                                                     : "general-public-license"};
  for (const char zone : {'a', 'b', 'c'}) out.availability_zones.push_back({.name = region + zone});
  out.multi_az_capable = !is_aurora(version.engine);
  out.read_replica_capable = true;
  out.vpc = true;
  out.supports_storage_encryption = true;
  out.storage_type = is_aurora(version.engine) ? "aurora" : "gp2";
  out.supports_iam_database_authentication = true;
  out.supports_performance_insights = true;
  out.supported_network_types = {"IPV4"};
  if (is_aurora(version.engine)) out.supported_engine_modes = {"provisioned"};
  out.supports_clusters = true;
  out.supports_http_endpoint = is_aurora(version.engine);
  return out;
}

}  // namespace

Result<DescribeDBEngineVersionsResult> Rds::describe_db_engine_versions(
    Call&, const DescribeDBEngineVersions& in) {
  EMU_CHECK(check_filters(
      in.filters, {"db-parameter-group-family", "engine-mode", "engine-version", "status"}));
  if (in.engine && !is_engine(*in.engine)) return invalid_value("Invalid DB engine");
  std::map<std::string, const EngineVersion*> chosen;
  for (const EngineVersion& version : engine_versions()) {
    if (!is_wanted(version, in, chosen)) continue;
    chosen.emplace(std::string(version.engine) + " " + std::string(version.version), &version);
  }
  DescribeDBEngineVersionsResult out;
  EMU_CHECK(list_page(
      chosen, in, out, [](const EngineVersion*) { return true; },
      [&](const EngineVersion* version) {
        out.db_engine_versions.push_back(described(*version));
      }));
  return out;
}

Result<DescribeOrderableDBInstanceOptionsResult> Rds::describe_orderable_db_instance_options(
    Call& call, const DescribeOrderableDBInstanceOptions& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  if (!is_engine(in.engine)) return invalid_value("Invalid DB engine");
  std::map<std::string, OrderableDbInstanceOption> chosen;
  for (const EngineVersion& version : engine_versions()) {
    const bool fits = version.engine == in.engine &&
                      (!in.engine_version || version.version == *in.engine_version);
    for (const std::string_view each : kClasses) {
      if (!fits || (in.db_instance_class && each != *in.db_instance_class)) continue;
      if (each == "db.serverless" && !is_aurora(version.engine)) continue;
      chosen.emplace(std::string(version.version).append(" ").append(each),
                     option(version, each, call.region()));
    }
  }
  DescribeOrderableDBInstanceOptionsResult out;
  EMU_CHECK(list_page(
      chosen, in, out, [](const OrderableDbInstanceOption&) { return true; },
      [&](const OrderableDbInstanceOption& each) {
        out.orderable_db_instance_options.push_back(each);
      }));
  return out;
}

}  // namespace emu::rds
