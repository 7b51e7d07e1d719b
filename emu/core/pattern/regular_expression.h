// Regular expressions that clients give, matched in bounded time: it grows with text and expression
// only, nothing is tried twice.
//
//   const auto expression = RegularExpression::parse("^\\d{1,5}$", {.steps_max = 1000});
//   expression->matches("8080")        // all of the text
//   expression->occurs_in("no 8080")   // some part of it
//
// It knows what AWS's examples and most programs use: characters and their escapes, \xhh, sets,
// . \d \w \s and their opposites, groups with and without a number, |, * + ? {m,n} also as lazy
// ones, ^ and $. Look-arounds, back references and flags are refused. What else a service refuses
// is its own.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace emu::pattern {

struct ExpressionBounds {
  // How long the program may be that the expression becomes: each character of a text takes at most
  // so many steps.
  std::size_t steps_max = 10'000;
  std::size_t depth_max = 50;  // of groups
};

class RegularExpression {
 public:
  // Nothing when it cannot be read, or is beyond the bounds.
  static std::optional<RegularExpression> parse(std::string_view text,
                                                const ExpressionBounds& bounds = {});

  // How many steps the program has, which each character of a text may take.
  std::size_t steps() const { return steps_.size(); }

  // Of valid UTF-8: nothing matches what is none.
  bool matches(std::string_view text) const;
  bool occurs_in(std::string_view text) const;

 private:
  friend class RegularExpressionParser;

  struct CharacterSet {
    std::vector<std::pair<char32_t, char32_t>> ranges = {};
    bool is_negated = false;
    std::bitset<128> ascii = {};  // what has() answers for most texts

    bool is_one() const { return ranges.size() == 1 && ranges[0].first == ranges[0].second; }
    void add(const CharacterSet& other) {
      ranges.insert(ranges.end(), other.ranges.begin(), other.ranges.end());
    }
    // Puts the ranges in order and joins those that meet; has() needs them so.
    void tidy();
    bool has(char32_t c) const { return c < ascii.size() ? ascii[c] : has_in_ranges(c); }
    bool has_in_ranges(char32_t c) const;
  };
  // A step of the program that the expression becomes.
  struct Step {
    enum class Kind { kCharacter, kSplit, kJump, kBegin, kEnd, kDone };
    Kind kind = Kind::kDone;
    std::size_t set = 0;   // kCharacter
    std::size_t next = 0;  // kJump; kSplit, as the first of two
    std::size_t other = 0;
  };
  struct Threads;
  void follow(Threads& threads, std::size_t step, bool is_begin, bool is_end) const;
  void find_beginnings();
  bool run(std::string_view text, bool is_search) const;

  std::vector<CharacterSet> sets_;
  std::vector<Step> steps_;
  std::bitset<128> beginnings_ = {};  // ASCII with which a match can begin inside of a text
};

}  // namespace emu::pattern
