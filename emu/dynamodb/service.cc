#include "dynamodb/service.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "core/time/iso_time.h"
#include "dynamodb/errors.h"
#include "dynamodb/resource_policy.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

Error table_not_found() {
  return {.code = errors::kResourceNotFoundException, .message = "Requested resource not found"};
}

// The typing error is AWS's, as clients report.
Error resource_not_found(std::string_view arn) {
  return {.code = errors::kResourceNotFoundException,
          .message = fmt::format("Requested resource not found: ResourcArn: {} not found", arn)};
}

Error index_not_found(std::string_view table, std::string_view index) {
  return {.code = errors::kResourceNotFoundException,
          .message = fmt::format("Requested resource not found: Table: {} Index: {} not found",
                                 table, index)};
}

Status check_settled(const Table& table, Time now) {
  if (table.settings.is_usable(now)) return {};
  return table_in_use(table.settings.name, table.settings.status(now));
}

}  // namespace

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<Dynamodb>(world, world.interfaces().one<Options>());
}

Dynamodb::Dynamodb(World& world, Options options) : world_(world), options_(options) {
  world.interfaces().add<StreamHost>(streams_);
  world.resource_policies().add_source("dynamodb",
                                       [this](std::string_view arn) { return policy_of(arn); });
}

std::shared_ptr<const std::string> Dynamodb::policy_of(std::string_view arn) {
  if (Stream* stream = find_stream(arn)) {
    return stream->policy() ? stream->policy()->document : nullptr;
  }
  const std::optional<TableAddress> address = parse_table_arn(table_part(arn));
  if (!address) return nullptr;
  State* state = states_.find(address->account, address->region);
  const Table* table = state == nullptr ? nullptr : state->find(address->name, world_.now());
  return table == nullptr || !table->policy ? nullptr : table->policy->document;
}

Stream* Dynamodb::find_stream(std::string_view arn) {
  const std::optional<TableAddress> table = parse_table_arn(table_of_stream(arn));
  if (!table) return nullptr;
  State* state = states_.find(table->account, table->region);
  return state == nullptr ? nullptr : state->find_stream(arn, world_.now());
}

Result<PolicyHolder> Dynamodb::policy_holder(const Call& call, std::string_view arn) {
  if (table_of_stream(arn).empty()) {
    EMU_TRY(Table* const table, table_of_arn(call, arn));
    return PolicyHolder{.arn = table->settings.arn, .policy = table->policy};
  }
  EMU_CHECK(address_of_arn(call, table_of_stream(arn)));
  Stream* stream = find_stream(arn);
  if (stream == nullptr) return resource_not_found(arn);
  return PolicyHolder{.arn = stream->identity().arn, .policy = stream->policy()};
}

Result<PolicyHolder> Dynamodb::settled_policy_holder(const Call& call, std::string_view arn) {
  if (table_of_stream(arn).empty()) EMU_CHECK(settled_table_of_arn(call, arn));
  return policy_holder(call, arn);
}

void Dynamodb::reset(std::optional<std::string_view> account) {
  forget_expiry_timers(account);
  minutes_.forget(account);
  states_.forget(account);
  std::erase_if(global_tables_,
                [&](const auto& entry) { return !account || entry.first == *account; });
}

Result<Table*> Dynamodb::find_table(const Call& call, std::string_view name_or_arn) {
  if (is_plain_name(name_or_arn)) return state(call).find(name_or_arn, world_.now());
  EMU_TRY(const TableAddress address, address_of(call, name_or_arn));
  return find_at(call, address);
}

Table* Dynamodb::find_at(const Call& call, const TableAddress& address) {
  if (address.account == call.account()) return state(call).find(address.name, world_.now());
  State* theirs = states_.find(address.account, address.region);
  return theirs == nullptr ? nullptr : theirs->find(address.name, world_.now());
}

Result<Table*> Dynamodb::table_named(const Call& call, std::string_view name_or_arn) {
  EMU_TRY(Table* const table, find_table(call, name_or_arn));
  if (table == nullptr) return table_not_found_named(name_or_arn);
  return table;
}

Result<Table*> Dynamodb::settled_table(const Call& call, std::string_view name_or_arn) {
  EMU_TRY(Table* const table, table_named(call, name_or_arn));
  EMU_CHECK(check_settled(*table, world_.now()));
  return table;
}

Result<Table*> Dynamodb::table_of_arn(const Call& call, std::string_view arn) {
  EMU_TRY(const TableAddress address, address_of_arn(call, arn));
  Table* table = find_at(call, address);
  if (table == nullptr) return resource_not_found(arn);
  return table;
}

Result<Table*> Dynamodb::settled_table_of_arn(const Call& call, std::string_view arn) {
  EMU_TRY(Table* const table, table_of_arn(call, arn));
  EMU_CHECK(check_settled(*table, world_.now()));
  return table;
}

Status Dynamodb::check_index(Table& table, const std::optional<std::string>& index) {
  if (!index || table.find_index(*index) != nullptr) return {};
  return index_not_found(table.settings.name, *index);
}

State& Dynamodb::state_of(const TableSettings& table) {
  const std::optional<TableAddress> address = parse_table_arn(table.arn);
  return states_.at(address->account, address->region);
}

const Backup* Dynamodb::find_backup(const Call& call, std::string_view arn) {
  const std::optional<TableAddress> address = parse_table_arn(arn.substr(0, arn.find("/backup/")));
  if (!address || address->region != call.region()) return nullptr;
  State* state = states_.find(address->account, address->region);
  if (state == nullptr) return nullptr;
  const auto found = state->backups.find(arn);
  return found == state->backups.end() ? nullptr : &found->second;
}

Result<Table*> Dynamodb::usable_table(const Call& call, const std::string& name) {
  EMU_TRY(Table* const table, find_table(call, name));
  if (table == nullptr || !table->settings.is_usable(world_.now())) return table_not_found();
  return table;
}

void Dynamodb::begin_change(TableSettings& settings, std::string_view status) {
  settings.changing = status;
  settings.settled = world_.now() + options_.table_step;
  if (status != table_statuses::kCreating) return;
  for (IndexSettings& index : settings.indexes) {
    index.changing = index_statuses::kCreating;
    index.settled = settings.settled;
  }
}

void Dynamodb::enable_stream(Table& table, const StreamSpecification& stream) {
  TableSettings& settings = table.settings;
  settings.stream = stream;
  // A label is a time without its zone, and later than those of the table's streams before.
  Time label = world_.now();
  if (const auto last = state_of(settings).ended_streams.last_label(settings.arn)) {
    label = std::max<Time>(label, *parse_iso8601(*last + "Z") + std::chrono::milliseconds(1));
  }
  settings.stream_label = iso8601(label);
  settings.stream_label.pop_back();
  table.begin_stream(world_.now());
}

void Dynamodb::disable_stream(Table& table) {
  table.settings.stream.reset();
  state_of(table.settings).end_stream(table, world_.now());
  arrange_forgetting();
}

void Dynamodb::set_encryption(TableSettings& settings, const SseSpecification& wanted) {
  if (!wanted.enabled.value_or(false)) {
    settings.encryption.reset();
    return;
  }
  SseDescription encryption{.status = "ENABLED", .sse_type = wanted.sse_type.value_or("KMS")};
  if (encryption.sse_type == "KMS") {
    const std::string key = wanted.kms_master_key_id.value_or("alias/aws/dynamodb");
    const std::optional<TableAddress> address = parse_table_arn(settings.arn);
    encryption.kms_master_key_arn =
        key.starts_with("arn:")
            ? key
            : fmt::format("arn:aws:kms:{}:{}:{}{}", address->region, address->account,
                          key.starts_with("alias/") ? "" : "key/", key);
  }
  settings.encryption = std::move(encryption);
}

}  // namespace emu::dynamodb
