// Whether a folder has been edited: its files' names, sizes and times as one number, never their
// contents. Of a folder with very many files, the first ones that a walk by levels meets.
#pragma once

#include <cstdint>
#include <filesystem>

namespace emu::runtimes {

std::uint64_t stamp_of(const std::filesystem::path& folder);

}  // namespace emu::runtimes
