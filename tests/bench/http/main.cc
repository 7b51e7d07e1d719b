// emu_http_bench [port]: an HTTP server with one fixed answer, to be measured from outside with a
// load generator, such as `wrk -t2 -c64 -d5 http://127.0.0.1:8080/`. It prints its port, and at
// each byte of input the requests since the last one and the CPU time that each took; it ends when
// its input does.

#include <fmt/format.h>
#include <time.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "wire/http/listener.h"

namespace {

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  const int port = argc > 1 ? std::atoi(argv[1]) : 0;
  // As long as a typical answer of SQS.
  const emu::Blob body(std::string(108, 'x'));
  std::atomic<std::uint64_t> requests{0};
  auto listener = emu::wire::Listener::start(
      {.port = port}, {.answer = [&](emu::HttpRequest&) {
        requests.fetch_add(1, std::memory_order_relaxed);
        return emu::HttpResponse{
            .headers = {{"Content-Type", "application/x-amz-json-1.0"},
                        {"x-amzn-RequestId", "00000000-0000-0000-0000-000000000000"}},
            .body = body};
      }});
  if (!listener) {
    fmt::print(stderr, "{}\n", listener.error().message);
    return 1;
  }
  fmt::print("{}\n", (*listener)->port());
  std::fflush(stdout);
  double last = cpu_seconds();
  while (std::getchar() != EOF) {
    const std::uint64_t count = requests.exchange(0);
    const double now = cpu_seconds();
    fmt::print("{} requests, {:.1f} us of CPU each\n", count,
               count == 0 ? 0.0 : (now - last) * 1e6 / static_cast<double>(count));
    std::fflush(stdout);
    last = now;
  }
  (*listener)->stop();
  return 0;
}
