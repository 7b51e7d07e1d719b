// What RDS answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon RDS".
#include <string>
#include <vector>

#include "core/gate/tag_keys.h"
#include "rds/names.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

template <class Op>
std::string named_cluster(const Call& call, const Op& in) {
  return arn_of(call.account(), call.region(), "cluster", identifier_in(in.db_cluster_identifier));
}

template <class Op>
std::string named_instance(const Call& call, const Op& in) {
  return arn_of(call.account(), call.region(), "db", identifier_in(in.db_instance_identifier));
}

std::string described_instance(const Call& call, const DescribeDBInstances& in) {
  const std::string identifier = in.db_instance_identifier.value_or("*");
  return arn_of(call.account(), call.region(), "db", identifier_in(identifier));
}

template <class Op>
std::string named_group(const Call& call, const Op& in) {
  return arn_of(call.account(), call.region(), "subgrp", identifier_in(in.db_subnet_group_name));
}

std::string described_group(const Call& call, const DescribeDBSubnetGroups& in) {
  const std::string name = in.db_subnet_group_name.value_or("*");
  return arn_of(call.account(), call.region(), "subgrp", identifier_in(name));
}

template <class Op>
std::string named_parameters(const Call& call, const Op& in) {
  return arn_of(call.account(), call.region(), "pg", identifier_in(in.db_parameter_group_name));
}

std::string described_parameters(const Call& call, const DescribeDBParameterGroups& in) {
  const std::string name = in.db_parameter_group_name.value_or("*");
  return arn_of(call.account(), call.region(), "pg", identifier_in(name));
}

template <class Op>
std::string named_cluster_parameters(const Call& call, const Op& in) {
  return arn_of(call.account(), call.region(), "cluster-pg",
                identifier_in(in.db_cluster_parameter_group_name));
}

std::string described_cluster_parameters(const Call& call,
                                         const DescribeDBClusterParameterGroups& in) {
  const std::string name = in.db_cluster_parameter_group_name.value_or("*");
  return arn_of(call.account(), call.region(), "cluster-pg", identifier_in(name));
}

template <class Op>
std::string tagged_resource(const Call&, const Op& in) {
  return in.resource_name;
}

void keys_in_request(const Call&, const RemoveTagsFromResource& in,
                     std::vector<ConditionValue>& out) {
  add_tag_keys(in.tag_keys, out);
}

std::string described_cluster(const Call& call, const DescribeDBClusters& in) {
  const std::string identifier = in.db_cluster_identifier.value_or("*");
  return arn_of(call.account(), call.region(), "cluster", identifier_in(identifier));
}

template <class Op>
std::string named_resource(const Call&, const Op& in) {
  return in.resource_arn;
}

template <class Op>
void tags_in_request(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  add_request_tags(in.tags, out);
}

}  // namespace

void Rds::add_to(OperationTable& table) {
  table.add<CreateDBCluster>(
      *this, &Rds::create_db_cluster,
      {.resource = &named_cluster, .conditions = &tags_in_request<CreateDBCluster>});
  table.add<DescribeDBClusters>(*this, &Rds::describe_db_clusters, {&described_cluster});
  table.add<ModifyDBCluster>(*this, &Rds::modify_db_cluster, {&named_cluster});
  table.add<DeleteDBCluster>(*this, &Rds::delete_db_cluster, {&named_cluster});
  table.add<StartDBCluster>(*this, &Rds::start_db_cluster, {&named_cluster});
  table.add<StopDBCluster>(*this, &Rds::stop_db_cluster, {&named_cluster});
  table.add<RebootDBCluster>(*this, &Rds::reboot_db_cluster, {&named_cluster});
  table.add<FailoverDBCluster>(*this, &Rds::failover_db_cluster, {&named_cluster});
  table.add<DescribeGlobalClusters>(*this, &Rds::describe_global_clusters);
  table.add<EnableHttpEndpoint>(*this, &Rds::enable_http_endpoint, {&named_resource});
  table.add<DisableHttpEndpoint>(*this, &Rds::disable_http_endpoint, {&named_resource});

  table.add<CreateDBInstance>(
      *this, &Rds::create_db_instance,
      {.resource = &named_instance, .conditions = &tags_in_request<CreateDBInstance>});
  table.add<DescribeDBInstances>(*this, &Rds::describe_db_instances, {&described_instance});
  table.add<ModifyDBInstance>(*this, &Rds::modify_db_instance, {&named_instance});
  table.add<DeleteDBInstance>(*this, &Rds::delete_db_instance, {&named_instance});
  table.add<StartDBInstance>(*this, &Rds::start_db_instance, {&named_instance});
  table.add<StopDBInstance>(*this, &Rds::stop_db_instance, {&named_instance});
  table.add<RebootDBInstance>(*this, &Rds::reboot_db_instance, {&named_instance});

  table.add<CreateDBSubnetGroup>(
      *this, &Rds::create_db_subnet_group,
      {.resource = &named_group, .conditions = &tags_in_request<CreateDBSubnetGroup>});
  table.add<DescribeDBSubnetGroups>(*this, &Rds::describe_db_subnet_groups, {&described_group});
  table.add<ModifyDBSubnetGroup>(*this, &Rds::modify_db_subnet_group, {&named_group});
  table.add<DeleteDBSubnetGroup>(*this, &Rds::delete_db_subnet_group, {&named_group});

  table.add<CreateDBParameterGroup>(
      *this, &Rds::create_db_parameter_group,
      {.resource = &named_parameters, .conditions = &tags_in_request<CreateDBParameterGroup>});
  table.add<DescribeDBParameterGroups>(*this, &Rds::describe_db_parameter_groups,
                                       {&described_parameters});
  table.add<ModifyDBParameterGroup>(*this, &Rds::modify_db_parameter_group, {&named_parameters});
  table.add<ResetDBParameterGroup>(*this, &Rds::reset_db_parameter_group, {&named_parameters});
  table.add<DeleteDBParameterGroup>(*this, &Rds::delete_db_parameter_group, {&named_parameters});
  table.add<DescribeDBParameters>(*this, &Rds::describe_db_parameters, {&named_parameters});

  table.add<CreateDBClusterParameterGroup>(
      *this, &Rds::create_db_cluster_parameter_group,
      {.resource = &named_cluster_parameters,
       .conditions = &tags_in_request<CreateDBClusterParameterGroup>});
  table.add<DescribeDBClusterParameterGroups>(*this, &Rds::describe_db_cluster_parameter_groups,
                                              {&described_cluster_parameters});
  table.add<ModifyDBClusterParameterGroup>(*this, &Rds::modify_db_cluster_parameter_group,
                                           {&named_cluster_parameters});
  table.add<ResetDBClusterParameterGroup>(*this, &Rds::reset_db_cluster_parameter_group,
                                          {&named_cluster_parameters});
  table.add<DeleteDBClusterParameterGroup>(*this, &Rds::delete_db_cluster_parameter_group,
                                           {&named_cluster_parameters});
  table.add<DescribeDBClusterParameters>(*this, &Rds::describe_db_cluster_parameters,
                                         {&named_cluster_parameters});

  table.add<DescribeDBEngineVersions>(*this, &Rds::describe_db_engine_versions);
  table.add<DescribeOrderableDBInstanceOptions>(*this,
                                                &Rds::describe_orderable_db_instance_options);

  table.add<AddTagsToResource>(
      *this, &Rds::add_tags_to_resource,
      {.resource = &tagged_resource, .conditions = &tags_in_request<AddTagsToResource>});
  table.add<RemoveTagsFromResource>(*this, &Rds::remove_tags_from_resource,
                                    {.resource = &tagged_resource, .conditions = &keys_in_request});
  table.add<ListTagsForResource>(*this, &Rds::list_tags_for_resource, {&tagged_resource});
}

}  // namespace emu::rds
