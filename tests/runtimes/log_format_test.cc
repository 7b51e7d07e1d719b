// Sources: Lambda Developer Guide, "Configuring JSON and plain text log formats", "Log-level
// filtering", "Understanding the Lambda execution environment lifecycle".
#include <doctest/doctest.h>

#include "runtimes/functions_fixture.h"

namespace emu::test {
namespace {

struct LogFormatFixture : FunctionsFixture {
  void log_as_json(const std::string& function, const std::string& application,
                   const std::string& system) {
    aws.send(lambda::UpdateFunctionConfiguration{
                 .function_name = function,
                 .logging_config = lambda::LoggingConfig{.log_format = "JSON",
                                                         .application_log_level = application,
                                                         .system_log_level = system}})
        .value();
  }
};

TEST_SUITE("runtimes: log format") {
  TEST_CASE_FIXTURE(LogFormatFixture, "Python's logging writes JSON from the function's level on") {
    if (!has_program("python3")) return;
    create_python("f", R"py(
import logging
def lambda_handler(event, context):
    logging.getLogger("seats").info("booked %d", 3, extra={"row": 7})
    logging.debug("not of that level")
    print("plain")
    try:
        [][0]
    except IndexError:
        logging.exception("lost")
    if event.get("fail"):
        raise ValueError("no such seat")
)py");
    log_as_json("f", "INFO", "DEBUG");
    answer("f");
    CHECK(is_logged("f", R"("level": "INFO", "message": "booked 3", "logger": "seats")"));
    CHECK(is_logged("f", R"("row": 7)"));
    CHECK(is_logged("f", R"("errorType": "IndexError")"));
    CHECK(is_logged("f", "plain"));
    CHECK_FALSE(is_logged("f", "not of that level"));
    CHECK(is_logged("f", R"("type":"platform.initStart","record":{"initializationType")"));
    CHECK(is_logged("f", R"("type":"platform.start","record":{"requestId":")"));
    CHECK(is_logged("f", R"("type":"platform.runtimeDone")"));
    CHECK(is_logged("f", R"("type":"platform.report")"));
    CHECK_FALSE(is_logged("f", "END RequestId"));
    answer("f", R"({"fail":true})");
    CHECK(is_logged("f", R"("log_level": "ERROR", "errorMessage": "no such seat")"));
  }

  TEST_CASE_FIXTURE(LogFormatFixture, "Node's console writes JSON, with errors as objects") {
    if (!has_program("node")) return;
    create_node("f", "index.js", R"js(
exports.handler = async () => {
  console.log({ seat: 12 });
  console.log("row", 7);
  console.info("left out");
  console.error(new RangeError("no such seat"));
};
)js");
    log_as_json("f", "INFO", "WARN");
    answer("f");
    CHECK(is_logged("f", R"("message":{"seat":12}})"));
    CHECK(is_logged("f", R"("message":"row 7"})"));
    CHECK(is_logged("f", R"("message":{"errorType":"RangeError","errorMessage":"no such seat")"));
    CHECK_FALSE(is_logged("f", "platform."));
    log_as_json("f", "ERROR", "WARN");
    answer("f");
    std::size_t count = 0;
    for (const std::string& line : log_lines("f")) count += line.find("left out") != line.npos;
    CHECK(count == 1);
  }

  TEST_CASE_FIXTURE(LogFormatFixture, "an init phase that fails is repeated in the invocation") {
    if (!has_program("python3")) return;
    // What is left in the package's folder says that it was tried before.
    create_python("f", R"py(
import os
mark = os.path.join(os.environ["LAMBDA_TASK_ROOT"], "mark")
if not os.path.exists(mark):
    open(mark, "w").close()
    raise RuntimeError("not yet")
def lambda_handler(event, context):
    return "ready"
)py");
    CHECK(answer("f") == R"("ready")");
    CHECK(is_logged("f", "Phase: init\tStatus: error\tError Type: RuntimeError"));
    CHECK_FALSE(is_logged("f", "Phase: invoke"));
    create_python("broken", "raise RuntimeError('never')");
    CHECK(answer("broken").find("never") != std::string::npos);
    CHECK(is_logged("broken", "Phase: invoke\tStatus: error\tError Type: RuntimeError"));
  }
}

TEST_SUITE("runtimes: what a function is told") {
  TEST_CASE_FIXTURE(LogFormatFixture, "the client's context reaches the handler") {
    const std::string context = "eyJjdXN0b20iOnsicm93Ijo3fX0=";  // {"custom":{"row":7}}
    if (has_program("python3")) {
      create_python("python", R"py(
def lambda_handler(event, context):
    if context.client_context is None: return None
    return [context.client_context.custom, context.identity.cognito_identity_id]
)py");
      const auto got =
          aws.send(lambda::Invoke{.function_name = "python", .client_context = context}).value();
      CHECK(got.payload.view() == R"([{"row": 7}, null])");
      CHECK(answer("python") == "null");
    }
    if (has_program("node")) {
      create_node("node", "index.js", "exports.handler = async (e, c) => c.clientContext ?? 0");
      const auto got =
          aws.send(lambda::Invoke{.function_name = "node", .client_context = context}).value();
      CHECK(got.payload.view() == R"({"custom":{"row":7}})");
      CHECK(answer("node") == "0");
    }
    create_python("f", "");
    CHECK(message(aws.send(lambda::Invoke{.function_name = "f", .client_context = "eyJ"})) ==
          "Client context must be a valid Base64-encoded JSON object.");
  }

  TEST_CASE_FIXTURE(LogFormatFixture, "who lacks the SDK is told how to install it") {
    if (has_program("python3")) {
      create_python("python",
                    "raise ModuleNotFoundError(\"No module named 'boto3'\", name='boto3')");
      answer("python");
      CHECK(is_logged("python", "To install it: pip install boto3"));
    }
    if (has_program("node")) {
      create_node("node", "index.js", "require('@aws-sdk/client-of-nothing/deep')");
      answer("node");
      CHECK(is_logged("node", "To install it: npm install @aws-sdk/client-of-nothing,"));
    }
  }
}

}  // namespace
}  // namespace emu::test
