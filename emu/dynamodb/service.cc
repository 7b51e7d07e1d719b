#include "dynamodb/service.h"

#include <fmt/format.h>

#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Error table_not_found() {
  return {.code = errors::kResourceNotFoundException, .message = "Requested resource not found"};
}

}  // namespace

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Dynamodb>(world); }

void Dynamodb::reset(std::optional<std::string_view> account) { states_.forget(account); }

Result<Table*> Dynamodb::usable_table(const Call& call, const std::string& name) {
  const Time now = world_.now();
  Table* table = state(call).find(name, now);
  if (table == nullptr || !table->settings.is_usable(now)) return table_not_found();
  return table;
}

void Dynamodb::begin_change(TableSettings& settings, std::string_view status) {
  settings.changing = status;
  settings.settled = world_.now() + table_step_;
}

void Dynamodb::enable_stream(TableSettings& settings, const StreamSpecification& stream) {
  settings.stream = stream;
  // A label is a time without its zone.
  settings.stream_label = iso8601(world_.now());
  settings.stream_label.pop_back();
}

void Dynamodb::set_encryption(TableSettings& settings, const Call& call,
                              const SseSpecification& wanted) {
  if (!wanted.enabled.value_or(false)) {
    settings.encryption.reset();
    return;
  }
  SseDescription encryption{.status = "ENABLED", .sse_type = wanted.sse_type.value_or("KMS")};
  if (encryption.sse_type == "KMS") {
    const std::string key = wanted.kms_master_key_id.value_or("alias/aws/dynamodb");
    encryption.kms_master_key_arn =
        key.starts_with("arn:")
            ? key
            : fmt::format("arn:aws:kms:{}:{}:{}{}", call.region(), call.account(),
                          key.starts_with("alias/") ? "" : "key/", key);
  }
  settings.encryption = std::move(encryption);
}

void Dynamodb::add_leading_keys(const Call& call, const std::string& table_name, const Item& item,
                                std::vector<ConditionValue>& out) {
  const Table* table = state(call).find(table_name, world_.now());
  if (table == nullptr) return;
  auto key = item.find(table->hash_key.name);
  if (key == item.end() || key->second.type() != table->hash_key.type) return;
  if (!check_value(key->second)) return;
  out.push_back({.key = "dynamodb:LeadingKeys", .values = {key_text(key->second)}});
}

}  // namespace emu::dynamodb
