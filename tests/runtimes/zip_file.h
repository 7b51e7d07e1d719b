// Zip files as tests need them: nothing is compressed, and what they claim may be wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/hash/crc.h"

namespace emu::test {

struct ZipEntry {
  std::string path;
  std::string content = {};
  std::uint32_t mode = 0100644;
  std::optional<std::uint32_t> claimed_bytes = {};
};

inline std::string little_endian(std::uint64_t number, int width) {
  std::string bytes;
  for (int i = 0; i < width; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
  return bytes;
}

// What a file's own head and its line in the directory have in common.
inline std::string zip_fields(const ZipEntry& entry) {
  const std::uint64_t size =
      entry.claimed_bytes.value_or(static_cast<std::uint32_t>(entry.content.size()));
  return little_endian(20, 2) + little_endian(0, 8) + little_endian(crc32(entry.content), 4) +
         little_endian(entry.content.size(), 4) + little_endian(size, 4) +
         little_endian(entry.path.size(), 2) + little_endian(0, 2);
}

inline std::string zip_of(const std::vector<ZipEntry>& entries) {
  std::string files;
  std::string directory;
  for (const ZipEntry& entry : entries) {
    directory += "PK\1\2" + little_endian(0x0314, 2) + zip_fields(entry) + little_endian(0, 6) +
                 little_endian(std::uint64_t{entry.mode} << 16, 4) +
                 little_endian(files.size(), 4) + entry.path;
    files += "PK\3\4" + zip_fields(entry) + entry.path + entry.content;
  }
  return files + directory + "PK\5\6" + little_endian(0, 4) + little_endian(entries.size(), 2) +
         little_endian(entries.size(), 2) + little_endian(directory.size(), 4) +
         little_endian(files.size(), 4) + little_endian(0, 2);
}

}  // namespace emu::test
