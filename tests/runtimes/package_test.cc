#include "runtimes/package.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "runtimes/zip_file.h"

namespace emu::runtimes {
namespace {

namespace fs = std::filesystem;
using test::zip_of;

struct TemporaryFolder {
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "emu-package-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path); }
  fs::path path;
};

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t count_of(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) ++count;
  }
  return count;
}

TEST_SUITE("runtimes: packages") {
  TEST_CASE("a zip file becomes a folder, with what may be run") {
    const TemporaryFolder parent;
    const fs::path folder = parent.path / "code";
    CHECK(unpack_zip(zip_of({{.path = "index.js", .content = "code"},
                             {.path = "lib/", .mode = 040755},
                             {.path = "lib/deep/one.js", .content = "one"},
                             {.path = "./bootstrap", .content = "#!", .mode = 0100755}}),
                     folder) == std::nullopt);
    CHECK(content_of(folder / "index.js") == "code");
    CHECK(content_of(folder / "lib/deep/one.js") == "one");
    CHECK(access((folder / "bootstrap").c_str(), X_OK) == 0);
    CHECK(fs::status(folder / "index.js").permissions() == fs::perms(0644));
  }

  TEST_CASE("what leads out of the folder is refused before anything is written") {
    for (const char* path : {"../evil", "a/../../evil", "/evil", "a//b", "a/./b", ".."}) {
      CAPTURE(path);
      const TemporaryFolder parent;
      const std::string zip = zip_of({{.path = "good", .content = "x"}, {.path = path}});
      CHECK(refusal_of_zip(zip).has_value());
      CHECK(unpack_zip(zip, parent.path / "code").value_or("").find("leads out") !=
            std::string::npos);
      CHECK(count_of(parent.path) == 0);
    }
  }

  TEST_CASE("links and devices are refused") {
    const std::string link = zip_of({{.path = "l", .content = "/etc", .mode = 0120777}});
    CHECK(refusal_of_zip(link) == "The package holds the link 'l': links are not unpacked.");
    const std::string pipe = zip_of({{.path = "p", .mode = 0010644}});
    CHECK(refusal_of_zip(pipe) == "The package holds 'p', which is neither a file nor a folder.");
  }

  // Source: Lambda Developer Guide, "Lambda quotas": 250 MB, unzipped.
  TEST_CASE("more than AWS unpacks is refused by what the directory says") {
    CHECK(refusal_of_zip(zip_of({{.path = "bomb", .claimed_bytes = 200'000'000},
                                 {.path = "bomb2", .claimed_bytes = 200'000'000}})) ==
          "Unzipped size must be smaller than 262144000 bytes");
  }

  TEST_CASE("a file that is longer than it says is not written on and on") {
    const TemporaryFolder parent;
    const std::string zip =
        zip_of({{.path = "f", .content = std::string(100'000, 'x'), .claimed_bytes = 10}});
    CHECK(unpack_zip(zip, parent.path / "code").has_value());
    CHECK(fs::file_size(parent.path / "code" / "f") <= 10);
  }

  TEST_CASE("what is no zip file, or is cut, is refused") {
    const std::string whole = zip_of({{.path = "f", .content = "content"}});
    CHECK(refusal_of_zip("no zip file").has_value());
    CHECK(refusal_of_zip(whole.substr(0, whole.size() - 5)).has_value());
    CHECK(refusal_of_zip(whole) == std::nullopt);
  }
}

}  // namespace
}  // namespace emu::runtimes
