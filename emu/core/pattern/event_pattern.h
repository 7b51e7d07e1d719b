// Event patterns: JSON that says what JSON has to look like, as filters of event source mappings,
// filter policies of SNS and rules of EventBridge have it.
//
//   {"state": ["open", {"prefix": "half"}], "seat": {"row": [{"numeric": [">", 12]}]}}
//
// A pattern names members; what it gives for each is a list of alternatives, or an object about the
// inside. "$or" beside members lists patterns of which one has to pass. Services differ in which
// operators they know (Dialect) and in what else they ask of a pattern.
// Sources: Lambda Developer Guide, "Control which events Lambda sends to your function"; Amazon SNS
// Developer Guide, "Filter policy constraints", "String value matching", "Numeric value matching";
// Amazon EventBridge User Guide, "Comparison operators for use in event patterns".
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"
#include "core/policy/scalars.h"

namespace emu::pattern {

// What a service knows beyond prefix, suffix, equals-ignore-case, anything-but, numeric, exists and
// "$or".
struct Dialect {
  bool has_cidr = false;
  bool has_wildcard = false;
  // Operators inside of anything-but take lists: {"anything-but": {"prefix": ["a", "b"]}}.
  bool has_lists = false;
  // {"prefix": {"equals-ignore-case": "a"}}, and suffix likewise.
  bool has_ignore_case_inside = false;
  // "$or" is a name like any other unless it stands over at least two objects.
  bool or_is_two_objects = false;
};

// Stands for a star of a wildcard that is not escaped; no byte of UTF-8 is like it.
inline constexpr char kAnyText = '\xff';

// One alternative for a value.
struct Test {
  enum class Kind {
    kText,
    kNumber,
    kBoolean,
    kNull,
    kPrefix,
    kSuffix,
    kIgnoreCase,
    kPrefixIgnoreCase,
    kSuffixIgnoreCase,
    kWildcard,
    kCidr,
    kAnythingBut,
    kNumeric,
    kExists
  };
  struct Comparison {
    std::string operation;  // "<", "<=", "=", ">=", ">"
    double number;
  };
  Kind kind;
  std::string text = {};  // of kWildcard with kAnyText for each star
  double number = 0;
  bool boolean = false;
  policy::IpBlock block = {};                // kCidr
  std::vector<Test> others = {};             // kAnythingBut
  std::vector<Comparison> comparisons = {};  // kNumeric
};

// What a member must be: one of several alternatives, or an object whose members must be something.
struct Node {
  std::map<std::string, Node, std::less<>> members = {};
  std::vector<Node> any_of = {};  // of "$or": one of them has to pass, too
  std::vector<Test> tests = {};
};

// Nothing when it is no pattern; `why` then says so in the words of AWS's library.
std::optional<Node> parse(const JsonView& json, const Dialect& dialect, std::string& why);

// A value that is neither a list nor an object.
struct Scalar {
  JsonView::Type type = JsonView::Type::kNull;
  std::string_view text = {};  // kString
  double number = 0;           // kInteger, kReal
  bool boolean = false;

  static Scalar of(const JsonView& value);
};

bool passes(const Test& test, const Scalar& value);
// Of a list, one element is enough. Nothing: the member is absent.
bool passes(const Test& test, const std::optional<JsonView>& value);
bool passes(const Node& node, const std::optional<JsonView>& value);

// Whether all members of the pattern pass, and one of its alternatives: passes_member(name, node)
// says it of one member.
template <class PassesMember>
bool passes_inside(const Node& node, const PassesMember& passes_member) {
  for (const auto& [name, wanted] : node.members) {
    if (!passes_member(name, wanted)) return false;
  }
  if (node.any_of.empty()) return true;
  for (const Node& other : node.any_of) {
    if (passes_inside(other, passes_member)) return true;
  }
  return false;
}

}  // namespace emu::pattern
