#include <emu/describe.h>

namespace emu {

void Nothing::describe(StructureShape<Nothing>&) {}

EMU_DESCRIBED(Nothing);

}  // namespace emu
