#include "core/text/stored_zip.h"

#include <utility>

#include "core/hash/crc.h"

namespace emu {

namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kDirectoryHeader = 0x02014b50;
constexpr std::uint32_t kDirectoryEnd = 0x06054b50;
constexpr std::uint32_t kVersionNeeded = 20;
constexpr std::uint32_t kMadeByUnix = (3U << 8U) | kVersionNeeded;
constexpr std::uint32_t kNamesAreUtf8 = 1U << 11U;
// 1980-01-01 00:00, the format's first moment.
constexpr std::uint32_t kTimeAndDate = 0x00210000;
constexpr std::uint32_t kFileMode = 0100644U << 16U;
constexpr std::uint32_t kProgramMode = 0100755U << 16U;

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xffU);
}

}  // namespace

void StoredZip::add(std::string_view name, std::string_view content, bool is_executable) {
  const auto offset = static_cast<std::uint32_t>(bytes_.size());
  const auto size = static_cast<std::uint32_t>(content.size());
  std::string common;  // of both headers
  put(common, kVersionNeeded, 2);
  put(common, kNamesAreUtf8, 2);
  put(common, 0, 2);  // stored
  put(common, kTimeAndDate, 4);
  put(common, crc32(content), 4);
  put(common, size, 4);
  put(common, size, 4);
  put(common, static_cast<std::uint32_t>(name.size()), 2);
  put(common, 0, 2);  // no extra field

  put(bytes_, kLocalHeader, 4);
  bytes_.append(common).append(name).append(content);

  put(directory_, kDirectoryHeader, 4);
  put(directory_, kMadeByUnix, 2);
  directory_.append(common);
  put(directory_, 0, 2);  // no comment
  put(directory_, 0, 2);  // on the first disk
  put(directory_, 0, 2);
  put(directory_, is_executable ? kProgramMode : kFileMode, 4);
  put(directory_, offset, 4);
  directory_.append(name);
  ++entries_;
}

std::string StoredZip::finish() {
  const auto begin = static_cast<std::uint32_t>(bytes_.size());
  std::string out = std::move(bytes_);
  out.append(directory_);
  put(out, kDirectoryEnd, 4);
  put(out, 0, 4);  // one disk
  put(out, static_cast<std::uint32_t>(entries_), 2);
  put(out, static_cast<std::uint32_t>(entries_), 2);
  put(out, static_cast<std::uint32_t>(directory_.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  *this = StoredZip();
  return out;
}

}  // namespace emu
