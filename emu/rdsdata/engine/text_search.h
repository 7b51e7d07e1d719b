// Searching and trimming texts in the time that it takes to read them, which SQLite's own functions
// do not: their time is the product of both lengths.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace emu::rdsdata {

// Where a text stands in others. Knuth, Morris and Pratt's way.
class TextSearch {
 public:
  // The text must not be empty, and must outlive this.
  explicit TextSearch(std::string_view wanted);

  // The first place from `begin` on; npos when there is none.
  std::size_t find(std::string_view text, std::size_t begin) const;

 private:
  std::string_view wanted_;
  // For each beginning of the text, how much of its end is a beginning, too.
  std::vector<std::size_t> borders_;
};

struct TrimmedEnds {
  bool begin = true;
  bool end = true;
};

// Without the characters at its ends that are among these.
std::string_view trim_characters(std::string_view text, std::string_view characters,
                                 TrimmedEnds ends);

}  // namespace emu::rdsdata
