#include <emu/describe.h>
#include <emu/rdsdata/looks.h>

namespace emu::rdsdata {

void PeekDatabaseResult::describe(StructureShape<PeekDatabaseResult>& s) {
  s.member("columns", &PeekDatabaseResult::columns);
  s.member("records", &PeekDatabaseResult::records);
  s.member("problem", &PeekDatabaseResult::problem);
}

void PeekDatabase::describe(StructureShape<PeekDatabase>& s) {
  s.member("cluster", &PeekDatabase::cluster).required();
  s.member("sql", &PeekDatabase::sql).required();
  s.member("database", &PeekDatabase::database);
  s.member("parameters", &PeekDatabase::parameters);
}

}  // namespace emu::rdsdata

namespace emu {
EMU_DESCRIBED(rdsdata::PeekDatabaseResult);
EMU_DESCRIBED_OPERATION(rdsdata::PeekDatabase);
}  // namespace emu
