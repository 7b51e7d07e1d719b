// The file system of the databases: memory, and nothing else.
//
// SQLite reaches its files, the time and its randomness through a VFS. With this one there is no
// file that a statement could reach, each database has a bound, the time is the world's, and the
// locks let others read what is committed while one connection writes.
//
//   MemoryVfs files(world);
//   MemoryFile& file = files.add("shop", room);
//   sqlite3_open_v2("shop", &db, flags, files.name());
#pragma once

#include <emu/time.h>
#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace emu {
class World;
}

namespace emu::rdsdata {

// What the files of an account take together.
struct StorageRoom {
  std::int64_t used = 0;
  bool has(std::int64_t bytes) const;
};

class MemoryFile {
 public:
  explicit MemoryFile(std::shared_ptr<StorageRoom> room);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::int64_t size() const { return size_; }
  // False: there is not so much.
  bool read(char* out, std::int64_t count, std::int64_t offset) const;
  // False: it would be larger than a database may be, or those of the account together.
  bool write(const char* bytes, std::int64_t count, std::int64_t offset);
  void truncate(std::int64_t size);

  // Of SQLite's levels; what is held is counted by the connections.
  int shared = 0;
  bool is_reserved = false;
  bool is_exclusive = false;

 private:
  static constexpr std::int64_t kBlock = 65536;
  using Block = std::array<char, kBlock>;

  std::shared_ptr<StorageRoom> room_;
  std::vector<std::unique_ptr<Block>> blocks_;
  std::int64_t size_ = 0;
};

class MemoryVfs {
 public:
  explicit MemoryVfs(World& world);
  ~MemoryVfs();
  MemoryVfs(const MemoryVfs&) = delete;
  MemoryVfs& operator=(const MemoryVfs&) = delete;

  const char* name() const { return name_.c_str(); }
  World& world() { return world_; }

  // There must be none of that name.
  MemoryFile& add(const std::string& name, std::shared_ptr<StorageRoom> room);
  MemoryFile* find(std::string_view name);
  // No connection may have it open.
  void remove(const std::string& name) { files_.erase(name); }

 private:
  World& world_;
  std::string name_;
  std::map<std::string, MemoryFile, std::less<>> files_;
  sqlite3_vfs vfs_ = {};
};

}  // namespace emu::rdsdata
