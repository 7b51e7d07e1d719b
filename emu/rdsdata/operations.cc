// What the RDS Data API answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon RDS
// Data API". The secret is asked for when it is read.
#include <string>

#include "rdsdata/service.h"

namespace emu::rdsdata {

namespace {

template <class Op>
std::string named_cluster(const Call&, const Op& in) {
  return in.resource_arn;
}

}  // namespace

void RdsData::add_to(OperationTable& table) {
  RdsData& self = *this;
  table.add<ExecuteStatement>(self, &RdsData::execute_statement, {&named_cluster});
  table.add<BatchExecuteStatement>(self, &RdsData::batch_execute_statement, {&named_cluster});
  table.add<BeginTransaction>(self, &RdsData::begin_transaction, {&named_cluster});
  table.add<CommitTransaction>(self, &RdsData::commit_transaction, {&named_cluster});
  table.add<RollbackTransaction>(self, &RdsData::rollback_transaction, {&named_cluster});
  table.add_look<PeekDatabase>(self, &RdsData::peek_database);
}

}  // namespace emu::rdsdata
