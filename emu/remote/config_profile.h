// The files in which AWS's tools keep profiles.
// Source: AWS SDKs and Tools Reference Guide, "Using shared config and credentials files".
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace emu::remote {

// The settings of one profile, by name in lower case.
using Settings = std::map<std::string, std::string, std::less<>>;

// In the credentials file a section is named as its profile; in the config file all but "default"
// have the word "profile" before it.
enum class ProfileFile { kCredentials, kConfig };

// Adds what the file's text says of the profile; what is known already stays. False when it does
// not mention the profile. Nested settings and lines that are no settings are passed over.
bool read_profile(std::string_view text, ProfileFile kind, std::string_view profile,
                  Settings& settings);

}  // namespace emu::remote
