#include "bus/stats.h"

#include <emu/dynamodb.h>

#include <string>

namespace bus {

namespace dynamodb = emu::dynamodb;

namespace {

dynamodb::Item total_key() { return {{"id", dynamodb::S("total")}}; }

std::int64_t figure(const dynamodb::Item& item, const std::string& name) {
  const auto found = item.find(name);
  return found == item.end() ? 0 : found->second.integer();
}

}  // namespace

Stats read_stats(emu::Aws& aws, const std::string& table) {
  const dynamodb::Item item =
      aws.send(dynamodb::GetItem{.table_name = table, .key = total_key(), .consistent_read = true})
          .value()
          .item;
  return {.requests = figure(item, "requests"),
          .processed = figure(item, "processed"),
          .success = figure(item, "success")};
}

void add_to_stats(emu::Aws& aws, const std::string& table, const Stats& more) {
  aws.send(dynamodb::UpdateItem{.table_name = table,
                                .key = total_key(),
                                .update_expression = "ADD requests :r, #processed :p, success :s",
                                .expression_attribute_names = {{"#processed", "processed"}},
                                .expression_attribute_values = {{":r", dynamodb::N(more.requests)},
                                                                {":p", dynamodb::N(more.processed)},
                                                                {":s", dynamodb::N(more.success)}}})
      .value();
}

const std::string& required_env(emu::lambda::Context& context, const char* name) {
  const std::string* value = context.env(name);
  if (value == nullptr) throw emu::lambda::FunctionError("KeyError", "'" + std::string(name) + "'");
  return *value;
}

}  // namespace bus
