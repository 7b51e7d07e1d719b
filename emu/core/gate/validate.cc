#include "core/gate/validate.h"

#include <emu/description.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>

#include "core/gate/value_text.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace emu {

namespace {

// Where validation is, as a chain of frames, so that no path is built until something is wrong.
struct Frame {
  const Frame* parent;
  const Member* member;       // null in a list or a map
  std::size_t index = 0;      // of the list's entry, from 1
  std::string_view key = {};  // of the map's entry
};

void append_path(const Frame* frame, std::string& path) {
  if (frame == nullptr) return;
  append_path(frame->parent, path);
  if (!path.empty()) path += '.';
  if (frame->member != nullptr) {
    path += frame->member->name;
  } else if (frame->index != 0) {
    path += std::to_string(frame->index);
    path += ".member";
  } else {
    path += frame->key;
    path += ".member";
  }
}

class Validator {
 public:
  explicit Validator(std::vector<Violation>& violations) : violations_(violations) {}

  void structure(const Shape& shape, const void* value, const Frame* parent) {
    const bool gives_empty =
        shape.given_empty != nullptr && shape.given_empty(const_cast<void*>(value))->any();
    for (const Member& member : shape.members) {
      if (!member.may_be_broken) continue;
      const void* held =
          gives_empty ? given(shape, value, member) : member.get(value, member.offset);
      if (held == nullptr && !member.is_required) continue;
      const Frame frame{.parent = parent, .member = &member};
      const Shape& held_shape = member.shape();
      if (held == nullptr) {
        add(frame, member, Violation::Rule::kRequired, nullptr, held_shape.kind, {});
        continue;
      }
      check(held_shape, held, member.constraints, [&](Violation::Rule rule) {
        add(frame, member, rule, &member.constraints, held_shape.kind,
            value_text(held_shape, held));
      });
      if (member.holds_structures || member.element_constraints) {
        contents(held_shape, held, member, frame);
      }
    }
  }

 private:
  // What a structure has for a member, where it records what was given empty, and of members that
  // cannot be absent which were not given.
  static const void* given(const Shape& shape, const void* structure, const Member& member) {
    const auto i = static_cast<std::size_t>(&member - shape.members.data());
    const void* held = member.get(structure, member.offset);
    if (held == nullptr) return shape.present(structure, i);
    const bool was_missing =
        member.is_required && shape.given_empty(const_cast<void*>(structure))->has(i);
    return was_missing ? nullptr : held;
  }

  void contents(const Shape& shape, const void* value, const Member& member, const Frame& frame) {
    switch (shape.kind) {
      case Kind::kStructure:
        return structure(shape, value, &frame);
      case Kind::kList:
        return list(shape, value, member, frame);
      case Kind::kMap:
        return map(shape, value, member, frame);
      default:
        return;
    }
  }

  // What is asked of the entries of a list or map; nothing of those of entries that are lists or
  // maps.
  static const std::optional<Constraints>& entry_rules(const Member& member, const Frame& frame) {
    static const std::optional<Constraints> kNone;
    return frame.member == &member ? member.element_constraints : kNone;
  }

  // Whether anything below could break a rule.
  static bool worth_visiting(const Shape& element, const std::optional<Constraints>& rules) {
    return rules.has_value() || element.kind == Kind::kStructure || element.kind == Kind::kList ||
           element.kind == Kind::kMap;
  }

  // Entries that do not keep to their rules are one violation, of the list or map that holds them.
  void list(const Shape& shape, const void* value, const Member& member, const Frame& frame) {
    const Shape& element = shape.element();
    const std::optional<Constraints>& rules = entry_rules(member, frame);
    if (!worth_visiting(element, rules)) return;
    bool all_keep = true;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      const void* held = shape.at(value, i);
      all_keep = all_keep && keeps_to(element, held, rules);
      contents(element, held, member, {.parent = &frame, .member = nullptr, .index = i + 1});
    }
    if (!all_keep) add_entries(frame, member, Violation::Rule::kEntry, shape, value);
  }

  void map(const Shape& shape, const void* value, const Member& member, const Frame& frame) {
    const Shape& element = shape.element();
    const std::optional<Constraints>& rules = entry_rules(member, frame);
    if (!worth_visiting(element, rules)) return;
    struct Visitor {
      Validator& self;
      const Shape& element;
      const Member& member;
      const std::optional<Constraints>& rules;
      const Frame& frame;
      bool all_keep = true;
    } visitor{*this, element, member, rules, frame};
    shape.each(value, &visitor, [](void* v, std::string_view key, const void* held) {
      auto& at = *static_cast<Visitor*>(v);
      at.all_keep = at.all_keep && keeps_to(at.element, held, at.rules);
      at.self.contents(at.element, held, at.member,
                       {.parent = &at.frame, .member = nullptr, .key = key});
    });
    if (!visitor.all_keep) add_entries(frame, member, Violation::Rule::kMapValue, shape, value);
  }

  void add_entries(const Frame& frame, const Member& member, Violation::Rule rule,
                   const Shape& shape, const void* value) {
    add(frame, member, rule, &*member.element_constraints, shape.element().kind,
        value_text(shape, value));
  }

  // What the bounds are of.
  static std::int64_t measure(const Shape& shape, const void* value) {
    switch (shape.kind) {
      case Kind::kString:
        return static_cast<std::int64_t>(count_code_points(shape.text(value)));
      case Kind::kBlob:
        return static_cast<std::int64_t>(shape.text(value).size());
      case Kind::kList:
      case Kind::kMap:
        return static_cast<std::int64_t>(shape.size(value));
      case Kind::kInteger:
        return shape.integer(value);
      default:
        return 0;
    }
  }

  // Calls `broken(rule)` for each rule that the value breaks.
  template <class Broken>
  static void check(const Shape& shape, const void* value, const Constraints& c,
                    const Broken& broken) {
    const bool bounded = c.min != std::numeric_limits<std::int64_t>::min() ||
                         c.max != std::numeric_limits<std::int64_t>::max();
    const std::string_view text =
        shape.kind == Kind::kString ? shape.text(value) : std::string_view();
    if (!c.values.empty() && std::find(c.values.begin(), c.values.end(), text) == c.values.end()) {
      broken(Violation::Rule::kEnum);
    }
    if (bounded) {
      const std::int64_t size = measure(shape, value);
      if (size < c.min) broken(Violation::Rule::kMin);
      if (size > c.max) broken(Violation::Rule::kMax);
    }
    if (c.matches != nullptr && !c.matches(text)) broken(Violation::Rule::kPattern);
  }

  static bool keeps_to(const Shape& shape, const void* value,
                       const std::optional<Constraints>& constraints) {
    bool keeps = true;
    if (constraints) check(shape, value, *constraints, [&](Violation::Rule) { keeps = false; });
    return keeps;
  }

  void add(const Frame& frame, const Member& member, Violation::Rule rule,
           const Constraints* broken, Kind kind, std::string value) {
    std::string path;
    append_path(&frame, path);
    violations_.push_back({.rule = rule,
                           .path = std::move(path),
                           .member = &member,
                           .broken = broken,
                           .kind = kind,
                           .value = std::move(value)});
  }

  std::vector<Violation>& violations_;
};

// "tableName.1.member.keyType": each part with a small first letter.
std::string lower_first(std::string_view path) {
  std::string text;
  text.reserve(path.size());
  while (!path.empty()) {
    if (!text.empty()) text += '.';
    append_lower_first(take_until(path, '.'), text);
  }
  return text;
}

std::string bound_text(Violation::Rule rule, Kind kind, const Constraints& c) {
  const bool is_min = rule == Violation::Rule::kMin;
  const std::int64_t bound = is_min ? c.min : c.max;
  return fmt::format("Member must have {} {} than or equal to {}",
                     kind == Kind::kInteger ? "value" : "length", is_min ? "greater" : "less",
                     bound);
}

std::string enum_text(const Constraints& c) {
  return fmt::format("Member must satisfy enum value set: [{}]", fmt::join(c.values, ", "));
}

std::string pattern_text(const Constraints& c) {
  return fmt::format("Member must satisfy regular expression pattern: {}", c.pattern);
}

// All that is asked of an entry, whichever rule it breaks.
std::string entry_text(Kind kind, const Constraints& c) {
  std::vector<std::string> rules;
  if (c.max != std::numeric_limits<std::int64_t>::max()) {
    rules.push_back(bound_text(Violation::Rule::kMax, kind, c));
  }
  if (c.min != std::numeric_limits<std::int64_t>::min()) {
    rules.push_back(bound_text(Violation::Rule::kMin, kind, c));
  }
  if (c.matches != nullptr) rules.push_back(pattern_text(c));
  if (!c.values.empty()) rules.push_back(enum_text(c));
  if (c.not_null) rules.emplace_back("Member must not be null");
  return fmt::format("must satisfy constraint: [{}]", fmt::join(rules, ", "));
}

std::string rule_text(const Violation& v) {
  switch (v.rule) {
    case Violation::Rule::kRequired:
      return "Member must not be null";
    case Violation::Rule::kMin:
    case Violation::Rule::kMax:
      return bound_text(v.rule, v.kind, *v.broken);
    case Violation::Rule::kEnum:
      return enum_text(*v.broken);
    case Violation::Rule::kPattern:
      return pattern_text(*v.broken);
    case Violation::Rule::kEntry:
      return "Member " + entry_text(v.kind, *v.broken);
    case Violation::Rule::kMapValue:
      return "Map value " + entry_text(v.kind, *v.broken);
  }
  return {};
}

}  // namespace

void validate(const Shape& shape, const void* value, std::vector<Violation>& violations) {
  Validator(violations).structure(shape, value, nullptr);
}

std::string validation_text(const std::vector<Violation>& violations) {
  std::string text = fmt::format("{} validation error{} detected: ", violations.size(),
                                 violations.size() == 1 ? "" : "s");
  for (std::size_t i = 0; i < violations.size(); ++i) {
    const Violation& v = violations[i];
    if (i != 0) text += "; ";
    text +=
        v.rule == Violation::Rule::kRequired ? "Value null" : fmt::format("Value '{}'", v.value);
    text +=
        fmt::format(" at '{}' failed to satisfy constraint: {}", lower_first(v.path), rule_text(v));
  }
  return text;
}

}  // namespace emu
