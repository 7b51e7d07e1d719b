#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<ListGlobalTablesResult> Dynamodb::list_global_tables(Call&, const ListGlobalTables&) {
  return ListGlobalTablesResult{};
}

}  // namespace emu::dynamodb
