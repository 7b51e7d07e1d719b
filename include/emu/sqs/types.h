// What requests of several kinds have in common.
// Source: Amazon SQS API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

namespace emu::sqs {

// The answer of operations that give nothing back.
struct Empty {
  static void describe(StructureShape<Empty>& s);
};

}  // namespace emu::sqs
