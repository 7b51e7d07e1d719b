// Members and rules that several operations share.
#pragma once

#include <emu/describe.h>
#include <emu/sts.h>

#include <limits>
#include <string_view>

namespace emu::sts {

// Patterns of the API reference, and whether a text keeps to them.
namespace pattern {
inline constexpr std::string_view kName = R"([\w+=,.@-]*)";
inline constexpr std::string_view kDocument = R"([\u0009\u000A\u000D\u0020-\u00FF]+)";
inline constexpr std::string_view kExternalId = R"([\w+=,.@:\/-]*)";
inline constexpr std::string_view kSerialNumber = R"([\w+=/:,.@-]*)";
inline constexpr std::string_view kDigits = R"([\d]*)";
inline constexpr std::string_view kWord = R"([\w]*)";
inline constexpr std::string_view kTagKey = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)";
inline constexpr std::string_view kTagValue = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

bool name(std::string_view text);
bool document(std::string_view text);
bool external_id(std::string_view text);
bool serial_number(std::string_view text);
bool digits(std::string_view text);
bool word(std::string_view text);
bool tag_key(std::string_view text);
bool tag_value(std::string_view text);
}  // namespace pattern

}  // namespace emu::sts
