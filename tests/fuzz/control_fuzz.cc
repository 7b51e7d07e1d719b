// Controls, one a line: a method, a target and a body, to a server's site.

#include <emu/cloud.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "fuzz/input.h"
#include "server/site.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Cloud cloud;
  server::Site site(cloud, {});
  fuzz::Input in(data, size);
  for (int requests = 0; !in.at_end() && requests < 16; ++requests) {
    std::string_view line = in.line();
    HttpRequest request{.method = std::string(take_until(line, ' ')), .host = "127.0.0.1:4566"};
    request.target = "/_emu/" + std::string(take_until(line, ' '));
    request.headers.add("Host", request.host);
    request.body = Blob(std::string(line));
    // A stream of events ends when somebody ends it.
    if (request.target.find("stream") != request.target.npos) continue;
    const HttpResponse response = site.answer(request);
    EMU_ASSERT(response.status < 500, "a control answers or refuses");
  }
  site.close();
  return 0;
}
