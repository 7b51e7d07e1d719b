#include "sim/placeholders.h"

#include <fmt/format.h>

#include <utility>

namespace emu::sim {

namespace {

constexpr std::string_view kNumber = "${number}";

Error unknown_name(std::string_view name, const Outputs& outputs) {
  std::string known;
  for (const auto& [output, value] : outputs) {
    known += (known.empty() ? "${" : ", ${") + output + "}";
  }
  return {.code = "InvalidScenario",
          .message = fmt::format("there is no {}; the deployment gives {}", name,
                                 known.empty() ? "nothing" : known)};
}

}  // namespace

Result<std::string> put_in_outputs(std::string_view text, const Outputs& outputs) {
  std::string result;
  while (true) {
    const std::size_t begin = text.find("${");
    const std::size_t end = begin == text.npos ? text.npos : text.find('}', begin);
    if (end == text.npos) return result + std::string(text);
    const std::string_view placeholder = text.substr(begin, end + 1 - begin);
    result += text.substr(0, begin);
    text.remove_prefix(end + 1);
    if (placeholder == kNumber) {
      result += placeholder;
      continue;
    }
    const auto output = outputs.find(std::string(placeholder.substr(2, placeholder.size() - 3)));
    if (output == outputs.end()) return unknown_name(placeholder, outputs);
    result += output->second;
  }
}

NumberedText::NumberedText(std::string_view text) {
  for (std::size_t at = text.find(kNumber); at != text.npos; at = text.find(kNumber)) {
    pieces_.emplace_back(text.substr(0, at));
    text.remove_prefix(at + kNumber.size());
  }
  pieces_.emplace_back(text);
}

std::string NumberedText::with(std::uint64_t number) const {
  std::string text = pieces_.front();
  for (std::size_t i = 1; i < pieces_.size(); ++i) text += std::to_string(number) + pieces_[i];
  return text;
}

}  // namespace emu::sim
