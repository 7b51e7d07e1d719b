// The three figures of the system, as the table and the page hold them.
#pragma once

#include <emu/aws.h>
#include <emu/describe.h>
#include <emu/lambda/handler.h>

#include <cstdint>
#include <string>

namespace bus {

struct Stats {
  std::int64_t requests = 0;   // bookings asked for
  std::int64_t processed = 0;  // worked off
  std::int64_t success = 0;    // of these, booked
  static void describe(emu::StructureShape<Stats>& s) {
    s.member("requests", &Stats::requests);
    s.member("processed", &Stats::processed);
    s.member("success", &Stats::success);
  }
};

// The one item of the table, read strongly consistently. Throws emu::AwsError.
Stats read_stats(emu::Aws& aws, const std::string& table);

// Adds the figures to the item's, atomically. Throws emu::AwsError.
void add_to_stats(emu::Aws& aws, const std::string& table, const Stats& more);

// A variable that the function cannot do without. Throws emu::lambda::FunctionError, as Python's
// os.environ does.
const std::string& required_env(emu::lambda::Context& context, const char* name);

}  // namespace bus
