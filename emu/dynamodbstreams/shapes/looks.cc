#include <emu/describe.h>
#include <emu/dynamodbstreams/looks.h>

namespace emu::dynamodbstreams {

void PeekStreamResult::describe(StructureShape<PeekStreamResult>& s) {
  s.member("Exists", &PeekStreamResult::exists);
  s.member("Records", &PeekStreamResult::records);
  s.member("LastSequenceNumber", &PeekStreamResult::last_sequence_number);
}

void PeekStream::describe(StructureShape<PeekStream>& s) {
  s.member("StreamArn", &PeekStream::stream_arn);
}

}  // namespace emu::dynamodbstreams

namespace emu {
EMU_DESCRIBED(dynamodbstreams::PeekStreamResult);
EMU_DESCRIBED_OPERATION(dynamodbstreams::PeekStream);
}  // namespace emu
