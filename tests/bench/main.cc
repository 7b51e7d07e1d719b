// What a call costs: the common operations through the gate, on one thread, beside the same work on
// bare containers.
//
//   emu_bench            everything
//   emu_bench sqs        one group: sqs, dynamodb, s3, booking, donuts or wire
//
// These take minutes and gigabytes, and run when asked for only:
//
//   emu_bench dynamodb-growth   a million items beside a thousand, which stand as the bare ones
//   emu_bench dynamodb-memory   bytes of an item
//   emu_bench s3-growth         a million objects beside a thousand
//   emu_bench sqs-growth        a million messages beside a thousand
//   emu_bench sns-growth        a topic with 200 filtered subscriptions beside ten
#include <fmt/format.h>

#include <cstring>
#include <string_view>

#include "bench/bench.h"

namespace {

using emu::bench::MemoryRow;
using emu::bench::Row;

struct Group {
  std::string_view name;
  std::vector<Row> (*rows)();
  bool is_large = false;
};

constexpr Group kGroups[] = {{"sqs", &emu::bench::sqs_rows},
                             {"sqs-growth", &emu::bench::sqs_growth_rows, true},
                             {"cloudwatch-growth", &emu::bench::cloudwatch_growth_rows, true},
                             {"sns-growth", &emu::bench::sns_growth_rows, true},
                             {"dynamodb", &emu::bench::dynamodb_rows},
                             {"dynamodb-growth", &emu::bench::dynamodb_growth_rows, true},
                             {"s3", &emu::bench::s3_rows},
                             {"s3-growth", &emu::bench::s3_growth_rows, true},
                             {"booking", &emu::bench::booking_rows},
                             {"donuts", &emu::bench::donuts_rows},
                             {"wire", &emu::bench::wire_rows}};

void print(const Row& row) {
  fmt::print("{:<58}{:>10.0f}{:>12.0f}", row.name, row.emu_ns, 1e9 / row.emu_ns);
  if (row.bare_ns > 0) {
    const double ratio = row.bare_ns / row.emu_ns;
    fmt::print("{:>10.0f}{:>8.2f}", row.bare_ns, ratio);
    if (row.wanted_ratio > 0) {
      fmt::print("  at least {:.2f}: {}", row.wanted_ratio,
                 ratio >= row.wanted_ratio ? "yes" : "NO");
    }
  }
  fmt::print("\n");
}

void print(const MemoryRow& row) {
  fmt::print("{:<58}{:>10.0f} bytes  at most {:.0f}: {}\n", row.name, row.bytes, row.bytes_max,
             row.bytes <= row.bytes_max ? "yes" : "NO");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "dynamodb-memory") {
    for (const MemoryRow& row : emu::bench::dynamodb_memory_rows()) print(row);
    return 0;
  }
  fmt::print("{:<58}{:>10}{:>12}{:>10}{:>8}\n", "operation (CPU time, best of 5 rounds)", "ns",
             "per s", "bare ns", "ratio");
  bool any = false;
  for (const Group& group : kGroups) {
    if (argc > 1 ? group.name != argv[1] : group.is_large) continue;
    any = true;
    for (const Row& row : group.rows()) print(row);
  }
  if (!any) fmt::print(stderr, "no such group: {}\n", argv[1]);
  return any ? 0 : 2;
}
