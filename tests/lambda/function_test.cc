// Sources: AWS Lambda API Reference, "CreateFunction", "UpdateFunctionConfiguration",
// "UpdateFunctionCode", "ListFunctions", "DeleteFunction".
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

constexpr const char* kArn = "arn:aws:lambda:us-east-1:000000000000:function:f";

Environment variables(std::map<std::string, std::string> all) {
  return {.variables = std::move(all)};
}

}  // namespace

TEST_SUITE("lambda: functions") {
  TEST_CASE_FIXTURE(LambdaFixture, "a function has Lambda's defaults for what is not given") {
    const FunctionConfiguration f = aws.send(CreateFunction{.function_name = "f",
                                                            .runtime = "nodejs18.x",
                                                            .role = role,
                                                            .handler = "index.handler",
                                                            .code = {.zip_file = "PK"}})
                                        .value();

    CHECK(f.function_arn == kArn);
    CHECK(f.timeout == 3s);
    CHECK(f.memory_size == 128);
    CHECK(f.ephemeral_storage.size == 512);
    CHECK(f.package_type == "Zip");
    CHECK(f.architectures == std::vector<std::string>{"x86_64"});
    CHECK(f.version == "$LATEST");
    CHECK(f.state == "Active");
    CHECK(f.last_modified == "2026-01-01T00:00:00.000+0000");
    CHECK(f.code_size == 2);
    CHECK(f.code_sha256 == "/Kt/zCtM/9m7RQA7/C5GigTvb3fKggCnNB8CdjFYTSU=");
    CHECK(f.tracing_config.mode == "PassThrough");
    CHECK(f.logging_config.log_group == "/aws/lambda/f");
    CHECK_FALSE(f.environment.has_value());

    const GetFunctionResult got = aws.send(GetFunction{.function_name = kArn}).value();
    CHECK(got.configuration.revision_id == f.revision_id);
    CHECK(got.code.repository_type == "S3");
    CHECK_FALSE(got.concurrency.has_value());
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a refused creation leaves nothing behind") {
    struct Case {
      const char* text;
      std::function<void(CreateFunction&)> change;
      const char* error;
    };
    const Case cases[] = {
        {"a long name", [](auto& in) { in.function_name = std::string(65, 'f'); },
         "ValidationException"},
        {"a strange name", [](auto& in) { in.function_name = "f!"; }, "ValidationException"},
        {"no runtime", [](auto& in) { in.runtime.reset(); }, "InvalidParameterValueException"},
        {"an unknown runtime", [](auto& in) { in.runtime = "cobol"; }, "ValidationException"},
        {"no handler", [](auto& in) { in.handler.reset(); }, "InvalidParameterValueException"},
        {"no code", [](auto& in) { in.code = {}; }, "InvalidParameterValueException"},
        {"a long timeout", [](auto& in) { in.timeout = 901s; }, "ValidationException"},
        {"no timeout", [](auto& in) { in.timeout = 0s; }, "ValidationException"},
        {"little memory", [](auto& in) { in.memory_size = 127; }, "ValidationException"},
        {"much memory", [](auto& in) { in.memory_size = 10241; }, "ValidationException"},
        {"a role's name alone", [](auto& in) { in.role = "worker"; }, "ValidationException"},
        {"a reserved variable",
         [](auto& in) {
           in.environment = variables({{"AWS_REGION", "x"}});
         },
         "InvalidParameterValueException"},
        {"a strange variable",
         [](auto& in) {
           in.environment = variables({{"1A", "x"}});
         },
         "ValidationException"},
        {"much environment",
         [](auto& in) {
           in.environment = variables({{"BIG", std::string(4094, 'x')}});
         },
         "InvalidParameterValueException"},
        {"a DLQ that is a topic",
         [](auto& in) {
           in.dead_letter_config = {.target_arn = "arn:aws:sns:us-east-1:000000000000:t"};
         },
         "InvalidParameterValueException"},
    };
    for (const Case& c : cases) {
      CAPTURE(c.text);
      CreateFunction in = request("f");
      c.change(in);
      CHECK(code(aws.send(in)) == c.error);
      CHECK(aws.send(ListFunctions{}).value().functions.empty());
    }
  }

  TEST_CASE_FIXTURE(LambdaFixture, "Lambda must be able to assume the role") {
    const std::string text = "The role defined for the function cannot be assumed by Lambda.";
    CreateFunction in = request("f");
    in.role = "arn:aws:iam::000000000000:role/nobody";
    CHECK(message(aws.send(in)) == text);
    in.role = create_role("for-instances", kEverything, "ec2.amazonaws.com");
    CHECK(message(aws.send(in)) == text);
    CHECK(code(aws.send(in)) == "InvalidParameterValueException");
    CHECK(aws.send(ListFunctions{}).value().functions.empty());
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a name is taken once") {
    aws.send(request("f")).value();
    const auto again = aws.send(request("f"));
    CHECK(code(again) == "ResourceConflictException");
    CHECK(again.error().status == 409);
    CHECK(message(again) == "Function already exist: f");
    // Other regions and accounts have names of their own.
    CHECK(cloud.aws({.region = "eu-west-1"}).send(request("f")).ok());
  }

  TEST_CASE_FIXTURE(LambdaFixture, "an update changes what it names, and makes a new revision") {
    const auto before = aws.send(request("f")).value();
    cloud.advance(1s);
    const auto after =
        aws.send(UpdateFunctionConfiguration{.function_name = "f",
                                             .environment = variables({{"STAGE", "prod"}})})
            .value();
    CHECK(after.environment->variables.at("STAGE") == "prod");
    CHECK(after.timeout == before.timeout);
    CHECK(after.handler == before.handler);
    CHECK(after.revision_id != before.revision_id);
    CHECK(after.last_modified == "2026-01-01T00:00:01.000+0000");

    const auto stale = aws.send(UpdateFunctionConfiguration{
        .function_name = "f", .timeout = 9s, .revision_id = before.revision_id});
    CHECK(code(stale) == "PreconditionFailedException");
    CHECK(stale.error().status == 412);
    CHECK(aws.send(GetFunctionConfiguration{.function_name = "f"}).value().timeout == 3s);
  }

  TEST_CASE_FIXTURE(LambdaFixture, "code is replaced, unless it is a dry run") {
    const auto before = aws.send(request("f")).value();
    const auto dry =
        aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = "PK2", .dry_run = true})
            .value();
    CHECK(dry.code_size == 3);
    CHECK(aws.send(GetFunctionConfiguration{.function_name = "f"}).value().code_size == 2);
    const auto after =
        aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = "PK2"}).value();
    CHECK(after.code_size == 3);
    CHECK(after.code_sha256 != before.code_sha256);
    CHECK(message(aws.send(UpdateFunctionCode{.function_name = "f"})) ==
          "Please provide a source for function code.");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "functions are listed by name, a page at a time") {
    for (const char* name : {"c", "a", "b"}) aws.send(request(name)).value();
    const auto first = aws.send(ListFunctions{.max_items = 2}).value();
    REQUIRE(first.functions.size() == 2);
    CHECK(first.functions[0].function_name == "a");
    REQUIRE(first.next_marker.has_value());
    const auto rest = aws.send(ListFunctions{.marker = first.next_marker}).value();
    REQUIRE(rest.functions.size() == 1);
    CHECK(rest.functions[0].function_name == "c");
    CHECK_FALSE(rest.next_marker.has_value());
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a deleted function is gone, and what it was doing ends") {
    bool ended = false;
    create_function("f", [&](Context& context, std::string_view) {
      context.sleep(2s);
      ended = true;
      return "1";
    });
    aws.send(Invoke{.function_name = "f", .invocation_type = "Event"}).value();
    cloud.advance(1s);
    aws.send(DeleteFunction{.function_name = "f"}).value();
    CHECK(code(aws.send(GetFunction{.function_name = "f"})) == "ResourceNotFoundException");
    CHECK(code(aws.send(DeleteFunction{.function_name = "f"})) == "ResourceNotFoundException");
    cloud.advance(1s);
    CHECK(ended);
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a handler sees its environment") {
    std::string seen;
    cloud.bind("f", [&](Context& context, std::string_view) {
      for (const char* name : {"STAGE", "AWS_REGION", "AWS_LAMBDA_FUNCTION_NAME",
                               "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "_HANDLER"}) {
        seen += *context.env(name) + " ";
      }
      seen += context.env("NONE") == nullptr ? "unset" : "set";
      CHECK(*context.env("AWS_LAMBDA_LOG_STREAM_NAME") == context.log_stream());
      CHECK(context.remaining() == 3s);
      return "1";
    });
    CreateFunction in = request("f");
    in.environment = variables({{"STAGE", "prod"}});
    aws.send(in).value();
    invoke("f");
    CHECK(seen == "prod us-east-1 f 128 lambda_function.lambda_handler unset");
  }
}

}  // namespace emu::test
