// How JSON is read into shapes, and what is said of JSON that does not fit.
#pragma once

#include <string>
#include <string_view>

#include "core/json/json_time.h"
#include "core/json/json_view.h"

namespace emu {

struct JsonReading {
  JsonTime time = JsonTime::kEpochSeconds;
  // Refusals are worded as by the first version of AWS's framework, which names classes of Java;
  // those of the service are in this package. Empty: today's words.
  std::string_view java_package = {};
};

// The words of the framework's first version. Sources: as recorded from AWS.
namespace first_words {

// Of what holds other values: "Unexpected value type in payload" inside a list or map.
enum class Place { kMember, kEntry };

// A text, number or truth value; "String", "Long", "Boolean" and the like.
std::string not_scalar(const JsonView& json, std::string_view java_type);
std::string not_blob(const JsonView& json);
std::string not_list(const JsonView& json);
// `element` is the class of the map's values with its package.
std::string not_map(const JsonView& json, std::string_view element);
// `name` is that of the class with its package.
std::string not_structure(const JsonView& json, std::string_view name, Place place);
// Of text that is not Base64.
std::string not_base64(std::string_view text);

}  // namespace first_words

// "NUMBER_VALUE", as both versions name what they found.
std::string_view json_token_name(const JsonView& json);

}  // namespace emu
