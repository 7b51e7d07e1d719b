// The main function of a fuzzer's seeds as a test, without libFuzzer: every file below the folders
// that are named goes to the parser, whole, cut off at each quarter, and with some bytes changed,
// which are the same ones in every run.
//
//   policy_seeds [--changes COUNT] FOLDER...     changed copies of each seed, 100 if not said
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/hash/random.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void hand_over(const std::string& input) {
  // A copy of exactly this size, so that reading past its end is found.
  const std::string exact(input.data(), input.size());
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(exact.data()), exact.size());
}

// One to eight times, a byte becomes another, a piece is doubled, or a piece goes.
std::string changed(std::string text, emu::Random& random) {
  for (std::uint64_t left = 1 + random.below(8); left > 0 && !text.empty(); --left) {
    const std::size_t at = random.below(text.size());
    const std::size_t length = random.below(16);
    switch (random.below(4)) {
      case 0:
        text.insert(at, text.substr(at, length));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text[at] = text[random.below(text.size())];
        break;
      default:
        text[at] = static_cast<char>(random.below(256));
    }
  }
  return text;
}

void replay(const std::string& seed, int changes) {
  for (std::size_t quarters = 0; quarters <= 4; ++quarters) {
    hand_over(seed.substr(0, seed.size() * quarters / 4));
  }
  emu::Random random(seed.size());
  for (int i = 0; i < changes; ++i) hand_over(changed(seed, random));
}

}  // namespace

int main(int count, char** arguments) {
  int changes = 100;
  int inputs = 0;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--changes") == 0 && i + 1 < count) {
      changes = std::atoi(arguments[++i]);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      // Said before, so that the last line names what the parser could not bear.
      std::printf("%s\n", entry.path().c_str());
      std::fflush(stdout);
      std::ifstream in(entry.path(), std::ios::binary);
      replay(std::string(std::istreambuf_iterator<char>(in), {}), changes);
      ++inputs;
    }
  }
  std::printf("%d seeds\n", inputs);
  return inputs == 0 ? 1 : 0;
}
