#include "sim/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/quantities.h"

namespace emu::sim {

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string TextTable::text(std::string_view indent) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - columns(row[i]), ' ');
      line += i == 0 ? row[i] + padding : "  " + padding + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

namespace {

constexpr std::array<std::string_view, 9> kBlocks = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> kAscii = {" ", ".", ".", ".", ":", ":", ":", "#", "#"};
constexpr std::int64_t kLevels = 8;  // of a character

// The least of 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten that is not less.
std::int64_t round_axis(std::int64_t most) {
  std::int64_t power = 1;
  while (power * 10 < most) power *= 10;
  for (const std::int64_t step : {1, 2, 3, 4, 5, 6, 8}) {
    if (step * power >= most) return step * power;
  }
  return 10 * power;
}

std::vector<std::int64_t> resampled(const std::vector<std::int64_t>& values, std::size_t count) {
  // Fewer values than columns: each is drawn several times.
  std::vector<std::int64_t> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * values.size() / count;
    const std::size_t end = std::max((i + 1) * values.size() / count, begin + 1);
    result[i] = *std::max_element(values.begin() + static_cast<std::ptrdiff_t>(begin),
                                  values.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return result;
}

// The labels spread evenly over the width, the first at its left and the last at its right end.
std::string spread(const std::vector<std::string>& labels, std::size_t width) {
  std::string line;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t size = columns(labels[i]);
    const std::size_t middle = labels.size() == 1 ? 0 : width * i / (labels.size() - 1);
    std::size_t at = middle > size / 2 ? middle - size / 2 : 0;
    at = std::min(at, width - std::min(width, size));
    if (at > line.size()) line.resize(at, ' ');
    line += labels[i];
  }
  return line;
}

}  // namespace

std::vector<std::string> draw_chart(const std::vector<std::int64_t>& values,
                                    const std::vector<std::string>& x_labels,
                                    const ChartOptions& options) {
  if (values.empty()) return {};
  const std::int64_t top =
      round_axis(std::max<std::int64_t>(1, *std::max_element(values.begin(), values.end())));
  const std::size_t label_width = std::max<std::size_t>(format_count(top).size(), 4);
  const std::size_t frame = label_width + 4;
  const std::size_t width = options.width > frame + 10 ? options.width - frame : 10;
  const auto bars = resampled(values, width);
  const auto& glyphs = options.utf8 ? kBlocks : kAscii;
  const auto height = static_cast<std::int64_t>(options.height);

  std::vector<std::string> lines;
  for (std::int64_t row = height - 1; row >= 0; --row) {
    std::string label;
    if (row == height - 1) label = format_count(top);
    if (row == height / 2 - 1 && top % 2 == 0) label = format_count(top / 2);
    std::string line = fmt::format(" {:>{}} {}", label, label_width, options.utf8 ? "│" : "|");
    std::string drawn;
    for (const std::int64_t value : bars) {
      // Something is shown of everything that is not nothing.
      const std::int64_t level = (value * height * kLevels + top - 1) / top - row * kLevels;
      drawn += glyphs[static_cast<std::size_t>(std::clamp<std::int64_t>(level, 0, kLevels))];
    }
    drawn.erase(drawn.find_last_not_of(' ') + 1);
    lines.push_back(line + drawn);
  }
  std::string axis = fmt::format(" {:>{}} {}", "0", label_width, options.utf8 ? "└" : "+");
  for (std::size_t i = 0; i < width; ++i) axis += options.utf8 ? "─" : "-";
  lines.push_back(std::move(axis));
  lines.push_back(std::string(label_width + 3, ' ') + spread(x_labels, width));
  return lines;
}

}  // namespace emu::sim
