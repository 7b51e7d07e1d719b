#include "rds/master_password.h"

#include <emu/secretsmanager.h>
#include <fmt/format.h>

#include "core/hash/ids.h"
#include "core/json/json_writer.h"
#include "rds/engines.h"
#include "rds/errors.h"
#include "rds/limits.h"
#include "rds/service.h"

namespace emu::rds {

// Source: Amazon RDS API Reference, "CreateDBCluster", MasterUserPassword.
Status check_password(std::string_view engine, std::string_view password) {
  const std::size_t most = is_postgresql(engine) ? kPostgreSqlPasswordMax : kMySqlPasswordMax;
  if (password.size() < kPasswordMin) {
    return invalid_value(
        fmt::format("The parameter MasterUserPassword is not a valid password because it is "
                    "shorter than {} characters.",
                    kPasswordMin));
  }
  if (password.size() > most) {
    return invalid_value(
        fmt::format("The parameter MasterUserPassword is not a valid password because it is longer "
                    "than {} characters.",
                    most));
  }
  if (password.find_first_of("/@\" ") != password.npos) {
    return invalid_value(
        "The parameter MasterUserPassword is not a valid password. Only printable ASCII characters "
        "besides '/', '@', '\"', ' ' may be used.");
  }
  return {};
}

std::string new_password(Random& random) { return base62_id(random, kManagedPasswordLength); }

bool is_same(const std::optional<MasterUserSecret>& a, const std::optional<MasterUserSecret>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->secret_arn == b->secret_arn;
}

std::string secret_text(std::string_view username, std::string_view password) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("username", username);
  json.member("password", password);
  json.end_object();
  return text;
}

// The name as AWS's.
// Source: Amazon RDS User Guide, "Password management with Amazon RDS and AWS Secrets Manager".
Status Rds::add_secret(const Call& call, const MasterUser& user, const std::string& kms_key_id) {
  const std::string password = new_password(world_.random());
  const auto made =
      world_.client(call.caller_ptr)
          .send(secretsmanager::CreateSecret{
              .name = fmt::format("rds!{}-{}", user.kind, uuid4(world_.random())),
              .description = fmt::format("The secret associated with the primary RDS DB {}: {}",
                                         user.kind == "db" ? "instance" : user.kind, user.arn),
              .secret_string = secret_text(user.username, password)});
  if (!made) return made.error();
  user.password = password;
  user.secret = MasterUserSecret{
      .secret_arn = made->arn, .secret_status = "active", .kms_key_id = kms_key_id};
  return {};
}

Status Rds::rotate_secret(const Call& call, const MasterUser& user) {
  const std::string password = new_password(world_.random());
  const auto put = world_.client(call.caller_ptr)
                       .send(secretsmanager::PutSecretValue{
                           .secret_id = user.secret->secret_arn,
                           .secret_string = secret_text(user.username, password)});
  if (!put) return put.error();
  user.password = password;
  return {};
}

// Who had it does not depend on what becomes of it.
void Rds::delete_secret(const Call& call, std::optional<MasterUserSecret>& secret) {
  if (!secret) return;
  const auto deleted =
      world_.client(call.caller_ptr)
          .send(secretsmanager::DeleteSecret{.secret_id = secret->secret_arn,
                                             .force_delete_without_recovery = true});
  static_cast<void>(deleted);
  secret.reset();
}

Status Rds::change_password(const Call& call, const MasterUser& user,
                            const PasswordChange& change) {
  const bool was_managed = user.secret.has_value();
  const bool is_managed = change.is_managed.value_or(was_managed);
  if (is_managed && change.password) {
    return invalid_combination(
        "You can't specify MasterUserPassword when ManageMasterUserPassword is true.");
  }
  if (is_managed && !was_managed) {
    return add_secret(call, user, change.kms_key_id.value_or(""));
  }
  if (change.rotates.value_or(false)) {
    if (is_managed) return rotate_secret(call, user);
    return invalid_combination(
        "You can't specify RotateMasterUserPassword when the master user password isn't managed by "
        "RDS in AWS Secrets Manager.");
  }
  if (was_managed && !is_managed && !change.password) {
    return invalid_combination(
        "You must specify MasterUserPassword when ManageMasterUserPassword is false.");
  }
  if (!change.password) return {};
  EMU_CHECK(check_password(user.engine, *change.password));
  user.password = *change.password;
  if (was_managed) delete_secret(call, user.secret);
  return {};
}

}  // namespace emu::rds
