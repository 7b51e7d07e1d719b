// Sources: AWS Lambda API Reference, "PublishLayerVersion", "GetLayerVersion",
// "GetLayerVersionByArn", "ListLayers", "ListLayerVersions", "DeleteLayerVersion"; Lambda Developer
// Guide, "Managing Lambda dependencies with layers", "Lambda quotas".
#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>
#include <utility>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

constexpr const char* kDeps = "arn:aws:lambda:us-east-1:000000000000:layer:deps";

struct LayersFixture : LambdaFixture {
  LayerVersion publish(const std::string& name, std::vector<std::string> runtimes = {}) {
    return aws
        .send(PublishLayerVersion{.layer_name = name,
                                  .content = {.zip_file = zip_file()},
                                  .compatible_runtimes = std::move(runtimes)})
        .value();
  }
  // What is said of a function with those layers.
  std::string refusal(std::vector<std::string> layers) {
    CreateFunction in = request("f");
    in.layers = std::move(layers);
    return message(aws.send(in));
  }
  // A zip file that says it is that large.
  static std::string zip_of_size(std::uint32_t bytes) {
    std::string zip = zip_file();
    const std::size_t entry = zip.find("PK\1\2");
    for (std::size_t i = 0; i < 4; ++i) zip[entry + 24 + i] = static_cast<char>(bytes >> (8 * i));
    return zip;
  }
  LayerVersion publish_size(const std::string& name, std::uint32_t bytes) {
    return aws
        .send(PublishLayerVersion{.layer_name = name, .content = {.zip_file = zip_of_size(bytes)}})
        .value();
  }
};

}  // namespace

TEST_SUITE("lambda: layers") {
  TEST_CASE_FIXTURE(LayersFixture, "a layer is published, found, given to a function and deleted") {
    const LayerVersion made = aws.send(PublishLayerVersion{.layer_name = "deps",
                                                           .description = "what all need",
                                                           .content = {.zip_file = zip_file()},
                                                           .compatible_runtimes = {"python3.12"},
                                                           .license_info = "MIT",
                                                           .compatible_architectures = {"arm64"}})
                                  .value();
    CHECK(made.layer_arn == kDeps);
    CHECK(made.layer_version_arn == std::string(kDeps) + ":1");
    CHECK(made.version == 1);
    CHECK(made.created_date == "2026-01-01T00:00:00.000+0000");
    CHECK(made.content.code_size == static_cast<std::int64_t>(zip_file().size()));
    CHECK_FALSE(made.content.code_sha256.empty());

    const auto got = aws.send(GetLayerVersion{.layer_name = kDeps, .version_number = 1}).value();
    CHECK(got.description == "what all need");
    CHECK(got.license_info == "MIT");
    CHECK(got.compatible_architectures == std::vector<std::string>{"arm64"});
    const auto by_arn = aws.send(GetLayerVersionByArn{.arn = made.layer_version_arn}).value();
    CHECK(by_arn.content.code_sha256 == made.content.code_sha256);

    CreateFunction in = request("f");
    in.layers = {made.layer_version_arn};
    const FunctionConfiguration f = aws.send(in).value();
    REQUIRE(f.layers.size() == 1);
    CHECK(f.layers[0].arn == made.layer_version_arn);
    CHECK(f.layers[0].code_size == made.content.code_size);

    aws.send(DeleteLayerVersion{.layer_name = "deps", .version_number = 1}).value();
    CHECK(code(aws.send(GetLayerVersion{.layer_name = "deps", .version_number = 1})) ==
          "ResourceNotFoundException");
    CHECK(aws.send(GetFunctionConfiguration{.function_name = "f"}).value().layers.size() == 1);
    // What is not there is deleted as well.
    CHECK(aws.send(DeleteLayerVersion{.layer_name = "none", .version_number = 1}).ok());
  }

  TEST_CASE_FIXTURE(LayersFixture, "the number of a version is not used again") {
    publish("deps");
    CHECK(publish("deps").version == 2);
    for (const std::int64_t version : {1, 2}) {
      aws.send(DeleteLayerVersion{.layer_name = "deps", .version_number = version}).value();
    }
    CHECK(aws.send(ListLayers{}).value().layers.empty());
    CHECK(publish("deps").version == 3);
  }

  TEST_CASE_FIXTURE(LayersFixture, "lists are in pages and know what a version is made for") {
    publish("a", {"python3.12"});
    publish("a", {"nodejs20.x"});
    publish("b", {"nodejs20.x"});
    const auto all = aws.send(ListLayers{}).value();
    REQUIRE(all.layers.size() == 2);
    CHECK(all.layers[0].latest_matching_version.version == 2);
    const auto python = aws.send(ListLayers{.compatible_runtime = "python3.12"}).value();
    REQUIRE(python.layers.size() == 1);
    CHECK(python.layers[0].latest_matching_version.version == 1);
    CHECK(aws.send(ListLayers{.compatible_architecture = "arm64"}).value().layers.empty());

    const auto first = aws.send(ListLayers{.max_items = 1}).value();
    REQUIRE(first.next_marker.has_value());
    const auto second = aws.send(ListLayers{.marker = first.next_marker, .max_items = 1}).value();
    CHECK(second.layers[0].layer_name == "b");
    CHECK_FALSE(second.next_marker.has_value());

    const auto latest = aws.send(ListLayerVersions{.layer_name = "a", .max_items = 1}).value();
    REQUIRE(latest.layer_versions.size() == 1);
    CHECK(latest.layer_versions[0].version == 2);
    const auto rest =
        aws.send(ListLayerVersions{.layer_name = "a", .marker = latest.next_marker}).value();
    REQUIRE(rest.layer_versions.size() == 1);
    CHECK(rest.layer_versions[0].version == 1);
    CHECK_FALSE(rest.next_marker.has_value());
    CHECK(aws.send(ListLayerVersions{.layer_name = "none"}).value().layer_versions.empty());
  }

  TEST_CASE_FIXTURE(LayersFixture, "what is no layer is refused, and nothing is made") {
    const auto publish_bad = [&](LayerVersionContentInput content) {
      return message(
          aws.send(PublishLayerVersion{.layer_name = "deps", .content = std::move(content)}));
    };
    CHECK(publish_bad({}) == "Please provide a source for function code.");
    CHECK(publish_bad({.zip_file = "text"}) ==
          "Could not unzip uploaded file. Please check your file, then try to upload again.");
    // A key without a bucket names nothing.
    CHECK(publish_bad({.s3_key = "key", .zip_file = "text"}) ==
          "Could not unzip uploaded file. Please check your file, then try to upload again.");
    CHECK(code(aws.send(PublishLayerVersion{
              .layer_name = "a b", .content = {.zip_file = zip_file()}})) == "ValidationException");
    CHECK(aws.send(ListLayers{}).value().layers.empty());
    CHECK(message(aws.send(GetLayerVersion{.layer_name = "deps", .version_number = 0})) ==
          "Layer Version Cannot be less than 1.");
    CHECK(message(aws.send(GetLayerVersion{.layer_name = "deps", .version_number = 1})) ==
          "The resource you requested does not exist.");
  }

  TEST_CASE_FIXTURE(LayersFixture, "a function takes at most five layers, which exist, once each") {
    const std::string deps = kDeps;
    publish("deps");
    publish("deps");
    CHECK(refusal({deps + ":9"}) == "Layer version " + deps + ":9 does not exist.");
    CHECK(refusal({deps + ":1", deps + ":2"}) ==
          "Two different versions of the same layer are not allowed to be referenced in the same "
          "function. " +
              deps + ":1 and " + deps + ":2 are versions of the same layer.");
    std::vector<std::string> six;
    for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
      six.push_back(publish(name).layer_version_arn);
    }
    CHECK(refusal(six) == "Cannot reference more than 5 layers.");
    CHECK(refusal({"arn:aws:lambda:eu-west-1:000000000000:layer:deps:1"}) ==
          "Layers are not in the same region as the function. Layers are expected to be in region "
          "us-east-1.");
    CHECK(refusal({"arn:aws:lambda:us-east-1:111111111111:layer:deps:1"})
              .find("no resource-based policy allows the lambda:GetLayerVersion action") !=
          std::string::npos);
    CHECK(code(aws.send(GetFunction{.function_name = "f"})) == "ResourceNotFoundException");
    six.pop_back();
    CHECK(refusal(six).empty());
  }

  TEST_CASE_FIXTURE(LayersFixture, "250 MB are what a function and its layers unpack to together") {
    const std::string large = publish_size("large", 200'000'000).layer_version_arn;
    const std::string other = publish_size("other", 62'144'001).layer_version_arn;
    CHECK(refusal({large, other}) ==
          "Layers consume more than the available size of 262144000 bytes");
    CreateFunction in = request("f");
    in.code.zip_file = zip_of_size(62'144'001);
    aws.send(in).value();
    CHECK(message(aws.send(
              UpdateFunctionConfiguration{.function_name = "f", .layers = std::vector{large}})) ==
          "Function code combined with layers exceeds the maximum allowed size of 262144000 "
          "bytes. The actual size is 262144001 bytes.");
    CHECK(aws.send(GetFunctionConfiguration{.function_name = "f"}).value().layers.empty());
    aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = zip_file()}).value();
    aws.send(UpdateFunctionConfiguration{.function_name = "f", .layers = std::vector{large}})
        .value();
    CHECK(message(aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = in.code.zip_file}))
              .starts_with("Function code combined with layers"));
  }

  TEST_CASE_FIXTURE(LayersFixture, "a layer's content may lie in S3") {
    aws.send(s3::CreateBucket{.bucket = "code"}).value();
    aws.send(s3::PutObject{.bucket = "code", .key = "deps.zip", .body = zip_file()}).value();
    const auto made = aws.send(PublishLayerVersion{
        .layer_name = "deps", .content = {.s3_bucket = "code", .s3_key = "deps.zip"}});
    CHECK(made.value().content.code_size == static_cast<std::int64_t>(zip_file().size()));
  }

  // Source: Lambda Developer Guide, "Adding layers to functions".
  TEST_CASE_FIXTURE(LayersFixture, "who gives a function a layer must be allowed to read it") {
    const std::string arn = publish("deps").layer_version_arn;
    aws.send(iam::CreateUser{.user_name = "limited"}).value();
    aws.send(iam::PutUserPolicy{
                 .user_name = "limited",
                 .policy_name = "inline",
                 .policy_document = allowing({"lambda:CreateFunction", "iam:PassRole"})})
        .value();
    Aws limited = cloud.aws({.access_key_id = aws.send(iam::CreateAccessKey{.user_name = "limited"})
                                                  .value()
                                                  .access_key.access_key_id});
    CreateFunction in = request("f");
    in.layers = {arn};
    const auto refused = limited.send(in);
    CHECK(code(refused) == "AccessDeniedException");
    CHECK(message(refused).find("lambda:GetLayerVersion on resource: " + arn) != std::string::npos);
  }
}

}  // namespace emu::test
