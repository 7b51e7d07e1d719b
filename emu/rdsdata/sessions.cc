// What a call needs before its statement runs: the cluster, the secret, the database and the
// transaction.
#include <emu/secretsmanager.h>
#include <fmt/format.h>

#include <utility>

#include "core/json/json_view.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/service.h"

namespace emu::rdsdata {

namespace {

std::string member_of(const JsonView& json, std::string_view name) {
  const std::optional<JsonView> member = json.find(name);
  return member && member->type() == JsonView::Type::kString ? std::string(member->string())
                                                             : std::string();
}

Error invalid_secret() {
  return error(errors::kInvalidSecretException,
               "The secret must be a JSON object with username and password.");
}

// Who may not read it is told by Secrets Manager.
Error unreadable_secret(const Error& why) {
  if (why.status == kForbidden || why.code == "AccessDeniedException") {
    return error(errors::kAccessDeniedException, why.message, kForbidden);
  }
  return error(errors::kSecretsErrorException, why.message);
}

Error wrong_password(const Dialect& dialect, std::string_view user) {
  if (dialect.is_mysql()) {
    return database_error(
        dialect,
        {.message = fmt::format("Access denied for user '{}'@'%' (using password: YES)", user),
         .mysql_number = 1045,
         .sql_state = "28000"});
  }
  return error(
      errors::kDatabaseErrorException,
      fmt::format("FATAL: password authentication failed for user \"{}\"; SQLState: 28P01", user));
}

}  // namespace

Result<DatabaseCluster> RdsData::open_cluster(const Call& call, std::string_view resource_arn,
                                              const std::string& secret_arn) {
  std::optional<DatabaseCluster> cluster =
      world_.interfaces().one<DatabaseClusters>().find_cluster(resource_arn);
  if (!cluster) return no_such_cluster(resource_arn);
  if (!cluster->has_http_endpoint) return endpoint_is_off(cluster->identifier);
  EMU_CHECK(check_secret(call, *cluster, secret_arn));
  // To read a secret may have taken a while.
  cluster = world_.interfaces().one<DatabaseClusters>().find_cluster(resource_arn);
  if (!cluster) return no_such_cluster(resource_arn);
  if (cluster->status == "stopped" || cluster->status == "stopping" ||
      cluster->status == "creating" || cluster->status == "starting") {
    return cluster_is_not_available(cluster->status);
  }
  return std::move(*cluster);
}

// The secret is read with the caller's permissions, as a call of its own.
// Source: Amazon Aurora User Guide, "Authorizing access to the Amazon RDS Data API".
Status RdsData::check_secret(const Call& call, const DatabaseCluster& cluster,
                             const std::string& secret_arn) {
  const auto read =
      world_.client(call.caller_ptr).send(secretsmanager::GetSecretValue{.secret_id = secret_arn});
  if (!read) return unreadable_secret(read.error());
  std::string why;
  const std::optional<JsonDocument> json = JsonDocument::parse(read->secret_string, why);
  if (!json || json->root().type() != JsonView::Type::kObject) return invalid_secret();
  const std::string user = member_of(json->root(), "username");
  if (user.empty() || !json->root().find("password")) return invalid_secret();
  const Dialect dialect{.engine = cluster.engine.find("postgres") == std::string::npos
                                      ? Engine::kMySql
                                      : Engine::kPostgreSql};
  const bool is_master = user == cluster.master_username &&
                         member_of(json->root(), "password") == cluster.master_user_password;
  return is_master ? Status() : Status(wrong_password(dialect, user));
}

Result<RdsData::Session> RdsData::open_session(const Call& call, const SessionRequest& in) {
  if (in.schema) return schema_parameter();
  EMU_TRY(DatabaseCluster cluster, open_cluster(call, in.resource_arn, in.secret_arn));
  Session session{.cluster = std::move(cluster)};
  if (in.transaction_id && !in.transaction_id->empty()) {
    State& state = state_of(session.cluster);
    EMU_TRY(session.transaction,
            find_transaction(state, *in.transaction_id, session.cluster));
    session.database = session.transaction->database;
    if (in.database && !in.database->empty() && *in.database != session.database->name()) {
      return error(errors::kBadRequestException,
                   "Database name is not the same as transaction database name");
    }
    return session;
  }
  EMU_TRY(session.database, open_database(session.cluster, in.database.value_or("")));
  session.own_facts = {.now = world_.now(),
                       .database = session.database->name(),
                       .user = session.cluster.master_username};
  return session;
}

}  // namespace emu::rdsdata
