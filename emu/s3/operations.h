// The parts of S3's list of operations that stand in files of their own.
#pragma once

#include "core/gate/operation_table.h"

namespace emu::s3 {

class S3;

void register_configurations(S3& s3, OperationTable& table);

}  // namespace emu::s3
