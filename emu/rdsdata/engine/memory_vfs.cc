#include "rdsdata/engine/memory_vfs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "core/base/assert.h"
#include "core/gate/world.h"
#include "rdsdata/engine/work.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

// An open file, in the memory that SQLite gives for it.
struct OpenFile {
  sqlite3_file base;
  MemoryFile* file;
  int level;
};

OpenFile& open_file(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

int vfs_unlock(sqlite3_file* file, int level) {
  OpenFile& open = open_file(file);
  if (open.level >= SQLITE_LOCK_EXCLUSIVE && level < SQLITE_LOCK_EXCLUSIVE) {
    open.file->is_exclusive = false;
  }
  if (open.level >= SQLITE_LOCK_RESERVED && level < SQLITE_LOCK_RESERVED) {
    open.file->is_reserved = false;
  }
  if (open.level >= SQLITE_LOCK_SHARED && level < SQLITE_LOCK_SHARED) --open.file->shared;
  open.level = std::min(open.level, level);
  return SQLITE_OK;
}

int vfs_close(sqlite3_file* file) { return vfs_unlock(file, SQLITE_LOCK_NONE); }

// What is beyond the end reads as zeros.
int vfs_read(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
  if (open_file(file).file->read(static_cast<char*>(out), count, offset)) return SQLITE_OK;
  return SQLITE_IOERR_SHORT_READ;
}

int vfs_write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  const bool fits = open_file(file).file->write(static_cast<const char*>(bytes), count, offset);
  return fits ? SQLITE_OK : SQLITE_FULL;
}

int vfs_truncate(sqlite3_file* file, sqlite3_int64 size) {
  open_file(file).file->truncate(size);
  return SQLITE_OK;
}

int vfs_sync(sqlite3_file*, int) { return SQLITE_OK; }

int vfs_file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = open_file(file).file->size();
  return SQLITE_OK;
}

int vfs_lock(sqlite3_file* file, int level) {
  OpenFile& open = open_file(file);
  MemoryFile& held = *open.file;
  if (open.level >= level) return SQLITE_OK;
  if (level == SQLITE_LOCK_SHARED) {
    if (held.is_exclusive) return SQLITE_BUSY;
    ++held.shared;
  } else {
    if (open.level < SQLITE_LOCK_RESERVED) {
      if (held.is_reserved) return SQLITE_BUSY;
      held.is_reserved = true;
      open.level = SQLITE_LOCK_RESERVED;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE) {
      if (held.shared > 1) return SQLITE_BUSY;
      held.is_exclusive = true;
    }
  }
  open.level = level;
  return SQLITE_OK;
}

int vfs_check_reserved(sqlite3_file* file, int* is_reserved) {
  *is_reserved = open_file(file).file->is_reserved ? 1 : 0;
  return SQLITE_OK;
}

int vfs_file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int vfs_sector_size(sqlite3_file*) { return 4096; }
int vfs_characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_ATOMIC | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

const sqlite3_io_methods kMethods = {.iVersion = 1,
                                     .xClose = &vfs_close,
                                     .xRead = &vfs_read,
                                     .xWrite = &vfs_write,
                                     .xTruncate = &vfs_truncate,
                                     .xSync = &vfs_sync,
                                     .xFileSize = &vfs_file_size,
                                     .xLock = &vfs_lock,
                                     .xUnlock = &vfs_unlock,
                                     .xCheckReservedLock = &vfs_check_reserved,
                                     .xFileControl = &vfs_file_control,
                                     .xSectorSize = &vfs_sector_size,
                                     .xDeviceCharacteristics = &vfs_characteristics,
                                     .xShmMap = nullptr,
                                     .xShmLock = nullptr,
                                     .xShmBarrier = nullptr,
                                     .xShmUnmap = nullptr,
                                     .xFetch = nullptr,
                                     .xUnfetch = nullptr};

MemoryVfs& files_of(sqlite3_vfs* vfs) { return *static_cast<MemoryVfs*>(vfs->pAppData); }

// Only the databases themselves: journals and temporary files are kept in SQLite's own memory.
int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  MemoryFile* found = name == nullptr ? nullptr : files_of(vfs).find(name);
  if (found == nullptr || (flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
  OpenFile& open = open_file(file);
  open.file = found;
  open.level = SQLITE_LOCK_NONE;
  open.base.pMethods = &kMethods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs*, const char*, int) { return SQLITE_OK; }

int vfs_access(sqlite3_vfs* vfs, const char* name, int, int* exists) {
  *exists = files_of(vfs).find(name) != nullptr ? 1 : 0;
  return SQLITE_OK;
}

int vfs_full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  return std::snprintf(out, static_cast<std::size_t>(size), "%s", name) < size ? SQLITE_OK
                                                                               : SQLITE_CANTOPEN;
}

// Asked once for the whole process, so that it must not depend on a world. Functions that give
// random values have the world's.
int vfs_randomness(sqlite3_vfs*, int count, char* out) {
  std::memset(out, 0x5a, static_cast<std::size_t>(count));
  return count;
}

int vfs_sleep(sqlite3_vfs*, int) { return 0; }

// Milliseconds of the Julian calendar.
int vfs_time(sqlite3_vfs* vfs, sqlite3_int64* out) {
  constexpr sqlite3_int64 kEpoch = 210'866'760'000'000;
  *out = kEpoch + epoch_millis(files_of(vfs).world().now());
  return SQLITE_OK;
}

int vfs_time_in_days(sqlite3_vfs* vfs, double* out) {
  sqlite3_int64 millis = 0;
  vfs_time(vfs, &millis);
  *out = static_cast<double>(millis) / 86'400'000.0;
  return SQLITE_OK;
}

int vfs_last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

bool StorageRoom::has(std::int64_t bytes) const { return used + bytes <= kAccountBytesMax; }

MemoryFile::MemoryFile(std::shared_ptr<StorageRoom> room) : room_(std::move(room)) {
  room_->used += kDatabaseCost;
}

MemoryFile::~MemoryFile() {
  room_->used -= kDatabaseCost + static_cast<std::int64_t>(blocks_.size()) * kBlock;
}

bool MemoryFile::read(char* out, std::int64_t count, std::int64_t offset) const {
  const std::int64_t there = std::clamp<std::int64_t>(size_ - offset, 0, count);
  for (std::int64_t done = 0; done < there;) {
    const std::int64_t at = offset + done;
    const std::int64_t part = std::min(there - done, kBlock - at % kBlock);
    std::memcpy(out + done, blocks_[static_cast<std::size_t>(at / kBlock)]->data() + at % kBlock,
                static_cast<std::size_t>(part));
    done += part;
  }
  std::memset(out + there, 0, static_cast<std::size_t>(count - there));
  return there == count;
}

bool MemoryFile::write(const char* bytes, std::int64_t count, std::int64_t offset) {
  const std::int64_t end = offset + count;
  if (end > kDatabaseBytesMax) return false;
  while (static_cast<std::int64_t>(blocks_.size()) * kBlock < end) {
    if (!room_->has(kBlock)) return false;
    room_->used += kBlock;
    blocks_.push_back(std::make_unique<Block>());
  }
  for (std::int64_t done = 0; done < count;) {
    const std::int64_t at = offset + done;
    const std::int64_t part = std::min(count - done, kBlock - at % kBlock);
    std::memcpy(blocks_[static_cast<std::size_t>(at / kBlock)]->data() + at % kBlock, bytes + done,
                static_cast<std::size_t>(part));
    done += part;
  }
  size_ = std::max(size_, end);
  return true;
}

void MemoryFile::truncate(std::int64_t size) {
  size_ = std::min(size_, size);
  const auto blocks = static_cast<std::size_t>((size_ + kBlock - 1) / kBlock);
  room_->used -= static_cast<std::int64_t>(blocks_.size() - blocks) * kBlock;
  blocks_.resize(blocks);
}

MemoryVfs::MemoryVfs(World& world)
    : world_(world), name_(fmt::format("emu-{}", static_cast<const void*>(this))) {
  make_memory_countable();
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(OpenFile);
  vfs_.mxPathname = 512;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = &vfs_open;
  vfs_.xDelete = &vfs_delete;
  vfs_.xAccess = &vfs_access;
  vfs_.xFullPathname = &vfs_full_path;
  vfs_.xRandomness = &vfs_randomness;
  vfs_.xSleep = &vfs_sleep;
  vfs_.xCurrentTime = &vfs_time_in_days;
  vfs_.xGetLastError = &vfs_last_error;
  vfs_.xCurrentTimeInt64 = &vfs_time;
  const int registered = sqlite3_vfs_register(&vfs_, 0);
  EMU_ASSERT(registered == SQLITE_OK, "SQLite takes any file system");
}

MemoryVfs::~MemoryVfs() { sqlite3_vfs_unregister(&vfs_); }

MemoryFile& MemoryVfs::add(const std::string& name, std::shared_ptr<StorageRoom> room) {
  const auto [file, is_new] = files_.try_emplace(name, std::move(room));
  EMU_ASSERT(is_new, "each database has a file of its own");
  return file->second;
}

MemoryFile* MemoryVfs::find(std::string_view name) {
  const auto file = files_.find(name);
  return file == files_.end() ? nullptr : &file->second;
}

}  // namespace emu::rdsdata
