// The main function of a fuzzer's seeds as a test, without libFuzzer: every file below the folders
// that are named goes to the parser once, whole and cut off at each quarter.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
  int inputs = 0;
  for (int i = 1; i < count; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string seed(std::istreambuf_iterator<char>(in), {});
      for (std::size_t quarters = 0; quarters <= 4; ++quarters) {
        // A copy of exactly this size, so that reading past its end is found.
        const std::string part(seed, 0, seed.size() * quarters / 4);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
      }
      ++inputs;
    }
  }
  std::printf("%d seeds\n", inputs);
  return inputs == 0 ? 1 : 0;
}
