// SchemaWatch: when what was made of a statement is out of date, on both connections of a database.
//
// A definition changes what statements mean. From its beginning until the transaction that it is in
// has ended, nothing is kept; what was kept before is of an older version.
#pragma once

#include <sqlite3.h>

#include <cstdint>

namespace emu::rdsdata {

class SchemaWatch {
 public:
  // The connection that makes changes. Nothing is kept before there is one.
  void begin(sqlite3* writer) { writer_ = writer; }
  bool has_begun() const { return writer_ != nullptr; }

  void note_definition() { is_changing_ = true; }

  // Whether something may be kept.
  bool is_stable() {
    if (!has_begun()) return false;
    if (is_changing_ && sqlite3_get_autocommit(writer_) != 0) {
      is_changing_ = false;
      ++version_;
    }
    return !is_changing_;
  }
  std::uint64_t version() const { return version_; }

 private:
  sqlite3* writer_ = nullptr;
  bool is_changing_ = false;
  std::uint64_t version_ = 0;
};

}  // namespace emu::rdsdata
