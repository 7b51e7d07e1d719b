#include "rdsdata/engine/text_search.h"

#include <algorithm>

namespace emu::rdsdata {

namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::string_view first_character(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && continues_character(text[bytes])) ++bytes;
  return text.substr(0, bytes);
}

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && continues_character(text[begin])) --begin;
  return text.substr(begin);
}

}  // namespace

TextSearch::TextSearch(std::string_view wanted) : wanted_(wanted), borders_(wanted.size() + 1) {
  std::size_t border = 0;
  for (std::size_t i = 1; i < wanted_.size(); ++i) {
    while (border > 0 && wanted_[i] != wanted_[border]) border = borders_[border];
    if (wanted_[i] == wanted_[border]) ++border;
    borders_[i + 1] = border;
  }
}

std::size_t TextSearch::find(std::string_view text, std::size_t begin) const {
  std::size_t same = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    while (same > 0 && text[i] != wanted_[same]) same = borders_[same];
    if (text[i] == wanted_[same]) ++same;
    if (same == wanted_.size()) return i + 1 - same;
  }
  return text.npos;
}

std::string_view trim_characters(std::string_view text, std::string_view characters,
                                 TrimmedEnds ends) {
  std::vector<std::string_view> known;
  for (; !characters.empty(); characters.remove_prefix(known.back().size())) {
    known.push_back(first_character(characters));
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  const auto goes = [&](std::string_view character) {
    return std::binary_search(known.begin(), known.end(), character);
  };
  while (ends.begin && !text.empty() && goes(first_character(text))) {
    text.remove_prefix(first_character(text).size());
  }
  while (ends.end && !text.empty() && goes(last_character(text))) {
    text.remove_suffix(last_character(text).size());
  }
  return text;
}

}  // namespace emu::rdsdata
