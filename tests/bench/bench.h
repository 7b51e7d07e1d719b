// What the benchmarks share: CPU time, the best of several rounds, and a table with ratios.
#pragma once

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace emu::bench {

// What a cost may grow by from a thousand of what there is to a million.
inline constexpr double kGrowthMax = 3;

// One comparison: the same work through emu and on bare containers.
struct Row {
  std::string name;
  double emu_ns = 0;        // CPU time of one operation
  double bare_ns = 0;       // 0: nothing to compare with
  double wanted_ratio = 0;  // bare/emu should reach it; 0: no aim
};

// What one thing takes in memory.
struct MemoryRow {
  std::string name;
  double bytes = 0;
  double bytes_max = 0;  // what it may take
};

inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// CPU nanoseconds of one operation: the best of the rounds, each of `operations` calls.
inline double best_ns(int operations, const std::function<void(int)>& operation, int rounds = 5) {
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0; round < rounds; ++round) {
    const double before = cpu_seconds();
    for (int i = 0; i < operations; ++i) operation(i);
    best = std::min(best, (cpu_seconds() - before) * 1e9 / operations);
  }
  return best;
}

// The benchmarks, one per file.
std::vector<Row> sqs_rows();
std::vector<Row> sqs_growth_rows();
std::vector<Row> cloudwatch_growth_rows();
std::vector<Row> sns_growth_rows();
std::vector<Row> dynamodb_rows();
std::vector<Row> dynamodb_growth_rows();
std::vector<MemoryRow> dynamodb_memory_rows();
std::vector<Row> s3_rows();
std::vector<Row> s3_growth_rows();
std::vector<Row> booking_rows();
std::vector<Row> donuts_rows();
std::vector<Row> wire_rows();

}  // namespace emu::bench
