#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "core/gate/fault_rules.h"
#include "core/gate/world.h"
#include "core/json/json_writer.h"
#include "core/time/duration_text.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

constexpr std::size_t kFaultsMax = 1000;

using Type = JsonView::Type;

// Reads the members of a rule one after the other; the first that is wrong stays.
class RuleReader {
 public:
  explicit RuleReader(const JsonDocument& body) : body_(body) {}

  void text(std::string_view member, std::string& out) {
    if (const auto value = find(member, Type::kString, "a text")) out = value->string();
  }

  void duration(std::string_view member, Duration& out) {
    std::string written;
    text(member, written);
    if (written.empty()) return;
    const auto read = parse_duration_text(written);
    if (!read) return wrong(member, "a duration such as 36s, 1.5s or 10min");
    out = *read;
  }

  void flag(std::string_view member, bool& out) {
    if (const auto value = find(member, Type::kBoolean, "true or false")) out = value->boolean();
  }

  // `7`, or `[3, 5]`: both included.
  void calls(FaultRule& rule) {
    const auto value = body_.root().find("calls");
    if (!value) return;
    if (value->type() == Type::kInteger && value->integer() > 0) {
      rule.call = static_cast<std::uint64_t>(value->integer());
      return;
    }
    std::vector<std::uint64_t> bounds;
    const bool are_numbers =
        value->type() == Type::kArray && value->each_element([&](const JsonView& bound) {
          if (bound.type() != Type::kInteger || bound.integer() < 1) return false;
          bounds.push_back(static_cast<std::uint64_t>(bound.integer()));
          return bounds.size() <= 2;
        });
    if (!are_numbers || bounds.size() != 2) {
      return wrong("calls", "the number of a call, or [first, last]");
    }
    rule.first_call = bounds[0];
    rule.last_call = bounds[1];
  }

  void chance(Ratio& out) {
    std::string written;
    text("chance", written);
    if (written.empty()) return;
    const auto read = parse_chance(written);
    if (!read) return wrong("chance", "a ratio such as 1/1000 or a percentage such as 10%");
    out = *read;
  }

  void error(std::optional<Error>& out) {
    Error error;
    text("error", error.code);
    text("message", error.message);
    if (const auto status = find("status", Type::kInteger, "a number from 400 to 599")) {
      if (status->integer() < 400 || status->integer() > 599) {
        return wrong("status", "a number from 400 to 599");
      }
      error.status = static_cast<int>(status->integer());
    }
    if (!error.code.empty()) out = std::move(error);
  }

  Status problem() const { return problem_.empty() ? Status() : bad_request(problem_); }

 private:
  std::optional<JsonView> find(std::string_view member, Type type, std::string_view expected) {
    auto value = body_.root().find(member);
    if (value && value->type() != type) {
      wrong(member, expected);
      return std::nullopt;
    }
    return value;
  }
  void wrong(std::string_view member, std::string_view expected) {
    if (problem_.empty()) problem_ = fmt::format("'{}' must be {}", member, expected);
  }

  const JsonDocument& body_;
  std::string problem_;
};

Result<FaultRule> read_rule(const ControlRequest& request) {
  EMU_TRY(const auto body,
          read_object(request,
                      {"service", "operation", "resource", "caller", "from", "to", "calls",
                       "chance", "error", "message", "status", "latency", "lose_answer",
                       "effect"}));
  FaultRule rule;
  RuleReader read(body);
  read.text("service", rule.service);
  read.text("operation", rule.operation);
  read.text("resource", rule.resource);
  read.text("caller", rule.caller);
  read.duration("from", rule.from);
  read.duration("to", rule.to);
  read.calls(rule);
  read.chance(rule.chance);
  read.error(rule.error);
  read.duration("latency", rule.latency);
  read.flag("lose_answer", rule.lose_answer);
  read.text("effect", rule.effect);
  EMU_CHECK(read.problem());
  return rule;
}

void write_fault(JsonWriter& writer, const FaultRules::Entry& entry) {
  writer.begin_object();
  writer.member("id", entry.id);
  writer.member("rule", describe(entry.rule, &duration_text));
  if (!entry.rule.resource.empty()) writer.member("resource", entry.rule.resource);
  if (!entry.rule.caller.empty()) writer.member("caller", entry.rule.caller);
  writer.member("matched", entry.counts.matched);
  writer.member("injected", entry.counts.injected);
  writer.end_object();
}

std::optional<std::uint64_t> read_id(std::string_view text) {
  std::uint64_t id = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return id;
}

}  // namespace

ControlAnswer get_faults(const ControlRequest& request) {
  World& world = request.cloud.world();
  std::string json;
  JsonWriter writer(json);
  const WorldEntry inside(world.scheduler());
  writer.begin_object();
  writer.key("faults");
  writer.begin_array();
  for (const FaultRules::Entry& entry : world.faults().entries()) write_fault(writer, entry);
  writer.end_array();
  writer.end_object();
  return json_answer(std::move(json));
}

ControlAnswer post_faults(const ControlRequest& request) {
  EMU_TRY(FaultRule rule, read_rule(request));
  World& world = request.cloud.world();
  const WorldEntry inside(world.scheduler());
  if (const Status fit = check_fault_rule(rule, world.operations()); !fit) {
    return bad_request(fit.error().message);
  }
  if (world.faults().entries().size() >= kFaultsMax) {
    return bad_request(fmt::format("there are {} fault rules already", kFaultsMax));
  }
  std::string json;
  JsonWriter writer(json);
  write_fault(writer, *world.faults().find(world.add_fault(std::move(rule))));
  return json_answer(std::move(json));
}

ControlAnswer delete_faults(const ControlRequest& request) {
  World& world = request.cloud.world();
  const WorldEntry inside(world.scheduler());
  const std::size_t count = world.faults().entries().size();
  world.faults().clear();
  return json_answer(fmt::format("{{\"ended\":{}}}", count));
}

ControlAnswer delete_fault(const ControlRequest& request) {
  World& world = request.cloud.world();
  const WorldEntry inside(world.scheduler());
  const auto id = read_id(request.rest);
  if (!id || !world.faults().remove(*id)) {
    return not_found(fmt::format("there is no fault rule '{}'", request.rest));
  }
  return json_answer("{\"ended\":1}");
}

}  // namespace emu::server
