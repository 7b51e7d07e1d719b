// What a function does to the machine: its end is an error that says why, and the next one runs.
#include <doctest/doctest.h>

#include "core/text/base64.h"
#include "runtimes/functions_fixture.h"

namespace emu::test {
namespace {

bool reports(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// With a timeout that comes.
struct RealTimeFixture : FunctionsFixture {
  RealTimeFixture() : FunctionsFixture(1.0) {}
};

TEST_SUITE("runtimes: limits") {
  TEST_CASE_FIXTURE(FunctionsFixture, "100 MB of output are counted, not kept") {
    if (!has_program("python3")) return;
    create_python("f", R"py(
import sys
def lambda_handler(event, context):
    line = "x" * 99 + "\n"
    for _ in range(1000):
        sys.stdout.write(line * 1000)
    return "printed"
)py");
    const auto printed = aws.send(lambda::Invoke{.function_name = "f", .log_type = "Tail"}).value();
    CHECK(printed.payload.view() == R"("printed")");
    const auto tail = base64_decode(printed.log_result.value_or(""));
    CHECK(reports(tail.value_or(""), "bytes more were written than a log takes"));
    std::size_t bytes = 0;
    for (const std::string& line : log_lines("f")) bytes += line.size();
    CHECK(bytes < 5'000'000);
    CHECK(answer("f") == R"("printed")");
  }

  TEST_CASE_FIXTURE(FunctionsFixture, "1,000 children are ended with the function") {
    if (!has_program("python3")) return;
    create_python("f", R"py(
import os, signal
def lambda_handler(event, context):
    for _ in range(1000):
        if os.fork() == 0:
            signal.pause()
    signal.pause()
)py");
    CHECK(reports(answer("f"), "Runtime exited with error: signal: killed"));
    create_python("next", "def lambda_handler(event, context): return 'healthy'");
    CHECK(answer("next") == R"("healthy")");
    runtimes.stop();
    CHECK(count_processes() == 0);
  }

  TEST_CASE_FIXTURE(RealTimeFixture, "a loop without end is ended by the timeout") {
    if (!has_program("python3")) return;
    create_python("f", R"py(
def lambda_handler(event, context):
    while True:
        pass
)py",
                  1s);
    CHECK(reports(answer("f"), "Task timed out after 1.00 seconds"));
    runtimes.stop();
    CHECK(count_processes() == 0);
  }

  // Each says that it becomes 200 MB.
  TEST_CASE_FIXTURE(FunctionsFixture, "layers that unpack to too much together are not taken") {
    std::vector<std::string> layers;
    for (const char* name : {"one", "two"}) {
      layers.push_back(
          aws.send(lambda::PublishLayerVersion{
                       .layer_name = name,
                       .content = {.zip_file =
                                       zip_of({{.path = "bomb", .claimed_bytes = 200'000'000}})}})
              .value()
              .layer_version_arn);
    }
    create_python("f", "def lambda_handler(event, context): return 'healthy'");
    CHECK(message(aws.send(
              lambda::UpdateFunctionConfiguration{.function_name = "f", .layers = layers})) ==
          "Layers consume more than the available size of 262144000 bytes");
    const auto slip = aws.send(lambda::PublishLayerVersion{
        .layer_name = "slip", .content = {.zip_file = zip_of({{.path = "../evil"}})}});
    CHECK(reports(message(slip), "leads out of its folder"));
    CHECK(answer("f") == R"("healthy")");
  }
}

}  // namespace
}  // namespace emu::test
