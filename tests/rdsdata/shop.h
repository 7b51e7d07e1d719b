// A cluster with one database, as most tests of the RDS Data API have it.
#pragma once

#include <emu/rds.h>
#include <emu/rdsdata.h>
#include <emu/secretsmanager.h>

#include <string>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

struct Shop : Fixture {
  explicit Shop(const std::string& engine = "aurora-mysql", CloudOptions options = {})
      : Fixture(std::move(options)) {
    const auto made = aws.send(rds::CreateDBCluster{.database_name = "shop",
                                                    .db_cluster_identifier = "shop",
                                                    .engine = engine,
                                                    .master_username = "admin",
                                                    .enable_http_endpoint = true,
                                                    .manage_master_user_password = true})
                          .value();
    arn = made.db_cluster->db_cluster_arn;
    secret = made.db_cluster->master_user_secret->secret_arn;
  }

  rdsdata::ExecuteStatement statement(const std::string& sql,
                                      std::vector<rdsdata::SqlParameter> parameters = {},
                                      std::optional<std::string> transaction = {}) const {
    return {.resource_arn = arn,
            .secret_arn = secret,
            .sql = sql,
            .parameters = std::move(parameters),
            .transaction_id = std::move(transaction)};
  }
  Result<rdsdata::ExecuteStatementResult> sql(const std::string& text,
                                              std::vector<rdsdata::SqlParameter> parameters = {},
                                              std::optional<std::string> transaction = {}) {
    return aws.send(statement(text, std::move(parameters), std::move(transaction)));
  }
  std::string begin() {
    return aws.send(rdsdata::BeginTransaction{.resource_arn = arn, .secret_arn = secret})
        .value()
        .transaction_id;
  }
  Result<rdsdata::CommitTransactionResult> commit(const std::string& id) {
    return aws.send(rdsdata::CommitTransaction{
        .resource_arn = arn, .secret_arn = secret, .transaction_id = id});
  }
  Result<rdsdata::RollbackTransactionResult> rollback(const std::string& id) {
    return aws.send(rdsdata::RollbackTransaction{
        .resource_arn = arn, .secret_arn = secret, .transaction_id = id});
  }
  // Rows as one text, "1,ring,NULL|2,plain,x".
  std::string rows(const std::string& text, std::optional<std::string> transaction = {}) {
    const auto result = sql(text, {}, std::move(transaction));
    if (!result) return result.error().message;
    std::string out;
    for (const auto& row : result->records) {
      if (!out.empty()) out += '|';
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i != 0) out += ',';
        out += text_of(row[i]);
      }
    }
    return out;
  }
  static std::string text_of(const rdsdata::Field& field) {
    if (field.string_value) return *field.string_value;
    if (field.long_value) return std::to_string(*field.long_value);
    if (field.double_value) return std::to_string(*field.double_value);
    if (field.boolean_value) return *field.boolean_value ? "true" : "false";
    if (field.blob_value) return "bytes:" + field.blob_value->str();
    return "NULL";
  }

  std::string arn;
  std::string secret;
};

struct PostgreSqlShop : Shop {
  PostgreSqlShop() : Shop("aurora-postgresql") {}
};

}  // namespace emu::test
