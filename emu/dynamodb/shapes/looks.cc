#include <emu/describe.h>
#include <emu/dynamodb/looks.h>

namespace emu::dynamodb {

void PeekedIndex::describe(StructureShape<PeekedIndex>& s) {
  s.member("IndexName", &PeekedIndex::index_name);
  s.member("IsGlobal", &PeekedIndex::is_global);
  s.member("ItemCount", &PeekedIndex::item_count);
  s.member("SizeBytes", &PeekedIndex::size_bytes);
}

void PeekTableResult::describe(StructureShape<PeekTableResult>& s) {
  s.member("Exists", &PeekTableResult::exists);
  s.member("TableArn", &PeekTableResult::table_arn);
  s.member("TableStatus", &PeekTableResult::table_status);
  s.member("ItemCount", &PeekTableResult::item_count);
  s.member("SizeBytes", &PeekTableResult::size_bytes);
  s.member("Indexes", &PeekTableResult::indexes);
  s.member("Items", &PeekTableResult::items);
}

void PeekTable::describe(StructureShape<PeekTable>& s) {
  s.member("Table", &PeekTable::table);
  s.member("Limit", &PeekTable::limit);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::PeekedIndex);
EMU_DESCRIBED(dynamodb::PeekTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::PeekTable);
}  // namespace emu
