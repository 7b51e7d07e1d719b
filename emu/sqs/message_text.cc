#include "sqs/message_text.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>

#include "core/text/utf8.h"
#include "sqs/errors.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// The character at `position`, which moves behind it; a byte that belongs to none by itself.
std::string_view next_character(std::string_view text, std::size_t& position) {
  const std::size_t start = position;
  if (!decode_code_point(text, position)) position = start + 1;
  return text.substr(start, position - start);
}

std::string number_of(std::string_view character) {
  std::size_t position = 0;
  const std::optional<char32_t> code = decode_code_point(character, position);
  return fmt::format("#x{:X}", code ? static_cast<std::uint32_t>(*code)
                                    : static_cast<std::uint8_t>(character.front()));
}

Error invalid_message_contents(std::string_view character) {
  return error(errors::kInvalidMessageContents,
               fmt::format("Invalid binary character '{}' was found in the message body, the set "
                           "of allowed characters is #x9 | #xA | #xD | [#x20-#xD7FF] | "
                           "[#xE000-#xFFFD] | [#x10000-#x10FFFF].",
                           character));
}

}  // namespace

std::optional<std::string> forbidden_character(std::string_view text) {
  if (is_xml_text(text)) return std::nullopt;
  std::size_t position = 0;
  while (position < text.size()) {
    const std::string_view character = next_character(text, position);
    if (!is_xml_text(character)) return number_of(character);
  }
  return std::nullopt;
}

// Checks: Amazon SQS API Reference, "SendMessage".
Status check_body(std::string_view body) {
  if (is_xml_text(body)) return {};
  std::size_t position = 0;
  while (position < body.size()) {
    if (is_xml_text(next_character(body, position))) return {};
  }
  return invalid_message_contents(*forbidden_character(body));
}

std::string permitted_text(std::string_view body) {
  if (is_xml_text(body)) return std::string(body);
  std::string text;
  text.reserve(body.size());
  std::size_t position = 0;
  while (position < body.size()) {
    const std::string_view character = next_character(body, position);
    text += is_xml_text(character) ? character : kReplacement;
  }
  return text;
}

}  // namespace emu::sqs
