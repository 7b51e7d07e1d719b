#include "core/pattern/regular_expression_parser.h"

#include <charconv>
#include <utility>

#include "core/text/utf8.h"

namespace emu::pattern {

namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;
constexpr std::string_view kSpecial = "\\.[]{}()*+?^$|/-\"'#&,:;<=>@_`~!% ";

}  // namespace

std::optional<RegularExpression> RegularExpressionParser::parse() {
  if (!read_alternatives(0) || !rest_.empty() || !add({.kind = Step::Kind::kDone})) {
    return std::nullopt;
  }
  expression_.find_beginnings();
  return std::move(expression_);
}

bool RegularExpressionParser::take(char c) { return take(std::string_view(&c, 1)); }

bool RegularExpressionParser::take(std::string_view text) {
  if (!rest_.starts_with(text)) return false;
  rest_.remove_prefix(text.size());
  return true;
}

std::optional<char32_t> RegularExpressionParser::take_code_point() {
  std::size_t at = 0;
  const auto c = rest_.empty() ? std::nullopt : decode_code_point(rest_, at);
  rest_.remove_prefix(at);
  return c;
}

bool RegularExpressionParser::add(Step step) {
  if (expression_.steps_.size() >= bounds_.steps_max) return false;
  expression_.steps_.push_back(step);
  return true;
}

bool RegularExpressionParser::add_set(CharacterSet set) {
  set.tidy();
  expression_.sets_.push_back(std::move(set));
  return add({.kind = Step::Kind::kCharacter, .set = expression_.sets_.size() - 1});
}

bool RegularExpressionParser::insert(std::size_t at, Step step) {
  auto& steps = expression_.steps_;
  if (steps.size() >= bounds_.steps_max) return false;
  for (std::size_t i = at; i < steps.size(); ++i) {
    ++steps[i].next;
    ++steps[i].other;
  }
  steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(at), step);
  return true;
}

// Of "a|b|c": a split before each but the last, and a jump to the end behind it.
bool RegularExpressionParser::read_alternatives(std::size_t depth) {
  if (depth > bounds_.depth_max) return false;
  std::vector<std::size_t> jumps;
  for (;;) {
    const std::size_t begin = expression_.steps_.size();
    if (!read_sequence(depth)) return false;
    if (!take('|')) break;
    if (!insert(begin, {.kind = Step::Kind::kSplit, .next = begin + 1}) ||
        !add({.kind = Step::Kind::kJump})) {
      return false;
    }
    jumps.push_back(expression_.steps_.size() - 1);
    expression_.steps_[begin].other = expression_.steps_.size();
  }
  for (const std::size_t jump : jumps) expression_.steps_[jump].next = expression_.steps_.size();
  return true;
}

bool RegularExpressionParser::read_sequence(std::size_t depth) {
  while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
    const std::size_t atom = expression_.steps_.size();
    if (!read_atom(depth) || !read_repetition(atom)) return false;
  }
  return true;
}

bool RegularExpressionParser::read_atom(std::size_t depth) {
  if (take('^')) return add({.kind = Step::Kind::kBegin});
  if (take('$')) return add({.kind = Step::Kind::kEnd});
  if (take('.')) return add_set({.ranges = {{'\n', '\n'}, {'\r', '\r'}}, .is_negated = true});
  if (take('[')) return read_set();
  if (take("(?:") || (!rest_.starts_with("(?") && take('('))) {
    return read_alternatives(depth + 1) && take(')');
  }
  if (std::string_view("*+?{(").find(rest_.front()) != std::string_view::npos) return false;
  CharacterSet one;
  if (take('\\')) return read_escape(one) && add_set(std::move(one));
  const auto c = take_code_point();
  return c && add_set({.ranges = {{*c, *c}}});
}

bool RegularExpressionParser::read_set() {
  CharacterSet set{.is_negated = take('^')};
  do {
    if (!read_set_item(set)) return false;
  } while (!take(']'));
  return add_set(std::move(set));
}

bool RegularExpressionParser::read_set_item(CharacterSet& set) {
  CharacterSet first;
  if (!read_set_characters(first)) return false;
  const bool is_range = first.is_one() && rest_.size() >= 2 && rest_[0] == '-' && rest_[1] != ']';
  if (is_range) {
    take('-');
    CharacterSet last;
    if (!read_set_characters(last)) return false;
    const char32_t low = first.ranges.front().first;
    if (last.is_one()) {
      if (last.ranges.front().first < low) return false;
      first.ranges.front().second = last.ranges.front().first;
    } else {
      // Before a class the '-' stands for itself, as it does behind one.
      first.ranges.emplace_back('-', '-');
      first.add(last);
    }
  }
  set.add(first);
  return true;
}

// One character, or those that an escape stands for.
bool RegularExpressionParser::read_set_characters(CharacterSet& set) {
  if (rest_.starts_with('[')) return false;
  if (take('\\')) return read_escape(set);
  const auto c = take_code_point();
  if (c) set.ranges.emplace_back(*c, *c);
  return c.has_value();
}

bool RegularExpressionParser::read_escape(CharacterSet& set) {
  const auto c = take_code_point();
  if (!c) return false;
  auto& ranges = set.ranges;
  const auto add_all = [&](std::initializer_list<std::pair<char32_t, char32_t>> all) {
    ranges.insert(ranges.end(), all);
    return true;
  };
  switch (*c) {
    case 'd':
      return add_all({{'0', '9'}});
    case 'D':
      return add_all({{0, '0' - 1}, {'9' + 1, kLastCodePoint}});
    case 'w':
      return add_all({{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}});
    case 'W':
      return add_all({{0, '0' - 1},
                      {'9' + 1, 'A' - 1},
                      {'Z' + 1, '_' - 1},
                      {'_' + 1, 'a' - 1},
                      {'z' + 1, kLastCodePoint}});
    case 's':
      return add_all({{'\t', '\r'}, {' ', ' '}});
    case 'S':
      return add_all({{0, '\t' - 1}, {'\r' + 1, ' ' - 1}, {' ' + 1, kLastCodePoint}});
    case 't':
      return add_all({{'\t', '\t'}});
    case 'n':
      return add_all({{'\n', '\n'}});
    case 'r':
      return add_all({{'\r', '\r'}});
    case 'x': {
      const auto number = take_hex_byte();
      return number && add_all({{*number, *number}});
    }
    default:
      if (*c > 127 || kSpecial.find(static_cast<char>(*c)) == kSpecial.npos) return false;
      return add_all({{*c, *c}});
  }
}

// The two digits behind "\\x".
std::optional<char32_t> RegularExpressionParser::take_hex_byte() {
  unsigned number = 0;
  const std::string_view digits = rest_.substr(0, 2);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (digits.size() != 2 || read.ptr != digits.data() + 2) return std::nullopt;
  rest_.remove_prefix(2);
  return number;
}

std::optional<std::size_t> RegularExpressionParser::take_number() {
  std::size_t number = 0;
  const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
  if (read.ec != std::errc() || number > bounds_.steps_max) return std::nullopt;
  rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
  return number;
}

// Behind the '{'.
std::optional<RegularExpressionParser::Times> RegularExpressionParser::take_times() {
  const auto min = take_number();
  if (!min) return std::nullopt;
  Times times{.min = *min, .max = *min};
  if (take(',')) {
    times.max = std::nullopt;
    if (!rest_.starts_with('}')) {
      times.max = take_number();
      if (!times.max || *times.max < *min) return std::nullopt;
    }
  }
  if (!take('}')) return std::nullopt;
  return times;
}

bool RegularExpressionParser::read_repetition(std::size_t atom) {
  Times times;
  if (take('*')) {
    times = {.min = 0};
  } else if (take('+')) {
    times = {.min = 1};
  } else if (take('?')) {
    times = {.min = 0, .max = 1};
  } else if (take('{')) {
    const auto given = take_times();
    if (!given) return false;
    times = *given;
  } else {
    return true;
  }
  take('?');  // A lazy repetition matches the same values.
  return repeat(atom, times);
}

bool RegularExpressionParser::append_copy(const std::vector<Step>& steps, std::size_t from) {
  const std::size_t shift = expression_.steps_.size() - from;
  for (Step step : steps) {
    step.next += shift;
    step.other += shift;
    if (!add(step)) return false;
  }
  return true;
}

// The atom is the steps from `atom` on: as often as it must be, then either a loop or as often more
// as it may.
bool RegularExpressionParser::repeat(std::size_t atom, Times times) {
  auto& steps = expression_.steps_;
  const std::vector<Step> body(steps.begin() + static_cast<std::ptrdiff_t>(atom), steps.end());
  steps.resize(atom);
  for (std::size_t i = 0; i < times.min; ++i) {
    if (!append_copy(body, atom)) return false;
  }
  if (!times.max) {
    const std::size_t loop = steps.size();
    if (!add({.kind = Step::Kind::kSplit, .next = loop + 1}) || !append_copy(body, atom) ||
        !add({.kind = Step::Kind::kJump, .next = loop})) {
      return false;
    }
    steps[loop].other = steps.size();
    return true;
  }
  std::vector<std::size_t> splits;
  for (std::size_t i = times.min; i < *times.max; ++i) {
    splits.push_back(steps.size());
    if (!add({.kind = Step::Kind::kSplit, .next = steps.size() + 1}) || !append_copy(body, atom)) {
      return false;
    }
  }
  for (const std::size_t split : splits) steps[split].other = steps.size();
  return true;
}

}  // namespace emu::pattern
