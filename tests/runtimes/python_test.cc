#include <doctest/doctest.h>

#include "runtimes/functions_fixture.h"

namespace emu::test {
namespace {

struct PythonFixture : FunctionsFixture {
  const bool is_here = has_program("python3");
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_SUITE("runtimes: Python") {
  TEST_CASE_FIXTURE(PythonFixture, "a handler gets its event and its context, and answers") {
    if (!is_here) return;
    create_python("hello", R"py(
import os
count = 0

def lambda_handler(event, context):
    global count
    count += 1
    print("got", event["name"])
    return {
        "hello": event["name"], "count": count, "function": context.function_name,
        "time": 100000 < context.get_remaining_time_in_millis() <= 120000,
        "request": len(context.aws_request_id), "arn": context.invoked_function_arn,
        "variable": os.environ["AWS_LAMBDA_FUNCTION_NAME"],
        "key": os.environ["AWS_ACCESS_KEY_ID"][:4],
        "stream": context.log_stream_name == os.environ["AWS_LAMBDA_LOG_STREAM_NAME"],
        "folder": os.getcwd() == os.environ["LAMBDA_TASK_ROOT"],
        "memory": context.memory_limit_in_mb,
    }
)py");
    const std::string first = answer("hello", R"({"name":"Ünal"})");
    CHECK(first ==
          "{\"hello\": \"Ünal\", \"count\": 1, \"function\": \"hello\", \"time\": true, "
          "\"request\": 36, \"arn\": \"arn:aws:lambda:us-east-1:000000000000:function:hello\", "
          "\"variable\": \"hello\", \"key\": \"ASIA\", \"stream\": true, \"folder\": true, "
          "\"memory\": \"512\"}");
    // The sandbox is used again.
    CHECK(contains(answer("hello", R"({"name":"x"})"), "\"count\": 2"));
    CHECK(is_logged("hello", "got Ünal"));
    CHECK(is_logged("hello", "INIT_START Runtime Version: python3.12"));
    CHECK(is_logged("hello", "Init Duration: "));
  }

  // The texts are those of Lambda's runtime for Python.
  TEST_CASE_FIXTURE(PythonFixture, "an exception is told with its type, message and stack") {
    if (!is_here) return;
    create_python("boom", R"py(
import logging

def lambda_handler(event, context):
    logging.getLogger().warning("careful\nnow")
    raise ValueError("no seat")
)py");
    const lambda::InvokeResult result = invoke("boom");
    CHECK(result.function_error == "Unhandled");
    const std::string payload = result.payload.str();
    CHECK(contains(payload,
                   R"({"errorMessage": "no seat", "errorType": "ValueError", "requestId": ")"));
    CHECK(contains(payload, "line 6, in lambda_handler"));
    CHECK_FALSE(contains(payload, "bootstrap.py"));
    CHECK(is_logged("boom", "[ERROR] ValueError: no seat\nTraceback (most recent call last):\n"));
    CHECK(is_logged("boom", "[WARNING]\t"));
    CHECK(is_logged("boom", "\tcareful\nnow"));
  }

  TEST_CASE_FIXTURE(PythonFixture, "code that cannot be loaded is told in AWS's words") {
    if (!is_here) return;
    struct Case {
      std::string code;
      std::string type;
      std::string message;
    };
    const std::vector<Case> cases = {
        {"import no_such", "Runtime.ImportModuleError",
         "Unable to import module 'lambda_function': No module named 'no_such'"},
        {"def lambda_handler(:", "Runtime.UserCodeSyntaxError",
         "Syntax error in module 'lambda_function': invalid syntax (lambda_function.py, line 1)"},
        {"other = 1", "Runtime.HandlerNotFound",
         "Handler 'lambda_handler' missing on module 'lambda_function'"},
        {"raise KeyError('x')", "KeyError", "'x'"},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
      CAPTURE(cases[i].code);
      const std::string name = create_python("broken" + std::to_string(i), cases[i].code);
      const lambda::InvokeResult result = invoke(name);
      CHECK(result.function_error == "Unhandled");
      const std::string payload = result.payload.str();
      CHECK(contains(payload, "\"errorMessage\": \"" + cases[i].message + "\""));
      CHECK(contains(payload, "\"errorType\": \"" + cases[i].type + "\""));
      CHECK(is_logged(name, "[ERROR] " + cases[i].type + ": " + cases[i].message));
      CHECK(is_logged(name, "Phase: init\tStatus: error\tError Type: " + cases[i].type));
    }
  }

  TEST_CASE_FIXTURE(PythonFixture, "a process that ends is told, and the next call has a new one") {
    if (!is_here) return;
    create_python("exits", R"py(
import os, signal, sys

def lambda_handler(event, context):
    if event.get("how") == "exit":
        os._exit(3)
    if event.get("how") == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    return "fine"
)py");
    const std::string exited = answer("exits", R"({"how":"exit"})");
    CHECK(contains(exited, R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: )"));
    CHECK(contains(exited, R"( Error: Runtime exited with error: exit status 3"})"));
    CHECK(contains(answer("exits", R"({"how":"kill"})"), "exited with error: signal: killed\"}"));
    CHECK(answer("exits") == "\"fine\"");
    CHECK(is_logged("exits", "Status: error\tError Type: Runtime.ExitError"));
  }

  struct FasterFixture : FunctionsFixture {
    FasterFixture() : FunctionsFixture(0.2) {}
  };

  TEST_CASE_FIXTURE(FasterFixture, "a timeout ends the process") {
    if (!has_program("python3")) return;
    create_python("slow", R"py(
import time

def lambda_handler(event, context):
    while True:
        time.sleep(3600)
)py",
                  1s);
    const std::string late = answer("slow");
    CHECK(contains(late, R"({"errorType":"Sandbox.Timedout","errorMessage":"RequestId: )"));
    CHECK(contains(late, "Error: Task timed out after 1.00 seconds\"}"));
    CHECK(is_logged("slow", "Task timed out after 1.00 seconds"));
    CHECK(is_logged("slow", "Status: timeout"));
  }

  TEST_CASE_FIXTURE(PythonFixture, "more memory than the function has kills it") {
    if (!is_here) return;
    create("fat", {.files = {{.path = "lambda_function.py", .content = R"py(
def lambda_handler(event, context):
    kept = []
    while True:
        kept.append(bytearray(b"x" * 1000000))
)py"}},
                   .memory_mb = 128});
    CHECK(contains(answer("fat"), "Runtime exited with error: signal: killed"));
    CHECK(is_logged("fat", "Max Memory Used: 128 MB"));
  }

  TEST_CASE_FIXTURE(PythonFixture, "an answer that is too large is refused") {
    if (!is_here) return;
    create_python("large", R"py(
def lambda_handler(event, context):
    return "x" * event["bytes"]
)py");
    CHECK(answer("large", R"({"bytes":6291554})").size() == 6291556);
    CHECK(answer("large", R"({"bytes":6291555})") ==
          R"({"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload size )"
          R"(exceeded maximum allowed payload size (6291556 bytes)."})");
    CHECK(answer("large", R"({"bytes":1})") == "\"x\"");
  }

  TEST_CASE_FIXTURE(PythonFixture, "a handler that floods its log is heard in part, and answers") {
    if (!is_here) return;
    create_python("loud", R"py(
def lambda_handler(event, context):
    line = "x" * 1000
    for _ in range(20000):
        print(line)
    return "done"
)py");
    CHECK(answer("loud") == "\"done\"");
    CHECK(log_lines("loud").size() < 10'000);
  }

  TEST_CASE_FIXTURE(PythonFixture, "code that comes later ends the sandboxes of the one before") {
    if (!is_here) return;
    create_python("changes", "def lambda_handler(event, context): return 1");
    CHECK(answer("changes") == "1");
    aws.send(lambda::UpdateFunctionCode{
                 .function_name = "changes",
                 .zip_file = zip_of({{.path = "lambda_function.py",
                                      .content = "def lambda_handler(e, c): return 2"}})})
        .value();
    CHECK(answer("changes") == "2");
  }

  TEST_CASE_FIXTURE(PythonFixture, "more functions than processes may be take turns") {
    if (!is_here) return;
    for (int i = 0; i < 6; ++i) {
      const std::string name = create_python("turn" + std::to_string(i),
                                             "def lambda_handler(event, context): return 'ok'");
      CHECK(answer(name) == "\"ok\"");
    }
    CHECK(answer("turn0") == "\"ok\"");
  }
}

}  // namespace
}  // namespace emu::test
