#include "runtimes/package.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <array>
#include <memory>
#include <system_error>

#include "runtimes/limits.h"

namespace emu::runtimes {

namespace {

namespace fs = std::filesystem;

using Refusal = std::optional<std::string>;

constexpr std::string_view kNoZip =
    "Could not unzip uploaded file. Please check your file, then try to upload again.";
constexpr mode_t kFileMode = 0644;
constexpr mode_t kProgramMode = 0755;
constexpr std::size_t kPieceBytes = 65536;

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using OpenEntry = std::unique_ptr<zip_file_t, CloseEntry>;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string too_large() {
  return fmt::format("Unzipped size must be smaller than {} bytes", kUnzippedBytesMax);
}

// The archive reads from the bytes, which must stay.
Archive open_archive(std::string_view zip_file) {
  zip_source_t* source = zip_source_buffer_create(zip_file.data(), zip_file.size(), 0, nullptr);
  if (source == nullptr) return nullptr;
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) zip_source_free(source);
  return Archive(archive);
}

struct Entry {
  zip_uint64_t index = 0;
  std::string path = {};
  std::uint64_t bytes = 0;
  mode_t mode = 0;  // 0: made where files have none

  bool is_folder() const { return path.ends_with('/'); }
};

// A path of names, none of which means another folder.
bool stays_inside(std::string_view path) {
  if (path.empty() || path.size() > kPathBytesMax || path.front() == '/') return false;
  if (path.ends_with('/')) path.remove_suffix(1);
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

Refusal read_entry(zip_t& archive, zip_uint64_t index, Entry& entry) {
  zip_stat_t stat;
  if (zip_stat_index(&archive, index, ZIP_FL_ENC_RAW, &stat) != 0) return std::string(kNoZip);
  if ((stat.valid & ZIP_STAT_NAME) == 0 || (stat.valid & ZIP_STAT_SIZE) == 0) {
    return std::string(kNoZip);
  }
  entry.index = index;
  entry.path = stat.name;
  entry.bytes = stat.size;
  // "./index.js", as some programs write it, is the same file.
  while (entry.path.starts_with("./")) entry.path.erase(0, 2);
  if (entry.path.empty()) return std::nullopt;
  if (!stays_inside(entry.path)) {
    return fmt::format("The package holds the path '{}', which leads out of its folder.",
                       std::string_view(stat.name).substr(0, kPathBytesMax));
  }
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(&archive, index, 0, &system, &attributes) == 0 &&
      system == ZIP_OPSYS_UNIX) {
    entry.mode = static_cast<mode_t>(attributes >> 16);
  }
  const mode_t kind = entry.mode & S_IFMT;
  if (kind == S_IFLNK) {
    return fmt::format("The package holds the link '{}': links are not unpacked.", entry.path);
  }
  if (kind != 0 && kind != S_IFREG && kind != S_IFDIR) {
    return fmt::format("The package holds '{}', which is neither a file nor a folder.", entry.path);
  }
  return std::nullopt;
}

// Visits every entry that has a path, until one is refused.
template <class Visit>
Refusal each_entry(zip_t& archive, const Visit& visit) {
  const zip_int64_t count = zip_get_num_entries(&archive, 0);
  if (count < 0) return std::string(kNoZip);
  if (static_cast<std::uint64_t>(count) > kEntriesMax) {
    return fmt::format("The package holds more than {} files.", kEntriesMax);
  }
  std::uint64_t bytes = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    Entry entry;
    if (Refusal refusal = read_entry(archive, static_cast<zip_uint64_t>(i), entry)) return refusal;
    if (entry.bytes > kUnzippedBytesMax - bytes) return too_large();
    bytes += entry.bytes;
    if (entry.path.empty()) continue;
    if (Refusal refusal = visit(entry)) return refusal;
  }
  return std::nullopt;
}

bool write_all(int fd, const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t written = ::write(fd, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= static_cast<std::size_t>(written);
  }
  return true;
}

Refusal write_file(zip_t& archive, const Entry& entry, const fs::path& path) {
  const OpenEntry in(zip_fopen_index(&archive, entry.index, 0));
  if (in == nullptr) return std::string(kNoZip);
  const bool is_program = (entry.mode & S_IXUSR) != 0;
  const Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
                              is_program ? kProgramMode : kFileMode));
  if (out.get() < 0) {
    return fmt::format("'{}' could not be written: {}", entry.path,
                       std::generic_category().message(errno));
  }
  std::array<char, kPieceBytes> piece;
  std::uint64_t left = entry.bytes;
  while (true) {
    const zip_int64_t count = zip_fread(in.get(), piece.data(), piece.size());
    if (count < 0) return std::string(kNoZip);
    if (count == 0) break;
    if (static_cast<std::uint64_t>(count) > left) return too_large();
    left -= static_cast<std::uint64_t>(count);
    if (!write_all(out.get(), piece.data(), static_cast<std::size_t>(count))) {
      return fmt::format("'{}' could not be written: {}", entry.path,
                         std::generic_category().message(errno));
    }
  }
  return std::nullopt;
}

}  // namespace

Refusal refusal_of_zip(std::string_view zip_file) {
  const Archive archive = open_archive(zip_file);
  if (archive == nullptr) return std::string(kNoZip);
  return each_entry(*archive, [](const Entry&) { return Refusal(); });
}

Refusal unpack_zip(std::string_view zip_file, const fs::path& folder) {
  if (Refusal refusal = refusal_of_zip(zip_file)) return refusal;
  const Archive archive = open_archive(zip_file);
  std::error_code failed;
  fs::create_directories(folder, failed);
  return each_entry(*archive, [&](const Entry& entry) -> Refusal {
    const fs::path path = folder / entry.path;
    std::error_code error;
    fs::create_directories(entry.is_folder() ? path : path.parent_path(), error);
    if (error) return fmt::format("'{}' could not be made: {}", entry.path, error.message());
    if (entry.is_folder()) return std::nullopt;
    return write_file(*archive, entry, path);
  });
}

}  // namespace emu::runtimes
