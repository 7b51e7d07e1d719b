#include "rds/service.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include "rds/errors.h"
#include "rds/names.h"

namespace emu::rds {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Rds>(world); }

Rds::Rds(World& world) : world_(world) {
  world.interfaces().add<DatabaseClusters>(*this);
  world.resource_policies().add_host("rds", *this);
}

Result<StoredCluster*> Rds::find_cluster_of(const Call& call, std::string_view identifier) {
  State& state = state_of(call);
  const auto found = state.clusters.find(identifier_in(identifier));
  if (found == state.clusters.end()) return no_such_cluster(identifier);
  return &found->second;
}

Result<StoredInstance*> Rds::find_instance_of(const Call& call, std::string_view identifier) {
  State& state = state_of(call);
  const auto found = state.instances.find(identifier_in(identifier));
  if (found == state.instances.end()) return no_such_instance(identifier_in(identifier));
  return &found->second;
}

Result<StoredCluster*> Rds::find_by_arn(const Call& call, std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  const bool is_cluster = parsed && parsed->service == "rds" &&
                          parsed->resource.starts_with("cluster:") &&
                          parsed->account == call.account() && parsed->region == call.region();
  if (is_cluster) {
    if (Result<StoredCluster*> found = find_cluster_of(call, arn)) return found;
  }
  return error(errors::kResourceNotFoundFault, fmt::format("Resource {} not found.", arn),
               kNotFound);
}

std::optional<DatabaseCluster> Rds::find_cluster(std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "rds" || !parsed->resource.starts_with("cluster:")) {
    return std::nullopt;
  }
  return find_cluster(parsed->account, parsed->region, identifier_in(arn));
}

std::optional<DatabaseCluster> Rds::find_cluster(std::string_view account, std::string_view region,
                                                 std::string_view identifier) {
  State* state = states_.find(account, region);
  if (state == nullptr) return std::nullopt;
  const auto found = state->clusters.find(identifier);
  if (found == state->clusters.end()) return std::nullopt;
  const DbCluster& cluster = found->second.cluster;
  return DatabaseCluster{.arn = cluster.db_cluster_arn,
                         .identifier = cluster.db_cluster_identifier,
                         .resource_id = cluster.db_cluster_resource_id,
                         .engine = cluster.engine,
                         .engine_version = cluster.engine_version,
                         .status = cluster.status,
                         .database_name = cluster.database_name,
                         .master_username = cluster.master_username,
                         .master_user_password = found->second.master_user_password,
                         .has_http_endpoint = cluster.http_endpoint_enabled.value_or(false)};
}

}  // namespace emu::rds
