// PartiQL statements against a live table, one a line; the parameters of `?` are always the same.

#include <emu/cloud.h>
#include <emu/dynamodb.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/input.h"

using namespace emu;
using namespace dynamodb;

namespace {

dynamodb::Item item() {
  return {{"id", S("a")},
          {"n", N("41.5")},
          {"t", S("text")},
          {"l", L({N("1"), S("b")})},
          {"m", M({{"k", N("2")}})},
          {"ss", SS({"a", "b"})}};
}

struct Table {
  Cloud cloud;
  Aws aws = cloud.aws();
  Table() {
    aws.send(dynamodb::CreateTable{
                 .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
                 .table_name = "trips",
                 .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
                 .billing_mode = "PAY_PER_REQUEST"})
        .value();
  }
};

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
  static Table table;
  Aws& aws = table.aws;
  static_cast<void>(aws.send(dynamodb::PutItem{.table_name = "trips", .item = item()}));

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
