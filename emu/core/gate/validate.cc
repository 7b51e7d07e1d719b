#include "core/gate/validate.h"

#include <emu/describe.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <string>

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
    for (const Member& member : shape.members) {
      if (!member.may_be_broken) continue;
      const void* held = member.get(value, member.offset);
      if (held == nullptr && !member.is_required) continue;
      const Frame frame{.parent = parent, .member = &member};
      const Shape& held_shape = member.shape();
      if (held == nullptr) {
        add(frame, member, Violation::Rule::kRequired, nullptr, held_shape.kind, {});
        continue;
      }
      check(held_shape, held, member.constraints, member, frame);
      contents(held_shape, held, member, frame);
    }
  }

 private:
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

  // Whether anything below could break a rule.
  static bool worth_visiting(const Shape& element, const Member& member) {
    return member.element_constraints.has_value() || element.kind == Kind::kStructure ||
           element.kind == Kind::kList || element.kind == Kind::kMap;
  }

  void entry(const Shape& element, const void* value, const Member& member, const Frame& frame) {
    if (member.element_constraints) {
      check(element, value, *member.element_constraints, member, frame);
    }
    contents(element, value, member, frame);
  }

  void list(const Shape& shape, const void* value, const Member& member, const Frame& parent) {
    const Shape& element = shape.element();
    if (!worth_visiting(element, member)) return;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      entry(element, shape.at(value, i), member,
            {.parent = &parent, .member = nullptr, .index = i + 1});
    }
  }

  void map(const Shape& shape, const void* value, const Member& member, const Frame& parent) {
    const Shape& element = shape.element();
    if (!worth_visiting(element, member)) return;
    struct Visitor {
      Validator& self;
      const Shape& element;
      const Member& member;
      const Frame& parent;
    } visitor{*this, element, member, parent};
    shape.each(value, &visitor, [](void* v, std::string_view key, const void* held) {
      const auto& at = *static_cast<Visitor*>(v);
      at.self.entry(at.element, held, at.member,
                    {.parent = &at.parent, .member = nullptr, .key = key});
    });
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

  void check(const Shape& shape, const void* value, const Constraints& c, const Member& member,
             const Frame& frame) {
    const bool bounded = c.min != std::numeric_limits<std::int64_t>::min() ||
                         c.max != std::numeric_limits<std::int64_t>::max();
    const std::string_view text =
        shape.kind == Kind::kString ? shape.text(value) : std::string_view();
    if (!c.values.empty() && std::find(c.values.begin(), c.values.end(), text) == c.values.end()) {
      add(frame, member, Violation::Rule::kEnum, &c, shape.kind, as_text(shape, value));
    }
    if (bounded) {
      const std::int64_t size = measure(shape, value);
      if (size < c.min) {
        add(frame, member, Violation::Rule::kMin, &c, shape.kind, as_text(shape, value));
      }
      if (size > c.max) {
        add(frame, member, Violation::Rule::kMax, &c, shape.kind, as_text(shape, value));
      }
    }
    if (c.matches != nullptr && !c.matches(text)) {
      add(frame, member, Violation::Rule::kPattern, &c, shape.kind, as_text(shape, value));
    }
  }

  static std::string as_text(const Shape& shape, const void* value) {
    switch (shape.kind) {
      case Kind::kString:
        return std::string(shape.text(value));
      case Kind::kInteger:
        return std::to_string(shape.integer(value));
      case Kind::kList: {
        std::string all = "[";
        for (std::size_t i = 0; i < shape.size(value); ++i) {
          if (i != 0) all += ", ";
          all += as_text(shape.element(), shape.at(value, i));
        }
        return all + "]";
      }
      default:
        return {};
    }
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

// "tableName": the framework writes members with a small first letter.
std::string lower_first(std::string path) {
  bool at_start = true;
  for (char& c : path) {
    if (at_start && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    at_start = c == '.';
  }
  return path;
}

std::string bound_text(const Violation& v) {
  const bool is_min = v.rule == Violation::Rule::kMin;
  const std::int64_t bound = is_min ? v.broken->min : v.broken->max;
  const std::string_view relation = is_min ? "greater than or equal to" : "less than or equal to";
  return v.kind == Kind::kInteger ? fmt::format("Member must have value {} {}", relation, bound)
                                  : fmt::format("Member must have length {} {}", relation, bound);
}

std::string rule_text(const Violation& v) {
  switch (v.rule) {
    case Violation::Rule::kRequired:
      return "Member must not be null";
    case Violation::Rule::kMin:
    case Violation::Rule::kMax:
      return bound_text(v);
    case Violation::Rule::kEnum:
      return fmt::format("Member must satisfy enum value set: [{}]",
                         fmt::join(v.broken->values, ", "));
    case Violation::Rule::kPattern:
      return fmt::format("Member must satisfy regular expression pattern: {}", v.broken->pattern);
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
