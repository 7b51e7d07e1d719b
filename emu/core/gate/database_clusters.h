// DatabaseClusters: the clusters of RDS, as those need them who answer for the databases inside;
// and DatabaseHost: what RDS tells these of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emu {

struct DatabaseCluster {
  std::string arn;
  std::string identifier;
  std::string resource_id;  // never used twice
  std::string engine;       // "aurora-mysql"
  std::string engine_version;
  std::string status;
  std::string database_name;  // of the first database; empty: none
  std::string master_username;
  std::string master_user_password;
  bool has_http_endpoint = false;
};

// RDS implements it.
class DatabaseClusters {
 public:
  virtual ~DatabaseClusters() = default;

  // By its ARN, or by its identifier in the region of an account. Nothing when there is none.
  virtual std::optional<DatabaseCluster> find_cluster(std::string_view arn) = 0;
  virtual std::optional<DatabaseCluster> find_cluster(std::string_view account,
                                                      std::string_view region,
                                                      std::string_view identifier) = 0;
};

// The RDS Data API implements it.
class DatabaseHost {
 public:
  virtual ~DatabaseHost() = default;

  // The cluster is gone, and its databases go with it. Who waits in one is answered.
  virtual void drop_cluster(std::string_view account, std::string_view region,
                            std::string_view resource_id) = 0;
  // The cluster stops or starts anew, and open transactions end with it.
  virtual void end_sessions(std::string_view account, std::string_view region,
                            std::string_view resource_id) = 0;
};

}  // namespace emu
