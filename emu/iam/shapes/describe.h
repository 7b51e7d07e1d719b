// Members and rules that several operations share.
#pragma once

#include <emu/describe.h>
#include <emu/iam/types.h>

#include <limits>
#include <string_view>

namespace emu::iam {

// Patterns of the API reference, and whether a text keeps to them.
namespace pattern {
inline constexpr std::string_view kName = R"([\w+=,.@-]+)";
inline constexpr std::string_view kPath = R"((\u002F)|(\u002F[\u0021-\u007F]+\u002F))";
inline constexpr std::string_view kPathPrefix = R"(\u002F[\u0021-\u007F]*)";
inline constexpr std::string_view kPolicyPath = R"(((/[A-Za-z0-9\.,\+@=_-]+)*)/)";
inline constexpr std::string_view kMarker = R"([\u0020-\u00FF]+)";
inline constexpr std::string_view kDocument = R"([\u0009\u000A\u000D\u0020-\u00FF]+)";
inline constexpr std::string_view kDescription =
    R"([\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*)";
inline constexpr std::string_view kVersionId = R"(v[1-9][0-9]*(\.[A-Za-z0-9-]*)?)";
inline constexpr std::string_view kWord = R"([\w]+)";
inline constexpr std::string_view kTagKey = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)";
inline constexpr std::string_view kTagValue = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

bool name(std::string_view text);
bool path(std::string_view text);
bool path_prefix(std::string_view text);
bool policy_path(std::string_view text);
bool marker(std::string_view text);
bool document(std::string_view text);
bool description(std::string_view text);
bool version_id(std::string_view text);
bool word(std::string_view text);
bool tag_key(std::string_view text);
bool tag_value(std::string_view text);
}  // namespace pattern

}  // namespace emu::iam
