// Whole conversations, byte for byte: tests/server/golden/<service>/<case>.request holds what a
// client sends over one connection to an empty account, <case>.response what it hears.
//
// The requests are as botocore 1.29, or the JSON protocol of newer SDKs, sends them. With
// EMU_WRITE_GOLDEN=1 in its environment the test writes the responses instead of comparing them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "server/api_fixture.h"
#include "support/paths.h"
#include "wire/http/memory_transport.h"

namespace emu::server {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> requests() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(test::source_dir()) / "tests" /
                                                            "server" / "golden")) {
    if (entry.path().extension() == ".request") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string converse(const std::string& input) {
  test::ApiFixture fixture;
  const wire::HttpHandler handler{
      .look = [&](const HttpRequest& head) { return fixture.api.look(head); },
      .answer = [&](HttpRequest& request) { return fixture.api.answer(request); }};
  return test::talk(handler, input);
}

}  // namespace

TEST_SUITE("server: golden exchanges") {
  TEST_CASE("every answer is the one that was recorded") {
    const bool writes = std::getenv("EMU_WRITE_GOLDEN") != nullptr;
    const auto paths = requests();
    CHECK(paths.size() >= 12);
    for (const fs::path& path : paths) {
      INFO(path.filename().string());
      fs::path expected = path;
      expected.replace_extension(".response");
      const std::string output = converse(read_file(path));
      if (writes) {
        std::ofstream(expected, std::ios::binary) << output;
      } else {
        CHECK(output == read_file(expected));
      }
    }
  }
}

}  // namespace emu::server
