#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cli/control_client.h"
#include "cli/verbs.h"
#include "core/json/json_writer.h"

namespace emu::cli {

namespace {

constexpr const char* kFaultUsage =
    "usage: emu fault add [options]\n"
    "       emu fault list\n"
    "       emu fault delete ID | --all\n"
    "\n"
    "Makes calls to a running `emu serve` fail, lists what fails and how often it did, and ends "
    "it.\n"
    "\n"
    "  emu fault add --operation UpdateItem --calls 2 \\\n"
    "                --error ProvisionedThroughputExceededException\n"
    "  emu fault add --service sqs --resource orders --chance 10% --lose-answer\n"
    "\n";
constexpr const char* kFaultUsageEnd =
    "\n"
    "What is not given matches every call. At least one of --error, --latency, --lose-answer and "
    "--effect is.\n"
    "\n"
    "Exit code: 0 done, 1 no server answers or it refuses, 2 wrong use.\n";

// An option that becomes a member of the rule, as the control API names it.
struct RuleMember {
  std::string_view flag;
  std::string_view name;
  std::string_view value;
  std::string_view help;
  bool is_number = false;
};
constexpr std::array<RuleMember, 13> kMembers = {{
    {"--service", "service", "NAME", "of this service, such as sqs"},
    {"--operation", "operation", "NAME", "of this operation, such as SendMessage"},
    {"--resource", "resource", "ARN", "on this resource: an ARN with * for anything, or a name"},
    {"--caller", "caller", "ARN", "by this caller, likewise"},
    {"--calls", "calls", "N|N-M", "only the n-th of them, or those from n to m", true},
    {"--from", "from", "DURATION", "from so long after now, in the server's time"},
    {"--to", "to", "DURATION", "until so long after now"},
    {"--chance", "chance", "RATIO", "with this probability: 1/1000 or 10%"},
    {"--error", "error", "CODE", "they fail with this error, in AWS's words"},
    {"--message", "message", "TEXT", "the error's text instead"},
    {"--status", "status", "N", "its HTTP status instead", true},
    {"--latency", "latency", "DURATION", "they take that much longer"},
    {"--effect", "effect", "NAME", "they do what a queue may: duplicate, reorder, miss or lag"},
}};

struct RuleTexts {
  std::array<std::string, kMembers.size()> texts = {};
  bool lose_answer = false;
};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// A number as it is, "3-5" as the list of both; what is neither is refused by the server, in its
// own words.
void write_number(JsonWriter& writer, std::string_view text) {
  const std::size_t dash = text.find('-');
  if (is_digits(text)) return writer.raw(text);
  if (dash == text.npos || !is_digits(text.substr(0, dash)) || !is_digits(text.substr(dash + 1))) {
    return writer.string(text);
  }
  writer.begin_array();
  writer.raw(text.substr(0, dash));
  writer.raw(text.substr(dash + 1));
  writer.end_array();
}

std::string body_of(const RuleTexts& rule) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  for (std::size_t i = 0; i < kMembers.size(); ++i) {
    if (rule.texts[i].empty()) continue;
    writer.key(kMembers[i].name);
    if (kMembers[i].is_number) {
      write_number(writer, rule.texts[i]);
    } else {
      writer.string(rule.texts[i]);
    }
  }
  if (rule.lose_answer) writer.member("lose_answer", true);
  writer.end_object();
  return json;
}

std::int64_t number_of(const JsonView& object, std::string_view member) {
  const auto value = object.find(member);
  return value && value->type() == JsonView::Type::kInteger ? value->integer() : 0;
}

void print_fault(const JsonView& fault) {
  const auto rule = fault.find("rule");
  fmt::print("{:>4}  {}  (matched {}, injected {})\n", number_of(fault, "id"),
             rule ? rule->string() : std::string_view(), number_of(fault, "matched"),
             number_of(fault, "injected"));
}

Status list(ControlClient& client) {
  EMU_TRY(const JsonDocument answer, client.get("/_emu/faults"));
  const auto faults = answer.root().find("faults");
  if (!faults || faults->type() != JsonView::Type::kArray) return {};
  faults->each_element([](const JsonView& fault) {
    print_fault(fault);
    return true;
  });
  return {};
}

Status add(ControlClient& client, const RuleTexts& rule) {
  EMU_TRY(const JsonDocument answer, client.post("/_emu/faults", body_of(rule)));
  print_fault(answer.root());
  return {};
}

Status end(ControlClient& client, const std::vector<std::string>& ids, bool all) {
  if (all != ids.empty()) return usage_error("'emu fault delete' needs the id of a rule, or --all");
  if (all) return client.remove("/_emu/faults");
  for (const std::string& id : ids) {
    if (!is_digits(id))
      return usage_error(fmt::format("the id of a rule is a number, not '{}'", id));
    EMU_CHECK(client.remove("/_emu/faults/" + id));
  }
  return {};
}

Status perform(ControlClient& client, const std::vector<std::string>& words, const RuleTexts& rule,
               bool all) {
  if (words.empty()) return list(client);
  const std::vector<std::string> others(words.begin() + 1, words.end());
  if (words[0] == "delete") return end(client, others, all);
  if (words[0] != "add" && words[0] != "list") {
    return usage_error(
        fmt::format("'emu fault' has no '{}'; there is add, list, delete", words[0]));
  }
  if (!others.empty()) {
    return usage_error(fmt::format("'emu fault {}' takes no '{}'", words[0], others[0]));
  }
  return words[0] == "add" ? add(client, rule) : list(client);
}

}  // namespace

int fault(std::span<char* const> arguments) {
  RuleTexts rule;
  bool all = false;
  Flags flags;
  for (std::size_t i = 0; i < kMembers.size(); ++i) {
    const RuleMember& member = kMembers[i];
    flags.add_value(member.flag, member.value, rule.texts[i], member.help);
  }
  flags.add_switch("--lose-answer", rule.lose_answer,
                   "they are executed, and their callers see a time-out");
  flags.add_switch("--all", all, "with delete: end every rule");
  return run_control_verb(
      {.name = "emu fault", .usage = kFaultUsage, .usage_end = kFaultUsageEnd, .takes_words = true},
      flags, arguments, [&](ControlClient& client, const std::vector<std::string>& words) {
        return perform(client, words, rule, all);
      });
}

}  // namespace emu::cli
