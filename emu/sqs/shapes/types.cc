#include <emu/describe.h>
#include <emu/sqs/types.h>

namespace emu::sqs {

void Empty::describe(StructureShape<Empty>&) {}

}  // namespace emu::sqs

namespace emu {
EMU_DESCRIBED(sqs::Empty);
}  // namespace emu
