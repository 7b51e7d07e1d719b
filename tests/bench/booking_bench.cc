#include <bus/bus.h>
#include <emu/cloud.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "bench/bare.h"
#include "bench/bench.h"

namespace emu::bench {

namespace {

using namespace std::chrono_literals;

constexpr int kBookings = 20'000;
constexpr int kBatch = 10;
const std::string kBookingBody = R"({"passenger":"aram"})";

// Bookings in groups of ten per virtual millisecond, until all are processed.
double emu_ns() {
  Cloud cloud;
  const bus::Deployment deployed = bus::deploy(cloud);
  const std::string host = deployed.http_api.substr(8, deployed.http_api.find('/', 8) - 8);
  const HttpRequest request{.method = "POST",
                            .host = host,
                            .target = "/prod/api/book-bus",
                            .headers = {{"content-type", "application/json"}},
                            .body = Blob(kBookingBody)};
  return best_ns(kBookings, [&](int i) {
    if (cloud.http(request).status != 200) fmt::print("a booking failed\n");
    if (i % kBatch == kBatch - 1) cloud.advance(1ms);
    if (i == kBookings - 1) cloud.advance(1min);
  });
}

double bare_ns() {
  BareTable table;
  BareQueue queue;
  std::string stats;
  return best_ns(kBookings, [&](int i) {
    table.add("total", "requests", "1");
    queue.send(kBookingBody);
    queue.remove(queue.receive(i).receipt_handle);
    table.add("total", "success", "1");
    const auto processed = table.add("total", "processed", "1");
    if (i % kBatch == 0) stats = fmt::format(R"({{"processed":{}}})", processed);
  });
}

}  // namespace

std::vector<Row> booking_rows() {
  return {
      {.name = "one booking, from POST to stats.json", .emu_ns = emu_ns(), .bare_ns = bare_ns()}};
}

}  // namespace emu::bench
