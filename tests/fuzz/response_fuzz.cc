// What a server answers a client, in pieces: however they are cut, it is the same response.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "fuzz/input.h"
#include "wire/http/http1_response.h"

using namespace emu;

namespace {

std::string read(bool answers_head, std::string_view bytes, std::size_t piece) {
  constexpr std::size_t kBodyMax = 4096;
  wire::Http1ResponseReader reader(answers_head, kBodyMax);
  while (!bytes.empty() && !reader.done()) {
    if (!reader.read(bytes.substr(0, piece))) return "unreadable";
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  if (!reader.done() && !reader.end()) return "not whole";
  const HttpResponse response = reader.take();
  return std::to_string(response.status) + std::string(response.body.view());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input in(data, size);
  const bool answers_head = in.byte() % 2 == 1;
  const std::string by_bytes = read(answers_head, in.rest(), 1);
  EMU_ASSERT(read(answers_head, in.rest(), 7) == by_bytes || by_bytes == "unreadable",
             "pieces mean the same");
  return 0;
}
