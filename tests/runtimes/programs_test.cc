#include <doctest/doctest.h>

#include "runtimes/functions_fixture.h"

namespace emu::test {
namespace {

bool tells(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_SUITE("runtimes: programs") {
  TEST_CASE_FIXTURE(FunctionsFixture, "a package may bring its own program") {
    if (!has_program("python3")) return;
    // Any language that speaks HTTP will do.
    create("own", {.runtime = "provided.al2023",
                   .files = {{.path = "bootstrap",
                              .content = R"py(#!/usr/bin/env python3
import http.client, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    event = api.getresponse()
    body = event.read()
    request = event.headers["Lambda-Runtime-Aws-Request-Id"]
    for wrong in ("none", request + "x"):
        api.request("POST", "/2018-06-01/runtime/invocation/%s/response" % wrong, b"wrong")
        assert api.getresponse().read() and True
    api.request("POST", "/2018-06-01/runtime/invocation/%s/response" % request, b"own " + body)
    answer = api.getresponse()
    assert answer.status == 202 and answer.read()
)py",
                              .mode = 0100755}}});
    CHECK(answer("own", "1") == "own 1");
    CHECK(answer("own", "2") == "own 2");
  }

  TEST_CASE_FIXTURE(FunctionsFixture, "what cannot be run says why, to the caller and in the log") {
    create("empty", {.runtime = "provided.al2023", .files = {{.path = "readme"}}});
    CHECK(tells(answer("empty"), R"({"errorType":"Runtime.InvalidEntrypoint","errorMessage":)"));
    CHECK(is_logged("empty", "Couldn't find valid bootstrap(s)"));
    create("closed", {.runtime = "provided.al2023", .files = {{.path = "bootstrap"}}});
    CHECK(tells(answer("closed"), "/bootstrap: permission denied"));
    create("java", {.runtime = "java21", .files = {{.path = "f"}}});
    CHECK(tells(answer("java"), "Functions with Runtime java21 are not run here"));
  }

  TEST_CASE_FIXTURE(FunctionsFixture, "a package that leads out of its folder is not taken") {
    const auto refused = aws.send(lambda::CreateFunction{
        .function_name = "evil",
        .runtime = "python3.12",
        .role = role,
        .handler = "f.f",
        .code = {.zip_file = zip_of({{.path = "../f.py", .content = "x"}})}});
    CHECK(code(refused) == "InvalidParameterValueException");
    CHECK(tells(message(refused), "leads out of its folder"));
  }

  TEST_CASE_FIXTURE(FunctionsFixture, "code that is bound to the name goes before the package") {
    cloud.bind("bound", [](lambda::Context&, std::string_view) { return std::string("\"C++\""); });
    create("bound", {.files = {{.path = "f"}}});
    CHECK(answer("bound") == "\"C++\"");
  }
}

}  // namespace
}  // namespace emu::test
