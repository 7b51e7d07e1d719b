// Tables and charts of plain text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emu::sim {

// Rows whose cells stand below each other: the first column to the left, the others to the right.
class TextTable {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  // Each row as a line that begins with the indent, without spaces at its end.
  std::string text(std::string_view indent) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

struct ChartOptions {
  std::size_t width = 80;  // of the whole chart with its labels
  std::size_t height = 6;  // rows of the chart alone
  bool utf8 = true;
};

// A bar for each value, or for the largest of neighbours when there are more than columns. The
// lines have the amounts to their left and `left`, `right` and what is between them below.
std::vector<std::string> draw_chart(const std::vector<std::int64_t>& values,
                                    const std::vector<std::string>& x_labels,
                                    const ChartOptions& options);

// How many characters a text in UTF-8 has.
std::size_t columns(std::string_view text);

}  // namespace emu::sim
