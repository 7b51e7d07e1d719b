// Expressions against a live table, one a line: an update, its condition, a projection, and the
// condition of a deletion.

#include <emu/dynamodb.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "fuzz/input.h"
#include "fuzz/trips.h"

using namespace emu;
using namespace dynamodb;

namespace {

// A request must use all names and values that it brings.
template <class Op>
void add_placeholders(Op& op, std::string_view text) {
  for (const char* name : {"#a", "#n", "#k"}) {
    if (text.find(name) != text.npos) op.expression_attribute_names.emplace(name, name + 1);
  }
  if constexpr (requires { op.expression_attribute_values; }) {
    const dynamodb::Item values = {
        {":n", N("-7")}, {":t", S("text")}, {":s", SS({"b", "c"})}, {":l", L({S("x")})}};
    for (const auto& [name, value] : values) {
      if (text.find(name) != text.npos) op.expression_attribute_values.emplace(name, value);
    }
  }
}

std::optional<std::string> given(std::string_view line) {
  return line.empty() ? std::nullopt : std::optional(std::string(line));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::Trips trips;
  Aws& aws = trips.with_item();
  const dynamodb::Item key = {{"id", S("a")}};

  fuzz::Input in(data, size);
  dynamodb::UpdateItem update{.table_name = "trips", .key = key, .return_values = "ALL_NEW"};
  update.update_expression = given(in.line());
  update.condition_expression = given(in.line());
  add_placeholders(
      update, update.update_expression.value_or("") + update.condition_expression.value_or(""));
  static_cast<void>(aws.send(update));

  dynamodb::GetItem get{.table_name = "trips", .key = key};
  get.projection_expression = given(in.line());
  add_placeholders(get, get.projection_expression.value_or(""));
  static_cast<void>(aws.send(get));

  dynamodb::DeleteItem remove{.table_name = "trips", .key = key};
  remove.condition_expression = given(in.line());
  add_placeholders(remove, remove.condition_expression.value_or(""));
  static_cast<void>(aws.send(remove));
  return 0;
}
