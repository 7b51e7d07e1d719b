// Which database a cluster is, as far as what it understands and says depends on it.
#pragma once

#include <cstdint>

namespace emu::rdsdata {

enum class Engine : std::uint8_t { kMySql, kPostgreSql };

struct Dialect {
  Engine engine = Engine::kMySql;
  // MySQL 8.0 writes 'orders.PRIMARY' where 5.7 writes 'PRIMARY'.
  bool keys_have_tables = true;

  bool is_mysql() const { return engine == Engine::kMySql; }
};

}  // namespace emu::rdsdata
