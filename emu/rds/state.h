// What RDS keeps of one account and region.
#pragma once

#include <emu/rds.h>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rds/master_password.h"
#include "rds/parameter_group.h"

namespace emu::rds {

struct StoredCluster {
  DbCluster cluster = {};
  std::string master_user_password = {};

  MasterUser master_user() {
    return {.kind = "cluster",
            .arn = cluster.db_cluster_arn,
            .engine = cluster.engine,
            .username = cluster.master_username,
            .password = master_user_password,
            .secret = cluster.master_user_secret};
  }
};

struct StoredInstance {
  DbInstance instance = {};
  std::string master_user_password = {};

  MasterUser master_user() {
    return {.kind = "db",
            .arn = instance.db_instance_arn,
            .engine = instance.engine,
            .username = instance.master_username,
            .password = master_user_password,
            .secret = instance.master_user_secret};
  }
};

struct StoredSubnetGroup {
  DbSubnetGroup group = {};
  std::vector<Tag> tags = {};
};

struct State {
  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  std::string account;
  std::string region;
  std::map<std::string, StoredCluster, std::less<>> clusters = {};  // by identifier
  std::map<std::string, StoredInstance, std::less<>> instances = {};
  std::map<std::string, StoredSubnetGroup, std::less<>> subnet_groups = {};  // by name
  ParameterGroups parameter_groups = {};
  ParameterGroups cluster_parameter_groups = {};
};

}  // namespace emu::rds
