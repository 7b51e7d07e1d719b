#include <emu/describe.h>
#include <emu/rdsdata/transactions.h>

namespace emu::rdsdata {

void BeginTransactionResult::describe(StructureShape<BeginTransactionResult>& s) {
  s.member("transactionId", &BeginTransactionResult::transaction_id);
}

void BeginTransaction::describe(StructureShape<BeginTransaction>& s) {
  s.member("resourceArn", &BeginTransaction::resource_arn).required().range(11, 2048);
  s.member("secretArn", &BeginTransaction::secret_arn).required().range(11, 2048);
  s.member("database", &BeginTransaction::database).range(0, 64);
  s.member("schema", &BeginTransaction::schema).range(0, 64);
}

void CommitTransactionResult::describe(StructureShape<CommitTransactionResult>& s) {
  s.member("transactionStatus", &CommitTransactionResult::transaction_status);
}

void CommitTransaction::describe(StructureShape<CommitTransaction>& s) {
  s.member("resourceArn", &CommitTransaction::resource_arn).required().range(11, 2048);
  s.member("secretArn", &CommitTransaction::secret_arn).required().range(11, 2048);
  s.member("transactionId", &CommitTransaction::transaction_id).required().range(0, 192);
}

void RollbackTransactionResult::describe(StructureShape<RollbackTransactionResult>& s) {
  s.member("transactionStatus", &RollbackTransactionResult::transaction_status);
}

void RollbackTransaction::describe(StructureShape<RollbackTransaction>& s) {
  s.member("resourceArn", &RollbackTransaction::resource_arn).required().range(11, 2048);
  s.member("secretArn", &RollbackTransaction::secret_arn).required().range(11, 2048);
  s.member("transactionId", &RollbackTransaction::transaction_id).required().range(0, 192);
}

}  // namespace emu::rdsdata

namespace emu {
EMU_DESCRIBED(rdsdata::BeginTransactionResult);
EMU_DESCRIBED_OPERATION(rdsdata::BeginTransaction);
EMU_DESCRIBED(rdsdata::CommitTransactionResult);
EMU_DESCRIBED_OPERATION(rdsdata::CommitTransaction);
EMU_DESCRIBED(rdsdata::RollbackTransactionResult);
EMU_DESCRIBED_OPERATION(rdsdata::RollbackTransaction);
}  // namespace emu
