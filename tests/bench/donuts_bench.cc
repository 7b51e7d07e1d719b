// What a call of AWS costs in the donut shop, beside one of the bus booking in the same process.
#include <bus/bus.h>
#include <donuts/donuts.h>
#include <emu/cloud.h>
#include <emu/events.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "bench/bench.h"

namespace emu::bench {

namespace {

using namespace std::chrono_literals;

constexpr int kCallers = 4'000;
constexpr int kCallersAtOnce = 10;
constexpr int kRoundsOfSystems = 3;

HttpRequest post(const std::string& api, const std::string& path, const std::string& body) {
  const std::size_t host = std::string("https://").size();
  const std::size_t stage = api.find('/', host);
  return {.method = "POST",
          .host = api.substr(host, stage - host),
          .target = api.substr(stage) + path,
          .headers = {{"content-type", "application/json"}},
          .body = body};
}

// Posts in groups of ten per virtual millisecond, and what comes of them.
void run(Cloud& cloud, const HttpRequest& request, Duration rest) {
  for (int i = 0; i < kCallers; ++i) {
    if (cloud.http(request).status >= 500) fmt::print("a request failed\n");
    if (i % kCallersAtOnce == kCallersAtOnce - 1) cloud.advance(1ms);
  }
  cloud.advance(rest);
}

// A fifth of what is ordered is there, and the factory bakes the rest.
struct Donuts {
  Cloud cloud{{.region = "ap-northeast-2", .trace_capacity = 0}};
  HttpRequest request = post(donuts::deploy(cloud, {.stock = kCallers / 5}).sales_api, "/orders",
                             R"({"product":"glazed","amount":1})");
  void run() { bench::run(cloud, request, 5min); }
};

struct Bus {
  Cloud cloud{{.region = "ap-northeast-2", .trace_capacity = 0}};
  HttpRequest request =
      post(bus::deploy(cloud).http_api, "/api/book-bus", R"({"passenger":"aram"})");
  void run() { bench::run(cloud, request, 5min); }
};

struct Calls {
  std::int64_t all = 0;
  std::int64_t of_secrets = 0;
};

// In a run of its own, because to watch costs something. Equal seeds make equal calls.
template <class System>
Calls count_calls() {
  System system;
  Calls calls;
  const Subscription watch = system.cloud.subscribe([&](const Event& event) {
    const auto* call = event.as<events::CallAnswered>();
    if (call == nullptr || call->service == "http") return;
    ++calls.all;
    if (call->operation == "GetSecretValue") ++calls.of_secrets;
  });
  system.run();
  return calls;
}

template <class System>
double seconds() {
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0; round < kRoundsOfSystems; ++round) {
    System system;
    const double before = cpu_seconds();
    system.run();
    best = std::min(best, cpu_seconds() - before);
  }
  return best;
}

}  // namespace

// Statements of the RDS Data API read their secret by calls of their own. No handler makes those:
// the second row does not count them, but has their cost.
std::vector<Row> donuts_rows() {
  const Calls of_shop = count_calls<Donuts>();
  const Calls of_bus = count_calls<Bus>();
  const double shop_ns = seconds<Donuts>() * 1e9;
  const double bus_ns = seconds<Bus>() * 1e9 / static_cast<double>(of_bus.all);
  const auto row = [&](const std::string& name, std::int64_t calls) {
    return Row{
        .name = fmt::format("{} ({:.1f} an order)", name, static_cast<double>(calls) / kCallers),
        .emu_ns = shop_ns / static_cast<double>(calls),
        .bare_ns = bus_ns,
        .wanted_ratio = 0.5};
  };
  return {row("a call in the donut shop, beside one of the bus", of_shop.all),
          row("  without those of secrets", of_shop.all - of_shop.of_secrets),
          {.name = "an order of donuts", .emu_ns = shop_ns / kCallers}};
}

}  // namespace emu::bench
