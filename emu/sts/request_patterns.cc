// The patterns of names and documents in requests to STS.

#include <algorithm>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/character_sets.h"
#include "sts/shapes/describe.h"

namespace emu::sts::pattern {

bool name(std::string_view text) { return all_words_or(text, "+=,.@-"); }
bool document(std::string_view text) { return is_document_text(text); }
bool external_id(std::string_view text) { return all_words_or(text, "+=,.@:/-"); }
bool serial_number(std::string_view text) { return all_words_or(text, "+=/:,.@-"); }
bool digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }
bool word(std::string_view text) { return all_words_or(text, ""); }
bool tag_key(std::string_view text) { return !text.empty() && is_tag_text(text); }
bool tag_value(std::string_view text) { return is_tag_text(text); }

}  // namespace emu::sts::pattern
