// A fake Amazon RDS: clusters and instances of databases as records. What is in their databases
// belongs to the RDS Data API.
//
// What AWS takes minutes for is done when the call answers, which names the state on the way there,
// as AWS's answers do.
#pragma once

#include <emu/rds.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/database_clusters.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "rds/master_password.h"
#include "rds/state.h"

namespace emu::rds {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Rds final : public Service, private DatabaseClusters, private ResourceHost {
 public:
  explicit Rds(World& world);

  Result<CreateDBClusterResult> create_db_cluster(Call& call, const CreateDBCluster& in);
  Result<DescribeDBClustersResult> describe_db_clusters(Call& call, const DescribeDBClusters& in);
  Result<ModifyDBClusterResult> modify_db_cluster(Call& call, const ModifyDBCluster& in);
  Result<DeleteDBClusterResult> delete_db_cluster(Call& call, const DeleteDBCluster& in);
  Result<StartDBClusterResult> start_db_cluster(Call& call, const StartDBCluster& in);
  Result<StopDBClusterResult> stop_db_cluster(Call& call, const StopDBCluster& in);
  Result<RebootDBClusterResult> reboot_db_cluster(Call& call, const RebootDBCluster& in);
  Result<FailoverDBClusterResult> failover_db_cluster(Call& call, const FailoverDBCluster& in);
  Result<DescribeGlobalClustersResult> describe_global_clusters(Call& call,
                                                                const DescribeGlobalClusters& in);
  Result<EnableHttpEndpointResult> enable_http_endpoint(Call& call, const EnableHttpEndpoint& in);
  Result<DisableHttpEndpointResult> disable_http_endpoint(Call& call,
                                                          const DisableHttpEndpoint& in);

  Result<CreateDBInstanceResult> create_db_instance(Call& call, const CreateDBInstance& in);
  Result<DescribeDBInstancesResult> describe_db_instances(Call& call,
                                                          const DescribeDBInstances& in);
  Result<ModifyDBInstanceResult> modify_db_instance(Call& call, const ModifyDBInstance& in);
  Result<DeleteDBInstanceResult> delete_db_instance(Call& call, const DeleteDBInstance& in);
  Result<StartDBInstanceResult> start_db_instance(Call& call, const StartDBInstance& in);
  Result<StopDBInstanceResult> stop_db_instance(Call& call, const StopDBInstance& in);
  Result<RebootDBInstanceResult> reboot_db_instance(Call& call, const RebootDBInstance& in);

  Result<CreateDBSubnetGroupResult> create_db_subnet_group(Call& call,
                                                           const CreateDBSubnetGroup& in);
  Result<DescribeDBSubnetGroupsResult> describe_db_subnet_groups(Call& call,
                                                                 const DescribeDBSubnetGroups& in);
  Result<ModifyDBSubnetGroupResult> modify_db_subnet_group(Call& call,
                                                           const ModifyDBSubnetGroup& in);
  Result<Nothing> delete_db_subnet_group(Call& call, const DeleteDBSubnetGroup& in);

  Result<CreateDBParameterGroupResult> create_db_parameter_group(Call& call,
                                                                 const CreateDBParameterGroup& in);
  Result<DescribeDBParameterGroupsResult> describe_db_parameter_groups(
      Call& call, const DescribeDBParameterGroups& in);
  Result<ModifyDBParameterGroupResult> modify_db_parameter_group(Call& call,
                                                                 const ModifyDBParameterGroup& in);
  Result<ResetDBParameterGroupResult> reset_db_parameter_group(Call& call,
                                                               const ResetDBParameterGroup& in);
  Result<Nothing> delete_db_parameter_group(Call& call, const DeleteDBParameterGroup& in);
  Result<DescribeDBParametersResult> describe_db_parameters(Call& call,
                                                            const DescribeDBParameters& in);

  Result<CreateDBClusterParameterGroupResult> create_db_cluster_parameter_group(
      Call& call, const CreateDBClusterParameterGroup& in);
  Result<DescribeDBClusterParameterGroupsResult> describe_db_cluster_parameter_groups(
      Call& call, const DescribeDBClusterParameterGroups& in);
  Result<ModifyDBClusterParameterGroupResult> modify_db_cluster_parameter_group(
      Call& call, const ModifyDBClusterParameterGroup& in);
  Result<ResetDBClusterParameterGroupResult> reset_db_cluster_parameter_group(
      Call& call, const ResetDBClusterParameterGroup& in);
  Result<Nothing> delete_db_cluster_parameter_group(Call& call,
                                                    const DeleteDBClusterParameterGroup& in);
  Result<DescribeDBClusterParametersResult> describe_db_cluster_parameters(
      Call& call, const DescribeDBClusterParameters& in);

  Result<DescribeDBEngineVersionsResult> describe_db_engine_versions(
      Call& call, const DescribeDBEngineVersions& in);
  Result<DescribeOrderableDBInstanceOptionsResult> describe_orderable_db_instance_options(
      Call& call, const DescribeOrderableDBInstanceOptions& in);

  Result<Nothing> add_tags_to_resource(Call& call, const AddTagsToResource& in);
  Result<Nothing> remove_tags_from_resource(Call& call, const RemoveTagsFromResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override { states_.forget(account); }

 private:
  State& state_of(const Call& call) { return states_.at(call.account(), call.region()); }

  // Whoever is connected to the databases of a cluster is not any more.
  void end_sessions(const Call& call, const DbCluster& cluster);

  // By identifier or ARN.
  // Errors: DBClusterNotFoundFault.
  Result<StoredCluster*> find_cluster_of(const Call& call, std::string_view identifier);
  // Errors: also ResourceNotFoundFault.
  Result<StoredCluster*> find_by_arn(const Call& call, std::string_view arn);

  // Errors: DBInstanceNotFound.
  Result<StoredInstance*> find_instance_of(const Call& call, std::string_view identifier);
  // The group as an instance shows it; none when none is asked for.
  // Errors: DBSubnetGroupNotFoundFault.
  Result<std::optional<DbSubnetGroup>> group_for(const Call& call,
                                                 const std::optional<std::string>& name);
  // Whether a group that is named is there.
  // Errors: DBParameterGroupNotFound, DBClusterParameterGroupNotFound.
  Status check_parameter_group(const Call& call, const std::optional<std::string>& name);
  Status check_cluster_parameter_group(const Call& call, const std::optional<std::string>& name);
  void leave_cluster(const Call& call, const DbInstance& instance);
  // Null when there is no such resource.
  std::vector<Tag>* find_tags(std::string_view arn) const;
  // Also when it is in another account or region than the call.
  std::vector<Tag>* tags_of(const Call& call, std::string_view arn);

  ResourceTerms terms(const AccessRequest&) const override { return {}; }
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;

  // A secret of Secrets Manager with a new password, made and changed as the caller. These may take
  // a while, so that what the user belongs to is a copy.
  Status add_secret(const Call& call, const MasterUser& user, const std::string& kms_key_id);
  Status rotate_secret(const Call& call, const MasterUser& user);
  void delete_secret(const Call& call, std::optional<MasterUserSecret>& secret);
  Status change_password(const Call& call, const MasterUser& user, const PasswordChange& change);

  std::optional<DatabaseCluster> find_cluster(std::string_view arn) override;
  std::optional<DatabaseCluster> find_cluster(std::string_view account, std::string_view region,
                                              std::string_view identifier) override;

  World& world_;
  mutable Regional<State> states_;
};

}  // namespace emu::rds
