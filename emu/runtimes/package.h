// Deployment packages on disk: a zip file becomes a folder.
//
// Nothing leaves the folder: a path that is absolute or leads upwards, a link, a device, and more
// than a package may hold are refused before anything is written, and what is written is counted,
// whatever the directory of the zip file says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace emu::runtimes {

// Why it cannot be unpacked; nothing when it can, as far as its directory tells.
std::optional<std::string> refusal_of_zip(std::string_view zip_file);

// Into a folder that does not exist yet. The text says why not; what was written by then is left.
std::optional<std::string> unpack_zip(std::string_view zip_file,
                                      const std::filesystem::path& folder);

}  // namespace emu::runtimes
