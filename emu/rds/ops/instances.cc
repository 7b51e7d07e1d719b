// DescribeDBInstances, DeleteDBInstance, StartDBInstance, StopDBInstance and RebootDBInstance.
#include <fmt/format.h>

#include <algorithm>

#include "rds/errors.h"
#include "rds/names.h"
#include "rds/page.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

DbInstance on_the_way(const DbInstance& instance, const char* status) {
  DbInstance seen = instance;
  seen.db_instance_status = status;
  return seen;
}

Error wrong_state(const DbInstance& instance, std::string_view what) {
  return error(errors::kInvalidDBInstanceState,
               fmt::format("Instance {} {}", instance.db_instance_identifier, what));
}

// The members of a cluster start and stop together.
Status check_standalone(const DbInstance& instance) {
  if (instance.db_cluster_identifier.empty()) return {};
  return wrong_state(instance, "is a member of a DB cluster, which starts and stops as a whole.");
}

}  // namespace

Result<DescribeDBInstancesResult> Rds::describe_db_instances(Call& call,
                                                             const DescribeDBInstances& in) {
  EMU_CHECK(check_filters(
      in.filters, {"db-cluster-id", "db-instance-id", "dbi-resource-id", "domain", "engine"}));
  DescribeDBInstancesResult out;
  if (in.db_instance_identifier && !in.db_instance_identifier->empty()) {
    EMU_TRY(const StoredInstance* found, find_instance_of(call, *in.db_instance_identifier));
    out.db_instances.push_back(found->instance);
    return out;
  }
  const auto keep = [&](const StoredInstance& stored) {
    const DbInstance& instance = stored.instance;
    const std::string cluster_arn =
        arn_of(call.account(), call.region(), "cluster", instance.db_cluster_identifier);
    return passes(in.filters, "db-cluster-id", {instance.db_cluster_identifier, cluster_arn}) &&
           passes(in.filters, "db-instance-id",
                  {instance.db_instance_identifier, instance.db_instance_arn}) &&
           passes(in.filters, "dbi-resource-id", {instance.dbi_resource_id}) &&
           passes(in.filters, "engine", {instance.engine}) && passes(in.filters, "domain", {});
  };
  EMU_CHECK(list_page(state_of(call).instances, in, out, keep, [&](const StoredInstance& stored) {
    out.db_instances.push_back(stored.instance);
  }));
  return out;
}

// The next member becomes the writer of a cluster that has lost it.
void Rds::leave_cluster(const Call& call, const DbInstance& instance) {
  if (instance.db_cluster_identifier.empty()) return;
  const auto cluster = find_cluster_of(call, instance.db_cluster_identifier);
  if (!cluster) return;
  auto& members = (*cluster)->cluster.db_cluster_members;
  const bool was_writer =
      std::any_of(members.begin(), members.end(), [&](const DbClusterMember& member) {
        return member.db_instance_identifier == instance.db_instance_identifier &&
               member.is_cluster_writer.value_or(false);
      });
  std::erase_if(members, [&](const DbClusterMember& member) {
    return member.db_instance_identifier == instance.db_instance_identifier;
  });
  if (was_writer && !members.empty()) members.front().is_cluster_writer = true;
}

Result<DeleteDBInstanceResult> Rds::delete_db_instance(Call& call, const DeleteDBInstance& in) {
  EMU_TRY(const StoredInstance* found, find_instance_of(call, in.db_instance_identifier));
  DbInstance instance = found->instance;
  if (instance.deletion_protection.value_or(false)) {
    return invalid_combination(
        "Cannot delete protected DB Instance, please disable deletion protection and try again.");
  }
  const bool is_member = !instance.db_cluster_identifier.empty();
  const bool has_snapshot = !in.final_db_snapshot_identifier.value_or("").empty();
  if (!is_member && in.skip_final_snapshot.value_or(false) == has_snapshot) {
    return invalid_combination(
        has_snapshot
            ? "FinalDBSnapshotIdentifier can not be specified when SkipFinalSnapshot is true."
            : "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
  }
  call.subject = instance.dbi_resource_id;
  leave_cluster(call, instance);
  state_of(call).instances.erase(instance.db_instance_identifier);
  DeleteDBInstanceResult out{.db_instance = on_the_way(instance, "deleting")};
  delete_secret(call, instance.master_user_secret);
  return out;
}

Result<StartDBInstanceResult> Rds::start_db_instance(Call& call, const StartDBInstance& in) {
  EMU_TRY(StoredInstance* found, find_instance_of(call, in.db_instance_identifier));
  EMU_CHECK(check_standalone(found->instance));
  if (found->instance.db_instance_status != "stopped") {
    return wrong_state(found->instance, "is not stopped.");
  }
  found->instance.db_instance_status = "available";
  return StartDBInstanceResult{.db_instance = on_the_way(found->instance, "starting")};
}

Result<StopDBInstanceResult> Rds::stop_db_instance(Call& call, const StopDBInstance& in) {
  EMU_TRY(StoredInstance* found, find_instance_of(call, in.db_instance_identifier));
  EMU_CHECK(check_standalone(found->instance));
  if (found->instance.db_instance_status != "available") {
    return wrong_state(found->instance, "is not in available state.");
  }
  found->instance.db_instance_status = "stopped";
  return StopDBInstanceResult{.db_instance = on_the_way(found->instance, "stopping")};
}

Result<RebootDBInstanceResult> Rds::reboot_db_instance(Call& call, const RebootDBInstance& in) {
  EMU_TRY(const StoredInstance* found, find_instance_of(call, in.db_instance_identifier));
  if (found->instance.db_instance_status != "available") {
    return wrong_state(found->instance, "is not in available state.");
  }
  return RebootDBInstanceResult{.db_instance = on_the_way(found->instance, "rebooting")};
}

}  // namespace emu::rds
