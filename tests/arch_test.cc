// Reads the source tree and holds the rules that a compiler cannot: which folder may include which,
// where a library or a clock may be used, and what no file may contain. docs/architecture.md says
// why the arrows point as they do.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "arch/source_text.h"
#include "support/paths.h"

namespace {

namespace fs = std::filesystem;
using emu::arch::Include;
using Paths = std::vector<std::string_view>;

// A path is relative to the project, with `/`; one that ends in `/` or in the middle of a name
// stands for all that begins like it.
struct SourceFile {
  std::string path;
  std::string text;
};

// What may be used in some places only, and where. Tests may use any library.
struct Confined {
  std::string_view what;
  Paths where;
};

const std::vector<Confined>& libraries() {
  static const std::vector<Confined> kLibraries = {
      {"boost/", {"emu/core/task/fiber"}},
      {"CLI/", {"emu/cli/main.cc"}},
      {"doctest/", {}},
      {"expat.h", {"emu/wire/", "emu/s3/"}},
      {"http_parser.h", {"emu/wire/"}},
      {"httplib.h", {"emu/wire/", "emu/remote/"}},
      {"nlohmann/", {"emu/wire/", "emu/sim/", "emu/cli/", "emu/cloudformation/", "app/"}},
      {"openssl/", {"emu/core/hash/hash.cc", "emu/wire/tls/"}},
      {"regex", {}},
      {"simdjson.h", {"emu/core/json/json_view.cc"}},
      {"sqlite3.h", {"emu/store/", "emu/rdsdata/"}},
      {"yaml-cpp/", {"emu/sim/", "emu/cloudformation/"}},
      {"zip.h", {"emu/runtimes/"}},
      {"zlib.h", {"emu/core/hash/crc.cc", "emu/core/text/compression.cc"}},
  };
  return kLibraries;
}

// Words of code: time, randomness, threads and files are reached through the world, or an equal
// seed would not give an equal run.
const std::vector<Confined>& words() {
  // Where emu meets the machine it runs on.
  static const Paths kLive = {
      "emu/core/task/live_", "emu/core/time/live_", "emu/wire/", "emu/remote/",
      "emu/store/",          "emu/server/",         "emu/cli/",  "emu/runtimes/"};
  static const Paths kThreads = {"emu/core/task/live_",
                                 "emu/core/time/live_",
                                 "emu/wire/",
                                 "emu/remote/",
                                 "emu/store/",
                                 "emu/server/",
                                 "emu/cli/",
                                 "emu/runtimes/",
                                 "tests/",
                                 "emu/core/task/fiber_thread.cc"};
  static const Paths kStopwatch = {"emu/core/task/live_", "emu/core/time/live_",
                                   "emu/wire/",           "emu/remote/",
                                   "emu/store/",          "emu/cli/",
                                   "emu/runtimes/",       "tests/",
                                   "emu/sim/wall_clock"};
  // Time zones are read from the machine, which has no other copy of them.
  static const Paths kFiles = {
      "emu/wire/", "emu/remote/",   "emu/store/", "emu/cli/", "emu/core/time/time_zone.cc",
      "emu/sim/",  "emu/runtimes/", "app/",       "tests/"};
  static const std::vector<Confined> kWords = {
      // Who a thread is may be asked where threads are.
      {"std::this_thread", kThreads},
      {"std::this_thread::yield", kLive},
      {"std::this_thread::sleep_until", kLive},
      {"sleep_for", kLive},
      {"usleep", {}},
      {"system_clock", kLive},
      {"gettimeofday", {}},
      {"clock_gettime", {"tests/bench/"}},
      {"std::time", {}},
      {"steady_clock", kStopwatch},
      {"high_resolution_clock", {}},
      {"std::thread", kThreads},
      {"std::jthread", kThreads},
      {"std::async", {}},
      {"std::mutex", kThreads},
      {"std::condition_variable", kThreads},
      {"std::random_device", {"emu/cli/"}},
      {"std::mt19937", {}},
      {"std::mt19937_64", {}},
      {"rand", {}},
      {"srand", {}},
      {"std::shuffle", {}},
      {"uniform_int_distribution", {}},
      {"uniform_real_distribution", {}},
      {"getenv", {"emu/wire/", "emu/remote/", "emu/cli/", "app/", "tests/"}},
      {"fopen", kFiles},
      {"ifstream", kFiles},
      {"ofstream", kFiles},
      {"fstream", kFiles},
      {"cout", kFiles},
      {"cerr", kFiles},
      {"printf", kFiles},
      {"using namespace std;", {}},
  };
  return kWords;
}

// Which folders of emu/ a folder may include, besides itself and the public headers.
struct Arrow {
  std::string_view from;
  Paths to;
};

const std::vector<Arrow>& arrows() {
  static const std::vector<Arrow> kArrows = {
      {"core", {}},
      {"bus", {"core"}},
      {"store", {"core"}},
      {"wire", {"core"}},
      {"remote", {"core", "wire"}},
      {"server", {"core", "wire"}},
      {"sim", {"core"}},
      {"runtimes", {"core", "wire"}},
      {"console", {"core", "wire"}},
      // The second API of what `ses` keeps.
      {"sesv2", {"core", "ses"}},
  };
  return kArrows;
}

bool is_under_any(std::string_view path, const Paths& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](std::string_view place) { return path.starts_with(place); });
}

bool is_one_of(std::string_view name, const Paths& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_header(const SourceFile& file) { return file.path.ends_with(".h"); }
bool is_cpp(const SourceFile& file) { return is_header(file) || file.path.ends_with(".cc"); }

// The n-th part of a path, counted from 0, or nothing.
std::string_view part(std::string_view path, int n) {
  for (; n > 0; --n) {
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return {};
    path.remove_prefix(slash + 1);
  }
  return path.substr(0, path.find('/'));
}

// Standard headers have neither a folder nor an extension.
bool is_standard(std::string_view name) {
  return name.find_first_of("/.") == std::string_view::npos;
}

bool emu_folder_may_include(std::string_view path, std::string_view to) {
  const bool at_root = path.find('/', std::string_view("emu/").size()) == std::string_view::npos;
  const std::string_view from = part(path, 1);
  if (at_root) return to != "cli";
  if (from == "cli" || from == to || to == "embedded") return true;
  for (const Arrow& arrow : arrows()) {
    if (arrow.from == from) return is_one_of(to, arrow.to);
  }
  // What is left are the services. They reach each other through the gate, never through a header.
  // What is S3's in HTTP beyond its protocol is S3's, and not the server's.
  if (path.starts_with("emu/s3/http/") && to == "wire") return true;
  if (part(path, 2) == "operations.cc" && to == "wire") return true;
  return to == "core" || to == "bus";
}

// The rule that an include breaks, or nothing.
std::optional<std::string> broken_by(const Include& include, const std::string& path) {
  const std::string name(include.name);
  const std::string_view top = part(path, 0);
  if (top == "tests") {
    return name == "regex" ? std::optional<std::string>("<regex> is slow and recursive")
                           : std::nullopt;
  }
  const bool is_public = name.starts_with("emu/") && !include.quoted;
  if (top == "include" && !is_public && (include.quoted || !is_standard(name))) {
    return "a public header includes " + name + ", which is neither public nor std";
  }
  if (top == "emu" && include.quoted && !emu_folder_may_include(path, part(name, 0))) {
    return "no arrow leads from here to " + name;
  }
  if (top == "app" && include.quoted && part(name, 0) != part(path, 1) &&
      part(name, 0) != "embedded") {
    return "an application includes " + name + ", which is not its own";
  }
  for (const Confined& library : libraries()) {
    const bool whole_name = !library.what.ends_with('/');
    const bool used = whole_name ? name == library.what : name.starts_with(library.what);
    if (used && !is_under_any(path, library.where)) return "<" + name + "> does not belong here";
  }
  return std::nullopt;
}

// What serves all services knows none of them by its name: that is in the service's profile.
const Paths& nameless() {
  static const Paths kNameless = {"emu/wire/", "emu/server/", "emu/remote/", "emu/sim/"};
  return kNameless;
}

// The names that services have: those of the folders of emu/ with a profile, and what the profile
// says.
std::vector<std::string> service_names(const std::vector<SourceFile>& files) {
  std::vector<std::string> names;
  for (const SourceFile& file : files) {
    if (part(file.path, 0) != "emu" || part(file.path, 2) != "profile.cc") continue;
    names.emplace_back(part(file.path, 1));
    constexpr std::string_view kName = ".name = \"";
    const auto at = file.text.find(kName);
    if (at == std::string::npos) continue;
    const auto begin = at + kName.size();
    names.push_back(file.text.substr(begin, file.text.find('"', begin) - begin));
  }
  return names;
}

// A line that begins with a raw string literal, which nobody can break.
bool is_raw_literal(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("R\"");
}

// Every violation in a file as `path:line: what is wrong`.
std::vector<std::string> violations(const SourceFile& file,
                                    const std::vector<std::string>& services) {
  std::vector<std::string> found;
  const auto report = [&](std::size_t line, const std::string& what) {
    found.push_back(file.path + ":" + std::to_string(line) + ": " + what);
  };
  // Put together here, so that this file does not contain them.
  static const std::vector<std::string> kUnfinished = {
      std::string("TO") + "DO", std::string("FIX") + "ME", std::string("/wo") + "rk/"};
  const std::string code = is_cpp(file) ? emu::arch::code_only(file.text) : std::string();
  const auto lines = emu::arch::lines_of(file.text);
  const auto code_lines = emu::arch::lines_of(code);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const std::string& word : kUnfinished) {
      if (lines[i].find(word) != std::string_view::npos)
        report(i + 1, word + " in a finished file");
    }
    if (!is_cpp(file)) continue;
    if (emu::arch::columns(lines[i]) > 100 && !is_raw_literal(lines[i])) {
      report(i + 1, "the line is longer than 100 columns");
    }
    if (lines[i].find('\t') != std::string_view::npos) report(i + 1, "a tab");
    if (const auto include = emu::arch::include_of(lines[i])) {
      if (const auto broken = broken_by(*include, file.path)) report(i + 1, *broken);
      continue;
    }
    for (const Confined& word : words()) {
      if (emu::arch::contains_word(code_lines[i], word.what) &&
          !is_under_any(file.path, word.where)) {
        report(i + 1, std::string(word.what) + " does not belong here");
      }
    }
  }
  if (is_cpp(file) && is_under_any(file.path, nameless())) {
    for (const emu::arch::Literal& literal : emu::arch::literals_of(file.text)) {
      if (std::find(services.begin(), services.end(), literal.text) == services.end()) continue;
      report(literal.line, "the service " + std::string(literal.text) + " by its name");
    }
  }
  if (is_header(file) && !std::count(lines.begin(), lines.end(), "#pragma once")) {
    report(1, "a header without #pragma once");
  }
  return found;
}

bool is_text(const fs::path& path) {
  const Paths extensions = {".h",  ".cc", ".cmake", ".in",   ".txt",
                            ".sh", ".md", ".yaml",  ".json", ".html"};
  return is_one_of(path.extension().string(), extensions);
}

std::vector<SourceFile> source_tree() {
  const fs::path root = emu::test::source_dir();
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(root)) paths.push_back(entry.path());
  for (const char* folder : {"include", "emu", "app", "scenarios", "tests", "docs"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
      paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SourceFile> files;
  for (const fs::path& path : paths) {
    if (!fs::is_regular_file(path) || !is_text(path)) continue;
    std::ifstream in(path, std::ios::binary);
    files.push_back({.path = path.lexically_relative(root).generic_string(),
                     .text = std::string(std::istreambuf_iterator<char>(in), {})});
  }
  return files;
}

// The public headers that a header reaches, itself included, as "emu/sqs.h".
void reach(const std::string& header, const std::vector<SourceFile>& files,
           std::set<std::string>& reached) {
  if (!reached.insert(header).second) return;
  const std::string path = "include/" + header;
  const auto file = std::find_if(files.begin(), files.end(),
                                 [&](const SourceFile& each) { return each.path == path; });
  if (file == files.end()) return;
  for (const std::string_view line : emu::arch::lines_of(file->text)) {
    const auto include = emu::arch::include_of(line);
    if (include && include->name.starts_with("emu/")) {
      reach(std::string(include->name), files, reached);
    }
  }
}

// A file and a part of the only violation in it; empty when there is none.
struct Planted {
  SourceFile file;
  std::string_view expected;
};

void check_planted(std::initializer_list<Planted> cases) {
  for (const Planted& planted : cases) {
    const auto found = violations(planted.file, {"sqs", "apigateway"});
    INFO(planted.file.path, ": ", planted.file.text);
    CHECK(found.size() == (planted.expected.empty() ? 0 : 1));
    if (!found.empty()) CHECK(found[0].find(planted.expected) != std::string::npos);
  }
}

}  // namespace

TEST_SUITE("architecture") {
  TEST_CASE("the source tree breaks no rule") {
    const auto files = source_tree();
    CHECK(std::count_if(files.begin(), files.end(), is_cpp) > 3);
    const std::vector<std::string> services = service_names(files);
    CHECK(services.size() > 7);
    for (const SourceFile& file : files) {
      for (const std::string& violation : violations(file, services)) FAIL_CHECK(violation);
    }
  }

  TEST_CASE("emu.h is all of emu") {
    const auto files = source_tree();
    std::set<std::string> reached;
    reach("emu/emu.h", files, reached);
    for (const SourceFile& file : files) {
      if (!file.path.starts_with("include/")) continue;
      const std::string header = file.path.substr(std::string_view("include/").size());
      CHECK_MESSAGE(reached.contains(header), header, " is not reached from emu/emu.h");
    }
  }

  TEST_CASE("an include against the arrows is found") {
    check_planted({
        {{"emu/core/a.cc", "#include \"bus/bus.h\"\n"},
         "emu/core/a.cc:1: no arrow leads from here to bus/bus.h"},
        {{"emu/sqs/state.cc", "#include \"s3/state.h\"\n"}, "no arrow"},
        {{"emu/sqs/ops/a.cc", "#include \"wire/json.h\"\n"}, "no arrow"},
        {{"emu/sqs/operations.cc", "#include \"wire/json.h\"\n"}, ""},
        {{"emu/sqs/ops/a.cc", "#include <emu/s3.h>\n#include \"core/a.h\"\n#include \"sqs/a.h\"\n"},
         ""},
        {{"emu/s3/http/a.cc", "#include \"wire/protocol/rest_xml.h\"\n"}, ""},
        {{"emu/s3/ops/a.cc", "#include \"wire/protocol/rest_xml.h\"\n"}, "no arrow"},
        {{"emu/sqs/http/a.cc", "#include \"wire/protocol/rest_xml.h\"\n"}, "no arrow"},
        {{"emu/server/a.cc", "#include \"s3/http/front.h\"\n"}, "no arrow"},
        {{"emu/sim/a.cc", "#include \"sqs/state.h\"\n"}, "no arrow"},
        {{"emu/cloud.cc", "#include \"sqs/service.h\"\n#include \"bus/bus.h\"\n"}, ""},
        {{"emu/cloud.cc", "#include \"cli/run.h\"\n"}, "no arrow"},
        {{"app/bus/a.cc", "#include \"core/random.h\"\n"}, "not its own"},
        {{"app/bus/a.cc", "#include \"bus/a.h\"\n#include \"embedded/bus_page_html.h\"\n"}, ""},
        {{"include/emu/a.h", "#pragma once\n#include \"core/a.h\"\n"},
         "include/emu/a.h:2: a public header"},
        {{"include/emu/a.h", "#pragma once\n#include <fmt/format.h>\n"}, "a public header"},
        {{"include/emu/a.h", "#pragma once\n#include <emu/b.h>\n#include <chrono>\n"}, ""},
    });
  }

  TEST_CASE("a library outside its place is found") {
    check_planted({
        {{"emu/sqs/a.cc", "#include <nlohmann/json.hpp>\n"},
         "<nlohmann/json.hpp> does not belong here"},
        {{"emu/sim/a.cc", "#include <nlohmann/json.hpp>\n"}, ""},
        {{"emu/core/a.cc", "#include <boost/context/fiber.hpp>\n"}, "does not belong"},
        {{"emu/core/task/fiber.cc", "#include <boost/context/fiber.hpp>\n"}, ""},
        {{"emu/core/a.cc", "#include <regex>\n"}, "does not belong"},
        {{"tests/core/a.cc", "#include <regex>\n"}, "<regex>"},
        {{"tests/core/a.cc", "#include <nlohmann/json.hpp>\n#include \"sqs/state.h\"\n"}, ""},
    });
  }

  TEST_CASE("a clock, a thread or a file outside its place is found, in code only") {
    check_planted({
        {{"emu/sqs/a.cc", "auto t = std::chrono::system_clock::now();\n"},
         "system_clock does not belong here"},
        {{"emu/sqs/a.cc", "int x = 1'000;\nint y = rand();\n"}, "emu/sqs/a.cc:2: rand"},
        {{"tests/sqs/a.cc", "std::this_thread::yield();\n"}, "std::this_thread::yield"},
        {{"tests/sqs/a.cc", "std::this_thread::sleep_until(t);\n"}, "std::this_thread::sleep"},
        {{"tests/sqs/a.cc", "auto me = std::this_thread::get_id();\n"}, ""},
        {{"emu/sqs/a.cc", "auto me = std::this_thread::get_id();\n"}, "std::this_thread"},
        {{"emu/sqs/a.cc", "// rand() is not for us, and system_clock neither\n"}, ""},
        {{"emu/sqs/a.cc",
          "auto s = \"rand\" R\"(\"rand)\" \"\\\"rand\"; /* rand\n rand */ char c = '\"';\n"},
         ""},
        {{"emu/sqs/a.cc", "int brand = operand_rand();\nsnprintf(a, 1, b);\n"}, ""},
        {{"tests/a.cc", "using namespace std::chrono_literals;\n"}, ""},
        {{"tests/a.cc", "using namespace std;\n"}, "using namespace std; does not"},
        {{"emu/cli/a.cc", "std::printf(\"a\");\n"}, ""},
        {{"emu/sqs/a.cc", "std::printf(\"a\");\n"}, "printf"},
    });
  }

  TEST_CASE("a service's name in what serves all services is found") {
    check_planted({
        {{"emu/wire/protocol/a.cc", "int a;\nbool b = service.name == \"sqs\";\n"},
         "emu/wire/protocol/a.cc:2: the service sqs by its name"},
        {{"emu/remote/a.h", "#pragma once\nconstexpr auto kName = \"apigateway\";\n"},
         "emu/remote/a.h:2: the service apigateway"},
        {{"emu/wire/a.cc", "// such as \"sqs\"\nauto a = \"sqs.amazonaws.com\";\n"}, ""},
        {{"emu/sqs/a.cc", "auto a = \"sqs\";\n"}, ""},
    });
    const std::vector<SourceFile> files = {
        {"emu/bell/profile.cc", "kProfile = {.name = \"ding\", .signing_name = \"dong\"}"},
        {"emu/remote/config_profile.cc", ".name = \"default\""}};
    CHECK(service_names(files) == std::vector<std::string>{"bell", "ding"});
  }

  TEST_CASE("a file that is not finished or not in the house's form is found") {
    check_planted({
        {{"emu/sqs/a.h", "int f();\n"}, "#pragma once"},
        {{"emu/sqs/a.cc", "\tint a;\n"}, "a tab"},
        {{"emu/sqs/a.cc", std::string(101, 'a') + "\n"}, "longer than 100"},
        {{"emu/sqs/a.cc", "  R\"(" + std::string(101, 'a') + ")\";\n"}, ""},
        {{"emu/sqs/a.cc", "// " + std::string(97, 'a') + "\n"}, ""},
        {{"docs/a.md", std::string("\n\nTO") + "DO\n"}, "docs/a.md:3: "},
        {{"emu/sqs/a.cc", std::string("// see /wo") + "rk/a\n"}, "finished"},
    });
  }
}
