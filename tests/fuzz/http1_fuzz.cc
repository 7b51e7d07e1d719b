// A whole connection: any bytes, in pieces of any size, to a handler that looks at everything.

#include <cstddef>
#include <cstdint>
#include <string>

#include "wire/http/memory_transport.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // The first byte chooses how the others arrive.
  const std::size_t piece = data[0];
  const wire::HttpHandler handler{
      .look =
          [](const HttpRequest& request) {
            return wire::HeadDecision{.body_bytes_max = request.target.size() * 100};
          },
      .answer =
          [](HttpRequest& request) {
            return HttpResponse{.headers = request.headers, .body = request.body};
          }};
  test::talk(handler, {reinterpret_cast<const char*>(data) + 1, size - 1}, piece);
  return 0;
}
