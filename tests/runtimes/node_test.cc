#include <doctest/doctest.h>

#include "runtimes/functions_fixture.h"

namespace emu::test {
namespace {

struct NodeFixture : FunctionsFixture {
  const bool is_here = has_program("node");
};

bool has_part(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_SUITE("runtimes: Node.js") {
  TEST_CASE_FIXTURE(NodeFixture, "handlers are CommonJS or modules, async or with a callback") {
    if (!is_here) return;
    create_node("common", "index.js", R"js(
exports.handler = async (event, context) => {
  console.log("got %s", event.name);
  return {
    hello: event.name, name: context.functionName, memory: context.memoryLimitInMB,
    time: context.getRemainingTimeInMillis() > 100000, request: context.awsRequestId.length,
  };
};)js");
    CHECK(answer("common", R"({"name":"Ünal"})") ==
          "{\"hello\":\"Ünal\",\"name\":\"common\",\"memory\":\"512\",\"time\":true,"
          "\"request\":36}");
    CHECK(is_logged("common", "\tINFO\tgot Ünal"));
    create_node("module", "index.mjs", R"js(
const ready = await Promise.resolve("awaited");
export const handler = async () => ready;)js");
    CHECK(answer("module") == "\"awaited\"");
    create_node("calls", "index.js", R"js(
exports.handler = (event, context, callback) => {
  setTimeout(() => callback(null, "called"), 1);
};)js");
    CHECK(answer("calls") == "\"called\"");
    create_node("silent", "index.js", "exports.handler = () => {};");
    CHECK(answer("silent") == "null");
  }

  TEST_CASE_FIXTURE(NodeFixture, "a nested name in a package of modules is found") {
    if (!is_here) return;
    create("nested", {.runtime = "nodejs20.x",
                      .handler = "src/app.api.get",
                      .files = {{.path = "package.json", .content = R"({"type":"module"})"},
                                {.path = "src/app.js", .content = R"js(
export const api = { get: async () => "nested" };)js"}}});
    CHECK(answer("nested") == "\"nested\"");
  }

  // The texts are those of Lambda's runtime for Node.js.
  TEST_CASE_FIXTURE(NodeFixture, "what fails is told with its type, message and stack") {
    if (!is_here) return;
    struct Case {
      std::string code;
      std::string type;
      std::string message;
    };
    const std::vector<Case> cases = {
        {"exports.handler = async () => { throw new TypeError('no seat'); };", "TypeError",
         "no seat"},
        {"exports.handler = (e, c, callback) => callback(new RangeError('late'));", "RangeError",
         "late"},
        {"exports.handler = async () => { throw 'text'; };", "string", "text"},
        {"require('./missing');", "Runtime.ImportModuleError",
         "Error: Cannot find module './missing'"},
        {"exports.handler = (", "Runtime.UserCodeSyntaxError",
         "SyntaxError: Unexpected end of input"},
        {"exports.other = 1;", "Runtime.HandlerNotFound",
         "index.handler is undefined or not exported"},
        {"exports.handler = 1;", "Runtime.HandlerNotFound", "index.handler is not a function"},
        {"exports.handler = () => { setTimeout(() => { throw new Error('lost'); }, 1); };", "Error",
         "lost"},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
      CAPTURE(cases[i].code);
      const std::string name = create_node("fails" + std::to_string(i), "index.js", cases[i].code);
      const lambda::InvokeResult result = invoke(name);
      CHECK(result.function_error == "Unhandled");
      const std::string payload = result.payload.str();
      CAPTURE(payload);
      CHECK(has_part(payload, "{\"errorType\":\"" + cases[i].type + "\",\"errorMessage\":\"" +
                                  cases[i].message));
      CHECK(is_logged(name, "\tERROR\t"));
    }
  }
}

}  // namespace
}  // namespace emu::test
