// Sources: AWS Lambda API Reference, "CreateFunction", "UpdateFunctionConfiguration",
// "UpdateFunctionCode", "ListFunctions", "DeleteFunction".
#include <doctest/doctest.h>
#include <emu/s3.h>

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
                                                            .code = {.zip_file = zip_file()}})
                                        .value();

    CHECK(f.function_arn == kArn);
    CHECK(f.timeout == 3s);
    CHECK(f.memory_size == 128);
    CHECK(f.ephemeral_storage.size == 512);
    CHECK(f.package_type == "Zip");
    CHECK(f.architectures == std::vector<std::string>{"x86_64"});
    CHECK(f.version == "$LATEST");
    CHECK(f.last_modified == "2026-01-01T00:00:00.000+0000");
    CHECK(f.code_size == static_cast<std::int64_t>(zip_file().size()));
    CHECK(f.tracing_config.mode == "PassThrough");
    CHECK(f.logging_config.log_group == "/aws/lambda/f");
    CHECK_FALSE(f.logging_config.system_log_level.has_value());
    CHECK_FALSE(f.environment.has_value());
    REQUIRE(f.runtime_version_config.has_value());
    CHECK(f.runtime_version_config->runtime_version_arn.starts_with(
        "arn:aws:lambda:us-east-1::runtime:"));

    const GetFunctionResult got = aws.send(GetFunction{.function_name = kArn}).value();
    CHECK(got.code.repository_type == "S3");
    CHECK_FALSE(got.concurrency.has_value());
  }

  // As recorded from AWS. Lambda Developer Guide, "Lambda function states".
  TEST_CASE_FIXTURE(LambdaFixture, "what is made and changed is pending in its answer only") {
    const FunctionConfiguration made = aws.send(request("f")).value();
    CHECK(made.state == "Pending");
    CHECK(made.state_reason == "The function is being created.");
    CHECK(made.state_reason_code == "Creating");
    CHECK(made.last_update_status.empty());
    const auto active = aws.send(GetFunctionConfiguration{.function_name = "f"}).value();
    CHECK(active.state == "Active");
    CHECK(active.state_reason.empty());
    CHECK(active.last_update_status == "Successful");
    CHECK(active.revision_id != made.revision_id);

    const auto changed =
        aws.send(UpdateFunctionConfiguration{.function_name = "f", .timeout = 4s}).value();
    CHECK(changed.state == "Active");
    CHECK(changed.last_update_status == "InProgress");
    CHECK(changed.last_update_status_reason_code == "Creating");
    const auto after = aws.send(GetFunctionConfiguration{.function_name = "f"}).value();
    CHECK(after.last_update_status == "Successful");
    CHECK(after.last_update_status_reason.empty());
    CHECK(after.revision_id != changed.revision_id);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(LambdaFixture, "empty variables stay, and JSON logs have levels") {
    CreateFunction in = request("f");
    in.environment = Environment{};
    in.logging_config = LoggingConfig{.log_format = "JSON"};
    const auto made = aws.send(in).value();
    CHECK(made.environment.has_value());
    CHECK(made.logging_config.application_log_level == "INFO");
    CHECK(made.logging_config.system_log_level == "INFO");

    const auto quieter =
        aws.send(UpdateFunctionConfiguration{
                     .function_name = "f",
                     .logging_config = LoggingConfig{.application_log_level = "ERROR"}})
            .value();
    CHECK(quieter.logging_config.log_format == "JSON");
    CHECK(quieter.logging_config.application_log_level == "ERROR");
    const auto text =
        aws.send(UpdateFunctionConfiguration{.function_name = "f",
                                             .logging_config = LoggingConfig{.log_format = "Text"}})
            .value();
    CHECK_FALSE(text.logging_config.application_log_level.has_value());
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(LambdaFixture, "refusals have Lambda's words") {
    const auto refusal = [&](const std::function<void(CreateFunction&)>& change) {
      CreateFunction in = request("f");
      change(in);
      const auto refused = aws.send(in);
      return code(refused) + ": " + message(refused);
    };
    const std::string long_name(65, 'f');
    CHECK(refusal([&](auto& in) { in.function_name = long_name; }) ==
          "InvalidParameterValueException: 1 validation error detected: Value '" + long_name +
              "' at 'functionName' failed to satisfy constraint: Member must have length less than "
              "or equal to 64");
    CHECK(refusal([](auto& in) { in.runtime = "cobol"; })
              .starts_with("InvalidParameterValueException: Value cobol at 'runtime' failed to "
                           "satisfy constraint: Member must satisfy enum value set: ["));
    CHECK(refusal([](auto& in) { in.runtime = "cobol"; }).ends_with("] or be a valid ARN"));
    CHECK(refusal([](auto& in) { in.architectures = {"vax"}; }) ==
          "ValidationException: 1 validation error detected: Value '[vax]' at 'architectures' "
          "failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum "
          "value set: [x86_64, arm64], Member must not be null]");
    CHECK(refusal([](auto& in) { in.layers = {"mine"}; })
              .starts_with("ValidationException: 1 validation error detected: Value '[mine]' at "
                           "'layers' failed to satisfy constraint: Member must satisfy constraint: "
                           "[Member must have length less than or equal to 140, Member must have "
                           "length greater than or equal to 1, Member must satisfy regular "
                           "expression pattern: "));
    CHECK(refusal([](auto& in) {
            in.environment = variables({{"BIG", std::string(4096, 'x')}});
          }).ends_with("String measured: {\"BIG\":\"" + std::string(4096, 'x') + "\"}"));
    CHECK(refusal([](auto& in) {
            for (int i = 0; i < 51; ++i) in.tags[std::to_string(i)] = "x";
          }) == "InvalidParameterValueException: Number of tags exceeds resource tag limit");
    CHECK(refusal([](auto& in) { in.code.zip_file = std::string(52'625'412, 'x'); }) ==
          "RequestEntityTooLargeException: Request must be smaller than 70167211 bytes for the "
          "CreateFunction operation");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "4 KB of environment are measured as JSON") {
    CreateFunction in = request("f");
    in.environment = variables({{"BIG", std::string(4087, 'x')}});  // {"BIG":"…"}
    CHECK(code(aws.send(in)) == "InvalidParameterValueException");
    in.environment = variables({{"BIG", std::string(4086, 'x')}});
    CHECK(aws.send(in).ok());
  }

  // As recorded from AWS: the pattern is of the API model, and what breaks it is not measured.
  TEST_CASE_FIXTURE(LambdaFixture, "a name in the URI that breaks its pattern is not measured") {
    const std::string name(300, '!');
    CHECK(
        message(aws.send(GetFunction{.function_name = name})) ==
        "1 validation error detected: Value '" + name +
            "' at 'functionName' failed to satisfy constraint: Member must satisfy regular "
            "expression pattern: "
            R"((arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?)"
            R"((\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?)");
    CHECK(message(aws.send(GetFunction{.function_name = std::string(257, 'f')})) ==
          "1 validation error detected: Value '" + std::string(257, 'f') +
              "' at 'functionName' failed to satisfy constraint: Member must have length less than "
              "or equal to 256");
    CHECK(code(aws.send(GetFunction{.function_name = "name.space"})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(UpdateFunctionCode{.function_name = "name.space"})) ==
          "ValidationException");
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(LambdaFixture, "a package must be a zip file, unless C++ code is bound") {
    const auto refusal = [&](const FunctionCode& code) {
      CreateFunction in = request("f");
      in.code = code;
      return message(aws.send(in));
    };
    const std::string no_zip =
        "Could not unzip uploaded file. Please check your file, then try to upload again.";
    CHECK(refusal({.zip_file = "PK"}) == no_zip);
    CHECK(refusal({.zip_file = zip_file().substr(0, zip_file().size() - 1)}) == no_zip);
    CHECK(refusal({.zip_file = "PK\5\6" + std::string(18, '\0')}) ==
          "Uploaded file must be a non-empty zip");
    const FunctionCode object{.s3_bucket = "packages", .s3_key = "f.zip"};
    CHECK(refusal(object) ==
          "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The "
          "specified bucket does not exist");
    aws.send(s3::CreateBucket{.bucket = "packages"}).value();
    CHECK(refusal(object) ==
          "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The "
          "specified key does not exist.");
    aws.send(s3::PutObject{.bucket = "packages", .key = "f.zip", .body = zip_file()}).value();
    CreateFunction in = request("f");
    in.code = object;
    const auto made = aws.send(in).value();
    CHECK(made.code_size == static_cast<std::int64_t>(zip_file().size()));
    CHECK(message(aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = "PK"})) == no_zip);

    cloud.bind("g", [](Context&, std::string_view) { return "1"; });
    in.function_name = "g";
    in.code = {.s3_bucket = "nowhere", .s3_key = "g.zip"};
    CHECK(aws.send(in).ok());
  }

  // Source: AWS Lambda API Reference, "ListVersionsByFunction", "GetFunctionCodeSigningConfig".
  TEST_CASE_FIXTURE(LambdaFixture, "$LATEST is the only version, and no code is signed") {
    aws.send(request("f")).value();
    const auto versions = aws.send(ListVersionsByFunction{.function_name = "f"}).value().versions;
    REQUIRE(versions.size() == 1);
    CHECK(versions[0].version == "$LATEST");
    CHECK(versions[0].function_arn == std::string(kArn) + ":$LATEST");
    CHECK(aws.send(GetFunctionCodeSigningConfig{.function_name = "f"})
              .value()
              .code_signing_config_arn.empty());
    CHECK(code(aws.send(ListVersionsByFunction{.function_name = "g"})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(GetFunctionCodeSigningConfig{.function_name = "g"})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a refused creation leaves nothing behind") {
    struct Case {
      const char* text;
      std::function<void(CreateFunction&)> change;
      const char* error;
    };
    const Case cases[] = {
        {"a long name", [](auto& in) { in.function_name = std::string(65, 'f'); },
         "InvalidParameterValueException"},
        {"a strange name", [](auto& in) { in.function_name = "f!"; }, "ValidationException"},
        {"no runtime", [](auto& in) { in.runtime.reset(); }, "InvalidParameterValueException"},
        {"an unknown runtime", [](auto& in) { in.runtime = "cobol"; },
         "InvalidParameterValueException"},
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
        {"a DLQ that is a bucket",
         [](auto& in) { in.dead_letter_config = {.target_arn = "arn:aws:s3:::t"}; },
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
    const std::string other = zip_file("other");
    const auto size = static_cast<std::int64_t>(other.size());
    const auto dry =
        aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = other, .dry_run = true})
            .value();
    CHECK(dry.code_size == size);
    CHECK(aws.send(GetFunctionConfiguration{.function_name = "f"}).value().code_size ==
          before.code_size);
    const auto after =
        aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = other}).value();
    CHECK(after.code_size == size);
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

  // As recorded from AWS.
  TEST_CASE_FIXTURE(LambdaFixture, "what is deleted of a function is looked at before it") {
    const auto deletion = [&](const std::string& name, const std::string& version) {
      const auto deleted = aws.send(DeleteFunction{.function_name = name, .qualifier = version});
      return code(deleted) + message(deleted);
    };
    const std::string invalid = "InvalidParameterValueException";
    const std::string latest =
        invalid + "$LATEST version cannot be deleted without deleting the function.";
    CHECK(deletion("none", "$LATEST") == latest);
    CHECK(deletion("none", "live") == invalid + "Deletion of aliases is not currently supported.");
    CHECK(deletion("none", "7") ==
          "ResourceNotFoundExceptionFunction not found: "
          "arn:aws:lambda:us-east-1:000000000000:function:none");
    aws.send(request("f")).value();
    CHECK(deletion("f", "$LATEST") == latest);
    CHECK(deletion("f", "7").empty());
    CHECK(aws.send(GetFunction{.function_name = "f"}).ok());
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
