// Statements of the RDS Data API, one a line. The first byte says which database it is, and whether
// they share a transaction. Each is translated and carried out; whatever it is, the account
// answers.

#include <emu/cloud.h>
#include <emu/rds.h>
#include <emu/rdsdata.h>
#include <emu/secretsmanager.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "fuzz/input.h"

using namespace emu;

namespace {

constexpr int kInputsOfCluster = 200;
constexpr int kStatementsMax = 16;

// A cluster with two tables, made anew from time to time, as statements may fill it.
class Databases {
 public:
  explicit Databases(std::string engine) : engine_(std::move(engine)) {}

  // False: the answer is none of the API's.
  bool run(const std::string& sql, std::optional<std::string> transaction = {}) {
    const auto result = aws_.send(rdsdata::ExecuteStatement{
        .resource_arn = arn_,
        .secret_arn = secret_,
        .sql = sql,
        .parameters = {rdsdata::parameter("a", 7), rdsdata::parameter("b", "text")},
        .transaction_id = std::move(transaction)});
    return result || result.error().status < 500;
  }
  std::string begin() {
    return aws_.send(rdsdata::BeginTransaction{.resource_arn = arn_, .secret_arn = secret_})
        .value()
        .transaction_id;
  }
  void rollback(const std::string& id) {
    static_cast<void>(aws_.send(rdsdata::RollbackTransaction{
        .resource_arn = arn_, .secret_arn = secret_, .transaction_id = id}));
  }
  void prepare() {
    if (inputs_++ % kInputsOfCluster != 0) return;
    if (!arn_.empty()) {
      aws_.send(rds::DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true})
          .value();
    }
    const auto made = aws_.send(rds::CreateDBCluster{.database_name = "shop",
                                                     .db_cluster_identifier = "shop",
                                                     .engine = engine_,
                                                     .master_username = "admin",
                                                     .enable_http_endpoint = true,
                                                     .manage_master_user_password = true})
                          .value();
    arn_ = made.db_cluster->db_cluster_arn;
    secret_ = made.db_cluster->master_user_secret->secret_arn;
    run("CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(20), c DECIMAL(8,2), d TIMESTAMP)");
    run("CREATE TABLE u (a INT REFERENCES t(a), b TEXT DEFAULT 'x')");
    run("INSERT INTO t VALUES (1, 'one', 1.5, '2026-01-01 00:00:00'), (2, 'two', 2, NULL)");
  }

 private:
  std::string engine_;
  Cloud cloud_;
  Aws aws_ = cloud_.aws();
  std::string arn_;
  std::string secret_;
  int inputs_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Databases mysql("aurora-mysql");
  static Databases postgresql("aurora-postgresql");

  fuzz::Input in(data, size);
  const std::size_t choice = in.byte();
  Databases& databases = choice % 2 == 0 ? mysql : postgresql;
  const bool shares = choice / 2 % 2 == 1;
  databases.prepare();
  const std::optional<std::string> id =
      shares ? std::optional(databases.begin()) : std::optional<std::string>();
  for (int i = 0; !in.at_end() && i < kStatementsMax; ++i) {
    if (!databases.run(std::string(in.line()), id)) std::abort();
  }
  if (id) databases.rollback(*id);
  return 0;
}
