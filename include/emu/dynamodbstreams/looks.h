// Looking into streams, without reading: for tests and tools, not for applications.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <string>

namespace emu::dynamodbstreams {

struct PeekStreamResult {
  bool exists = false;       // whether there is such a stream
  std::int64_t records = 0;  // that can be read now
  // No record has a greater one yet, and every one that comes will.
  std::string last_sequence_number = {};
  static void describe(StructureShape<PeekStreamResult>& s);
};

// How much is in a stream of any account, as of now.
struct PeekStream {
  static constexpr OperationName kOperation{"dynamodbstreams", "PeekStream"};
  using Result = PeekStreamResult;
  std::string stream_arn;
  static void describe(StructureShape<PeekStream>& s);
};

}  // namespace emu::dynamodbstreams
