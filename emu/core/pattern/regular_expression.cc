#include "core/pattern/regular_expression.h"

#include <algorithm>

#include "core/pattern/regular_expression_parser.h"
#include "core/text/utf8.h"

namespace emu::pattern {

// The steps that are reached at one place of the text, each once.
struct RegularExpression::Threads {
  explicit Threads(std::size_t count) : reached_at(count, 0), waiting(count) {}

  bool has_reached(std::size_t step) const { return reached_at[step] == place; }
  bool reach(std::size_t step) {
    if (has_reached(step)) return false;
    reached_at[step] = place;
    return true;
  }
  void wait(std::size_t step) { waiting[waiting_count++] = static_cast<std::uint32_t>(step); }
  void clear() {
    ++place;
    waiting_count = 0;
  }

  std::uint64_t place = 1;
  std::vector<std::uint64_t> reached_at;
  std::vector<std::uint32_t> waiting;  // steps that take a character; the first of them count
  std::size_t waiting_count = 0;
  std::vector<std::size_t> open = {};  // of follow(), which needs it often
};

std::optional<RegularExpression> RegularExpression::parse(std::string_view text,
                                                          const ExpressionBounds& bounds) {
  return RegularExpressionParser(text, bounds).parse();
}

void RegularExpression::CharacterSet::tidy() {
  std::sort(ranges.begin(), ranges.end());
  std::size_t count = 0;
  for (const auto& range : ranges) {
    if (count > 0 && range.first <= ranges[count - 1].second + 1) {
      ranges[count - 1].second = std::max(ranges[count - 1].second, range.second);
    } else {
      ranges[count++] = range;
    }
  }
  ranges.resize(count);
  for (char32_t c = 0; c < ascii.size(); ++c) ascii[c] = has_in_ranges(c);
}

bool RegularExpression::CharacterSet::has_in_ranges(char32_t c) const {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), c,
                       [](char32_t x, const auto& range) { return x < range.first; });
  const bool is_in = after != ranges.begin() && c <= (after - 1)->second;
  return is_in != is_negated;
}

// Whatever can be reached without a character. In most programs that is one step, which takes one.
void RegularExpression::follow(Threads& threads, std::size_t step, bool is_begin,
                               bool is_end) const {
  if (steps_[step].kind == Step::Kind::kCharacter) {
    if (threads.reach(step)) threads.wait(step);
    return;
  }
  std::vector<std::size_t>& open = threads.open;
  open.push_back(step);
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (!threads.reach(at)) continue;
    const Step& reached = steps_[at];
    switch (reached.kind) {
      case Step::Kind::kCharacter:
        threads.wait(at);
        break;
      case Step::Kind::kSplit:
        open.push_back(reached.other);
        open.push_back(reached.next);
        break;
      case Step::Kind::kJump:
        open.push_back(reached.next);
        break;
      case Step::Kind::kBegin:
        if (is_begin) open.push_back(at + 1);
        break;
      case Step::Kind::kEnd:
        if (is_end) open.push_back(at + 1);
        break;
      case Step::Kind::kDone:
        break;
    }
  }
}

bool RegularExpression::matches(std::string_view text) const { return run(text, false); }

bool RegularExpression::occurs_in(std::string_view text) const {
  return is_valid_utf8(text) && run(text, true);
}

void RegularExpression::find_beginnings() {
  Threads first(steps_.size());
  follow(first, 0, false, false);
  for (std::size_t i = 0; i < first.waiting_count; ++i) {
    beginnings_ |= sets_[steps_[first.waiting[i]].set].ascii;
  }
}

// A search begins anew at every character, and is over as soon as the last step is reached. While
// nothing has begun, it passes over characters with which nothing does.
bool RegularExpression::run(std::string_view text, bool is_search) const {
  const std::size_t done = steps_.size() - 1;
  Threads now(steps_.size());
  Threads next(steps_.size());
  follow(now, 0, true, text.empty());
  bool has_begun = true;
  for (std::size_t at = 0; at < text.size();) {
    if (is_search && now.has_reached(done)) return true;
    if (!has_begun) {
      const auto is_passed = [this](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < beginnings_.size() && !beginnings_[byte];
      };
      while (at + 1 < text.size() && is_passed(text[at])) ++at;
    }
    const auto c = decode_code_point(text, at);
    if (!c) return false;
    const bool is_end = at == text.size();
    for (std::size_t i = 0; i < now.waiting_count; ++i) {
      const std::size_t step = now.waiting[i];
      if (sets_[steps_[step].set].has(*c)) follow(next, step + 1, false, is_end);
    }
    has_begun = !is_search || next.waiting_count > 0 || next.has_reached(done);
    if (is_search) follow(next, 0, false, is_end);
    now.clear();
    std::swap(now, next);
    if (!is_search && now.waiting_count == 0 && !now.has_reached(done)) return false;
  }
  return now.has_reached(done);
}

}  // namespace emu::pattern
