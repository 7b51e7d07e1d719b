// PartiQL statements against a live table, one a line; the parameters of `?` are always the same.

#include <emu/dynamodb.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/input.h"
#include "fuzz/trips.h"

using namespace emu;
using namespace dynamodb;

namespace {

// A statement must have as many parameters as it takes.
std::vector<AttributeValue> parameters_of(std::string_view statement) {
  const std::array<AttributeValue, 4> values = {S("a"), N("-7"), SS({"b", "c"}), L({S("x")})};
  std::vector<AttributeValue> parameters;
  for (const char c : statement) {
    if (c == '?') parameters.push_back(values[parameters.size() % values.size()]);
  }
  return parameters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::Trips trips;
  Aws& aws = trips.with_item();

  fuzz::Input in(data, size);
  dynamodb::ExecuteTransaction transaction;
  while (!in.at_end() && transaction.transact_statements.size() < 16) {
    const std::string statement(in.line());
    const std::vector<AttributeValue> parameters = parameters_of(statement);
    static_cast<void>(
        aws.send(dynamodb::ExecuteStatement{.statement = statement, .parameters = parameters}));
    transaction.transact_statements.push_back({.statement = statement, .parameters = parameters});
  }
  static_cast<void>(aws.send(transaction));
  return 0;
}
