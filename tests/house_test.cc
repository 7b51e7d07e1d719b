// Reads the source tree and says what a new service or a new operation has forgotten: its row in
// the README, its tests, its lines in the lists. docs/adding-an-operation.md says the same to
// people.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/paths.h"

namespace {

namespace fs = std::filesystem;

// The text of each file, by its path from the project's root.
using Tree = std::map<std::string, std::string>;

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Whether the text holds a word, not as a part of a longer one.
bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !is_word_char(text[at - 1])) &&
        (end == text.size() || !is_word_char(text[end]))) {
      return true;
    }
  }
  return false;
}

// All files below a folder as one text.
std::string text_below(const Tree& tree, const std::string& folder) {
  std::string text;
  for (auto file = tree.lower_bound(folder); file != tree.end(); ++file) {
    if (!file->first.starts_with(folder)) break;
    text += file->second;
  }
  return text;
}

std::string text_of(const Tree& tree, const std::string& path) {
  const auto file = tree.find(path);
  return file == tree.end() ? std::string() : file->second;
}

// The folders of emu/ with a profile.
std::vector<std::string> services_of(const Tree& tree) {
  std::vector<std::string> services;
  for (const auto& [path, text] : tree) {
    constexpr std::string_view kRoot = "emu/";
    constexpr std::string_view kFile = "/profile.cc";
    if (!path.starts_with(kRoot) || !path.ends_with(kFile)) continue;
    const std::string folder = path.substr(kRoot.size(), path.size() - kRoot.size() - kFile.size());
    if (folder.find('/') == folder.npos) services.push_back(folder);
  }
  return services;
}

// The names in the lines `table.add<SendMessage>(…)`.
std::vector<std::string> operations_of(std::string_view code) {
  std::vector<std::string> names;
  constexpr std::string_view kAdd = "table.add<";
  for (auto at = code.find(kAdd); at != code.npos; at = code.find(kAdd, at + 1)) {
    const auto begin = at + kAdd.size();
    names.emplace_back(code.substr(begin, code.find('>', begin) - begin));
  }
  return names;
}

// "send_message", as boto3 calls it; "list_objects_v2", "get_sms_attributes".
std::string snake_case(std::string_view name) {
  const auto is_upper = [&](std::size_t i) {
    return i < name.size() && std::isupper(static_cast<unsigned char>(name[i])) != 0;
  };
  const auto is_lower = [&](std::size_t i) {
    return i < name.size() && std::islower(static_cast<unsigned char>(name[i])) != 0;
  };
  std::string snake;
  for (std::size_t i = 0; i < name.size(); ++i) {
    // Of several capitals, the last begins a word.
    const bool begins_word = is_upper(i) && (!is_upper(i - 1) || is_lower(i + 1));
    if (i != 0 && begins_word) snake += '_';
    snake += static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
  }
  return snake;
}

// What has been forgotten, as "emu/sqs/README.md: SendMessage is not in it".
std::vector<std::string> forgotten(const Tree& tree) {
  std::vector<std::string> found;
  const auto require = [&](bool holds, const std::string& what) {
    if (!holds) found.push_back(what);
  };
  const std::string python = text_below(tree, "tests/clients/python/");
  const std::string node = text_below(tree, "tests/clients/node/");
  for (const std::string& service : services_of(tree)) {
    const std::string folder = "emu/" + service + "/";
    for (const char* file : {"README.md", "operations.cc"}) {
      require(tree.count(folder + file) != 0, folder + file + ": there is none");
    }
    require(text_of(tree, "emu/cloud.cc").find("X(" + service + ")") != std::string::npos,
            "emu/cloud.cc: " + service + " is not in the list of services");
    require(
        text_of(tree, "CMakeLists.txt").find("emu_library(" + service + " ") != std::string::npos,
        "CMakeLists.txt: emu_library(" + service + ") is missing");
    require(text_of(tree, "include/emu/emu.h").find("<emu/" + service + ".h>") != std::string::npos,
            "include/emu/emu.h: <emu/" + service + ".h> is missing");
    const std::string readme = text_of(tree, folder + "README.md");
    const std::string tests = text_below(tree, "tests/" + service + "/");
    for (const std::string& operation : operations_of(text_of(tree, folder + "operations.cc"))) {
      require(has_word(readme, operation), folder + "README.md: " + operation + " is not in it");
      require(has_word(tests, operation), "tests/" + service + "/: no test mentions " + operation);
      require(has_word(python, snake_case(operation)),
              "tests/clients/python/: no test calls " + operation);
      // "sendMessage", a command of its own, or page by page.
      std::string camel_case = operation;
      camel_case[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(camel_case[0])));
      require(has_word(node, camel_case) || has_word(node, operation + "Command") ||
                  has_word(node, "paginate" + operation),
              "tests/clients/node/: no test calls " + operation);
    }
  }
  return found;
}

Tree source_tree() {
  Tree tree;
  const fs::path root = emu::test::source_dir();
  const auto add = [&](const fs::path& path) {
    if (!fs::is_regular_file(path)) return;
    std::ifstream in(path, std::ios::binary);
    tree[path.lexically_relative(root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  };
  add(root / "CMakeLists.txt");
  for (const char* folder : {"emu", "include", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) add(entry.path());
  }
  return tree;
}

// A service with one operation that forgot nothing.
Tree complete_tree() {
  return {
      {"CMakeLists.txt", "emu_library(bell LIBRARIES fmt::fmt)\n"},
      {"emu/bell/README.md", "| operation | |\n| Ring | |\n"},
      {"emu/bell/operations.cc", "  table.add<Ring>(*this, &Bell::ring, {&bell_arn});\n"},
      {"emu/bell/profile.cc", ""},
      {"emu/cloud.cc", "  X(bell)  \\\n"},
      {"include/emu/emu.h", "#include <emu/bell.h>\n"},
      {"tests/bell/ring_test.cc", "aws.send(bell::Ring{.bell = \"door\"});\n"},
      {"tests/clients/node/bell.test.mjs", "await bell.ring({Bell: \"door\"});\n"},
      {"tests/clients/python/test_bell.py", "bell.ring(Bell=\"door\")\n"},
  };
}

}  // namespace

TEST_SUITE("the house") {
  TEST_CASE("no service and no operation has forgotten anything") {
    const Tree tree = source_tree();
    CHECK(services_of(tree).size() > 7);
    for (const std::string& what : forgotten(tree)) FAIL_CHECK(what);
  }

  TEST_CASE("what is forgotten is found") {
    CHECK(forgotten(complete_tree()).empty());
    for (const auto& [path, text] : complete_tree()) {
      if (path == "emu/bell/profile.cc") continue;  // without it there is no service
      Tree tree = complete_tree();
      tree[path] = "// Ringing is another word.\n";
      if (path.ends_with("operations.cc")) tree.erase(path);
      INFO(path);
      CHECK(forgotten(tree).size() == 1);
    }
  }
}
