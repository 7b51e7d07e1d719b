// The characters that messages may have.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu::sqs {

// The first character that no message may have, as "#x7"; nothing when there is none.
std::optional<std::string> forbidden_character(std::string_view text);

// Success when at least one character of a body is permitted.
Status check_body(std::string_view body);

// The body as it is stored: U+FFFD stands for each character that is not permitted.
std::string permitted_text(std::string_view body);

}  // namespace emu::sqs
