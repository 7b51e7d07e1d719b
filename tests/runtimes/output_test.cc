#include "runtimes/output.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "runtimes/limits.h"

namespace emu::runtimes {
namespace {

using Clock = Output::Clock;

std::string frame(const std::string& text) {
  std::string head("\xa5\x5a\x00\x03", 4);
  for (int shift = 24; shift >= 0; shift -= 8) {
    head += static_cast<char>(text.size() >> shift & 0xff);
  }
  return head + std::string(8, '\0') + text;
}

std::vector<std::string> taken(Output& output) {
  std::vector<std::string> texts;
  for (const OutputLine& line : output.take(Clock::time_point())) texts.push_back(line.text);
  return texts;
}

using Lines = std::vector<std::string>;

TEST_SUITE("runtimes: output") {
  TEST_CASE("bytes become lines, wherever they are cut") {
    const std::string bytes =
        "one\ntwo\n\n" + frame("three\nand its second line\n") + "four" + frame("five") + "six\n";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
      CAPTURE(cut);
      Output output;
      output.add(bytes.substr(0, cut), {});
      output.add(bytes.substr(cut), {});
      CHECK(taken(output) ==
            Lines{"one", "two", "", "three\nand its second line", "four", "five", "six"});
    }
  }

  TEST_CASE("what is no UTF-8 becomes text") {
    Output output;
    output.add("a\xff\xa5z\n", {});
    CHECK(taken(output) == Lines{"a\xef\xbf\xbd\xef\xbf\xbdz"});
  }

  TEST_CASE("what has no newline is a line when it is asked for") {
    Output output;
    output.add("half", {});
    CHECK(taken(output) == Lines{});
    output.end_line({});
    CHECK(taken(output) == Lines{"half"});
  }

  TEST_CASE("a flood is counted, and told in one line") {
    Output output;
    const std::string line = std::string(1023, 'x') + "\n";
    for (int i = 0; i < 10'000; ++i) output.add(line, {});
    const Lines lines = taken(output);
    CHECK(lines.size() < kOutputBytesMax / 1000);
    CHECK(lines.back().find("bytes more were written than a log takes") != std::string::npos);
    output.add("after\n", {});
    CHECK(taken(output) == Lines{"after"});
  }

  TEST_CASE("a line without an end, and a frame that is too long, take no more than a line") {
    Output output;
    for (int i = 0; i < 100; ++i) output.add(std::string(10'000, 'x'), {});
    output.add("\n" + frame(std::string(kLineBytesMax + 100, 'y')) + "z\n", {});
    for (const std::string& line : taken(output)) CHECK(line.size() <= kLineBytesMax + 10'000);
  }
}

}  // namespace
}  // namespace emu::runtimes
