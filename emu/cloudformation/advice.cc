#include "cloudformation/advice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

// Longer words are not compared: the table grows with both.
constexpr std::size_t kWordMax = 80;

// How many letters have to change, whatever their case.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (to_lower(a[i - 1]) == to_lower(b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view most_alike(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > kWordMax) return {};
  std::string_view best;
  std::size_t least = word.size() / 3 + 1;
  for (const std::string_view each : known) {
    if (each.size() > kWordMax) continue;
    const std::size_t letters = distance(word, each);
    if (letters > least || (letters == least && !best.empty())) continue;
    best = each;
    least = letters;
  }
  return best;
}

std::string advice_for(std::string_view word, std::span<const std::string_view> known) {
  if (known.empty()) return {};
  const std::string_view alike = most_alike(word, known);
  if (!alike.empty()) return fmt::format("did you mean {}?", alike);
  constexpr std::size_t kShown = 20;
  const auto shown = known.first(std::min(known.size(), kShown));
  return fmt::format("it can be {}{}", fmt::join(shown, ", "),
                     shown.size() < known.size() ? ", …" : "");
}

}  // namespace emu::cloudformation
