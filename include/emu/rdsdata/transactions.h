// BeginTransaction, CommitTransaction, RollbackTransaction. Include <emu/rdsdata.h>.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>

namespace emu::rdsdata {

struct BeginTransactionResult {
  std::string transaction_id = {};
  static void describe(StructureShape<BeginTransactionResult>& s);
};

struct BeginTransaction {
  static constexpr OperationName kOperation{"rdsdata", "BeginTransaction", "POST",
                                            "/BeginTransaction"};
  using Result = BeginTransactionResult;
  std::string resource_arn;
  std::string secret_arn;
  std::optional<std::string> database = {};
  std::optional<std::string> schema = {};
  static void describe(StructureShape<BeginTransaction>& s);
};

struct CommitTransactionResult {
  std::string transaction_status = {};
  static void describe(StructureShape<CommitTransactionResult>& s);
};

struct CommitTransaction {
  static constexpr OperationName kOperation{"rdsdata", "CommitTransaction", "POST",
                                            "/CommitTransaction"};
  using Result = CommitTransactionResult;
  std::string resource_arn;
  std::string secret_arn;
  std::string transaction_id;
  static void describe(StructureShape<CommitTransaction>& s);
};

struct RollbackTransactionResult {
  std::string transaction_status = {};
  static void describe(StructureShape<RollbackTransactionResult>& s);
};

struct RollbackTransaction {
  static constexpr OperationName kOperation{"rdsdata", "RollbackTransaction", "POST",
                                            "/RollbackTransaction"};
  using Result = RollbackTransactionResult;
  std::string resource_arn;
  std::string secret_arn;
  std::string transaction_id;
  static void describe(StructureShape<RollbackTransaction>& s);
};

}  // namespace emu::rdsdata
