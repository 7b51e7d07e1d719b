// Zip files whose entries are stored as they are, equal for equal files: functions' packages that
// are made here.
//
//   StoredZip zip;
//   zip.add("index.js", source);
//   zip.add("bin/tool", program, true);   // may be executed
//   std::string bytes = zip.finish();
//
// Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification". Without its 64-bit extensions: at
// most 65,535 entries and 4 GiB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace emu {

class StoredZip {
 public:
  void add(std::string_view name, std::string_view content, bool is_executable = false);
  std::size_t size() const { return bytes_.size() + directory_.size(); }
  std::size_t entries() const { return entries_; }
  std::string finish();

 private:
  std::string bytes_;
  std::string directory_;
  std::size_t entries_ = 0;
};

}  // namespace emu
