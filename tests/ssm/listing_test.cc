// Source: AWS Systems Manager API Reference, "GetParametersByPath", "DescribeParameters",
// "ParameterStringFilter", "AddTagsToResource".
#include <doctest/doctest.h>
#include <emu/pages.h>
#include <emu/ssm.h>

#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

using namespace ssm;

namespace {

struct ListingFixture : Fixture {
  ListingFixture() {
    put("plain", "String");
    put("/a/one", "String");
    put("/a/two", "SecureString");
    put("/a/deep/er/three", "StringList");
    put("/a-b/four", "String");
    put("/b/five", "String");
    tag("/b/five", "team", "bus");
    tag("plain", "team", "train");
  }
  void put(const std::string& name, const std::string& type) {
    aws.send(PutParameter{.name = name, .value = name, .type = type, .overwrite = true}).value();
  }
  void tag(const std::string& name, const std::string& key, const std::string& value) {
    aws.send(AddTagsToResource{.resource_type = "Parameter",
                               .resource_id = name,
                               .tags = {{.key = key, .value = value}}})
        .value();
  }
  template <class Page>
  static std::string names(const Page& page) {
    std::string all;
    for (const auto& parameter : page.parameters) all += parameter.name + " ";
    return all;
  }
  std::string below(const std::string& path, bool recursive,
                    std::vector<ParameterStringFilter> filters = {}) {
    return names(
        aws.send(GetParametersByPath{
                     .path = path, .recursive = recursive, .parameter_filters = std::move(filters)})
            .value());
  }
  std::string described(std::vector<ParameterStringFilter> filters) {
    return names(aws.send(DescribeParameters{.parameter_filters = std::move(filters)}).value());
  }
  std::string refusal(ParameterStringFilter filter) {
    return code(aws.send(DescribeParameters{.parameter_filters = {std::move(filter)}}));
  }
};

}  // namespace

TEST_SUITE("ssm: GetParametersByPath") {
  TEST_CASE_FIXTURE(ListingFixture, "one level below a path, or all") {
    CHECK(below("/a", false) == "/a/one /a/two ");
    CHECK(below("/a/", true) == "/a/deep/er/three /a/one /a/two ");
    CHECK(below("/a/deep", false).empty());
    CHECK(below("/a/one", true).empty());
    CHECK(below("/", false) == "plain ");
    CHECK(below("/", true) == "/a-b/four /a/deep/er/three /a/one /a/two /b/five plain ");
    for (const std::string path : {"a", "/a//b", "/a b"}) {
      CHECK_MESSAGE(code(aws.send(GetParametersByPath{.path = path})) == "ValidationException",
                    path);
    }
  }

  TEST_CASE_FIXTURE(ListingFixture, "it comes in pages of ten at most") {
    for (int i = 10; i < 35; ++i) put("/many/" + std::to_string(i), "String");
    std::vector<std::size_t> sizes;
    std::string all;
    for_each_page(aws, GetParametersByPath{.path = "/many"},
                  [&](const GetParametersByPathResult& page) {
                    sizes.push_back(page.parameters.size());
                    all += names(page);
                  })
        .value();
    CHECK(sizes == std::vector<std::size_t>{10, 10, 5});
    CHECK(all.starts_with("/many/10 /many/11 "));
    CHECK(code(aws.send(GetParametersByPath{.path = "/many", .max_results = 11})) ==
          "ValidationException");
    CHECK(code(aws.send(GetParametersByPath{.path = "/many", .next_token = "!"})) ==
          "InvalidNextToken");
  }

  TEST_CASE_FIXTURE(ListingFixture, "filters choose by type, key and label") {
    CHECK(below("/", true, {{.key = "Type", .values = {"SecureString", "StringList"}}}) ==
          "/a/deep/er/three /a/two ");
    CHECK(below("/", true, {{.key = "KeyId", .option = "BeginsWith", .values = {"alias/"}}}) ==
          "/a/two ");
    put("/a/one", "StringList");
    aws.send(LabelParameterVersion{.name = "/a/one", .parameter_version = 1, .labels = {"old"}})
        .value();
    const auto labelled =
        aws.send(GetParametersByPath{.path = "/a",
                                     .parameter_filters = {{.key = "Label", .values = {"old"}}}})
            .value();
    REQUIRE(labelled.parameters.size() == 1);
    CHECK(labelled.parameters[0].version == 1);
    for (const std::string key : {"Name", "Path", "tag:team", "Other"}) {
      CHECK(code(aws.send(GetParametersByPath{
                .path = "/", .parameter_filters = {{.key = key, .values = {"x"}}}})) ==
            "InvalidFilterKey");
    }
    CHECK(code(aws.send(GetParametersByPath{
              .path = "/",
              .parameter_filters = {{.key = "Label", .option = "BeginsWith", .values = {"x"}}}})) ==
          "InvalidFilterOption");
  }
}

TEST_SUITE("ssm: DescribeParameters") {
  TEST_CASE_FIXTURE(ListingFixture, "filters choose by name, path, type, tier, data type and tag") {
    CHECK(described({{.key = "Name", .values = {"/a/one", "plain"}}}) == "/a/one plain ");
    CHECK(described({{.key = "Name", .option = "BeginsWith", .values = {"/a"}}}) ==
          "/a-b/four /a/deep/er/three /a/one /a/two ");
    CHECK(described({{.key = "Name", .option = "BeginsWith", .values = {"one"}}}).empty());
    CHECK(described({{.key = "Name", .option = "Contains", .values = {"ee"}}}) ==
          "/a/deep/er/three ");
    CHECK(described({{.key = "Path", .values = {"/a"}}}) == "/a/one /a/two ");
    CHECK(described({{.key = "Path", .option = "Recursive", .values = {"/a", "/b"}}}) ==
          "/a/deep/er/three /a/one /a/two /b/five ");
    CHECK(described({{.key = "Type", .values = {"StringList"}}}) == "/a/deep/er/three ");
    CHECK(described({{.key = "Tier", .values = {"Advanced"}}}).empty());
    CHECK(described({{.key = "DataType", .values = {"text"}},
                     {.key = "Type", .values = {"SecureString"}}}) == "/a/two ");
    CHECK(described({{.key = "tag:team"}}) == "/b/five plain ");
    CHECK(described({{.key = "tag:team", .values = {"bus"}}}) == "/b/five ");
  }

  TEST_CASE_FIXTURE(ListingFixture, "the older filters are taken too, but not both") {
    CHECK(names(aws.send(DescribeParameters{.filters = {{.key = "Name", .values = {"/a/"}}}})
                    .value()) == "/a/deep/er/three /a/one /a/two ");
    CHECK(code(aws.send(DescribeParameters{
              .filters = {{.key = "Name", .values = {"a"}}},
              .parameter_filters = {{.key = "Name", .values = {"a"}}}})) == "ValidationException");
  }

  TEST_CASE_FIXTURE(ListingFixture, "filters that are none are refused") {
    CHECK(refusal({.key = "Label", .values = {"x"}}) == "InvalidFilterKey");
    CHECK(refusal({.key = "Name"}) == "InvalidFilterValue");
    CHECK(refusal({.key = "Type", .values = {"Text"}}) == "InvalidFilterValue");
    CHECK(refusal({.key = "Type", .option = "Contains", .values = {"S"}}) == "InvalidFilterOption");
    CHECK(refusal({.key = "Path", .option = "Equals", .values = {"/a"}}) == "InvalidFilterOption");
    CHECK(refusal({.key = "Path", .values = {"a"}}) == "ValidationException");
    CHECK(code(aws.send(DescribeParameters{
              .parameter_filters = {{.key = "Name", .values = {"a"}},
                                    {.key = "Name", .values = {"b"}}}})) == "InvalidFilterKey");
  }

  TEST_CASE_FIXTURE(ListingFixture, "it comes in pages") {
    auto page = aws.send(DescribeParameters{.max_results = 4}).value();
    CHECK(names(page) == "/a-b/four /a/deep/er/three /a/one /a/two ");
    page = aws.send(DescribeParameters{.next_token = page.next_token}).value();
    CHECK(names(page) == "/b/five plain ");
    CHECK(page.next_token.empty());
    CHECK(aws.send(DescribeParameters{.shared = true}).value().parameters.empty());
  }
}

TEST_SUITE("ssm: tags") {
  TEST_CASE_FIXTURE(ListingFixture, "tags are added, replaced, listed and removed") {
    tag("plain", "team", "bus");
    tag("plain", "stage", "");
    const auto listed = [&] {
      return aws.send(ListTagsForResource{.resource_type = "Parameter", .resource_id = "plain"})
          .value()
          .tag_list;
    };
    REQUIRE(listed().size() == 2);
    CHECK(listed()[0].key == "stage");
    CHECK(listed()[1].value == "bus");
    aws.send(RemoveTagsFromResource{
                 .resource_type = "Parameter", .resource_id = "plain", .tag_keys = {"team", "x"}})
        .value();
    CHECK(listed().size() == 1);
  }

  TEST_CASE_FIXTURE(ListingFixture, "tags of what is not there, and too many, are refused") {
    const auto add = [&](const std::string& type, const std::string& id, std::vector<Tag> tags) {
      return code(aws.send(
          AddTagsToResource{.resource_type = type, .resource_id = id, .tags = std::move(tags)}));
    };
    const std::vector<Tag> one = {{.key = "a", .value = "b"}};
    CHECK(add("Parameter", "missing", one) == "InvalidResourceId");
    CHECK(add("Document", "plain", one) == "InvalidResourceId");
    CHECK(add("Other", "plain", one) == "ValidationException");
    CHECK(add("Parameter", "plain", {{.key = "aws:x", .value = "b"}}) == "ValidationException");
    std::vector<Tag> many;
    for (int i = 0; i < 50; ++i) many.push_back({.key = std::to_string(i), .value = "b"});
    CHECK(add("Parameter", "plain", many) == "TooManyTagsError");
    CHECK(aws.send(ListTagsForResource{.resource_type = "Parameter", .resource_id = "plain"})
              .value()
              .tag_list.size() == 1);
  }
}

}  // namespace emu::test
