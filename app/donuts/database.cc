#include "donuts/database.h"

#include <emu/json.h>
#include <emu/rds.h>
#include <emu/secretsmanager.h>

#include <string>

namespace donuts {

namespace rds = emu::rds;
namespace secretsmanager = emu::secretsmanager;

namespace {

constexpr const char* kCluster = "donut-warehouse";
constexpr const char* kInstance = "donut-warehouse-1";
constexpr const char* kSecret = "donut-warehouse";
constexpr const char* kDatabase = "warehouse";
constexpr const char* kEngine = "aurora-mysql";
constexpr const char* kUser = "baker";

// What RDS takes no password with.
// Source: Amazon RDS API Reference, "CreateDBCluster", MasterUserPassword.
constexpr const char* kExcludedCharacters = "/@\" ";

struct Login {
  std::string username;
  std::string password;
  static void describe(emu::StructureShape<Login>& s) {
    s.member("username", &Login::username);
    s.member("password", &Login::password);
  }
};

// A secret of an earlier deployment gets another value.
std::string keep_secret(Setup& setup, const std::string& text) {
  const auto made =
      setup.aws.send(secretsmanager::CreateSecret{.name = kSecret, .secret_string = text});
  if (made) return made->arn;
  if (made.error().code != secretsmanager::errors::kResourceExistsException) {
    throw emu::AwsError(made.error());
  }
  return setup.aws.send(secretsmanager::PutSecretValue{.secret_id = kSecret, .secret_string = text})
      .value()
      .arn;
}

}  // namespace

WarehouseAddress create_database(Setup& setup) {
  const Login login{
      .username = kUser,
      .password =
          setup.aws
              .send(secretsmanager::GetRandomPassword{.exclude_characters = kExcludedCharacters})
              .value()
              .random_password};
  const auto cluster =
      setup.aws
          .send(rds::CreateDBCluster{
              .database_name = kDatabase,
              .db_cluster_identifier = kCluster,
              .engine = kEngine,
              .master_username = login.username,
              .master_user_password = login.password,
              .enable_http_endpoint = true,
              .serverless_v2_scaling_configuration =
                  rds::ServerlessV2ScalingConfiguration{.min_capacity = 0.5, .max_capacity = 4}})
          .value()
          .db_cluster.value();
  setup.aws
      .send(rds::CreateDBInstance{.db_instance_identifier = kInstance,
                                  .db_instance_class = "db.serverless",
                                  .engine = kEngine,
                                  .db_cluster_identifier = kCluster})
      .value();
  return {.cluster_arn = cluster.db_cluster_arn,
          .secret_arn = keep_secret(setup, emu::to_json(login)),
          .database = kDatabase};
}

std::vector<Permission> to_use(const WarehouseAddress& database) {
  return {{.actions = {"rds-data:ExecuteStatement", "rds-data:BeginTransaction",
                       "rds-data:CommitTransaction", "rds-data:RollbackTransaction"},
           .resource = database.cluster_arn},
          {.actions = {"secretsmanager:GetSecretValue"}, .resource = database.secret_arn}};
}

std::map<std::string, std::string> variables_of(const WarehouseAddress& database) {
  return {{"CLUSTER", database.cluster_arn},
          {"SECRET", database.secret_arn},
          {"DATABASE", database.database}};
}

}  // namespace donuts
