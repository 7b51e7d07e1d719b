// A body in AWS JSON: any text, then what it says as the input of some operations, written and read
// back.

#include <emu/apigatewayv2.h>
#include <emu/describe.h>
#include <emu/dynamodb.h>
#include <emu/json.h>
#include <emu/sqs.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace emu;

namespace {

// What was understood is understood again when it is written down.
template <class Op>
void check(std::string_view text) {
  const Shape& shape = operation<Op>().input();
  Op first{};
  if (!read_json(shape, &first, text)) return;
  std::string written;
  write_json(shape, &first, written);
  Op second{};
  if (!read_json(shape, &second, written)) std::abort();
  std::string again;
  write_json(shape, &second, again);
  if (written != again) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check<sqs::SendMessageBatch>(text);
  check<sqs::CreateQueue>(text);
  check<dynamodb::UpdateItem>(text);
  check<apigatewayv2::CreateApi>(text);
  return 0;
}
