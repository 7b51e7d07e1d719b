// Source: Amazon DynamoDB API Reference, "TagResource", "UntagResource", "ListTagsOfResource";
// Developer Guide, "Tagging restrictions in DynamoDB".
#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

std::vector<Tag> numbered(int from, int to) {
  std::vector<Tag> tags;
  for (int i = from; i < to; ++i) tags.push_back({.key = "k" + std::to_string(i), .value = ""});
  return tags;
}

}  // namespace

TEST_SUITE("dynamodb: tags") {
  TEST_CASE_FIXTURE(TableFixture, "tags are added, changed and taken away") {
    aws.send(TagResource{.resource_arn = kStatsArn, .tags = {{"team", "bus"}, {"stage", ""}}})
        .value();
    aws.send(TagResource{.resource_arn = kStatsArn, .tags = {{"stage", "test"}}}).value();
    auto tags = aws.send(ListTagsOfResource{.resource_arn = kStatsArn}).value().tags;
    REQUIRE(tags.size() == 2);
    CHECK(tags[1].value == "test");
    aws.send(UntagResource{.resource_arn = kStatsArn, .tag_keys = {"team", "none"}}).value();
    tags = aws.send(ListTagsOfResource{.resource_arn = kStatsArn}).value().tags;
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].key == "stage");
  }

  TEST_CASE_FIXTURE(TableFixture, "a page has ten tags") {
    aws.send(TagResource{.resource_arn = kStatsArn, .tags = numbered(0, 25)}).value();
    std::vector<std::string> seen;
    std::vector<std::size_t> sizes;
    std::optional<std::string> token;
    do {
      const auto page =
          aws.send(ListTagsOfResource{.resource_arn = kStatsArn, .next_token = token}).value();
      for (const Tag& tag : page.tags) seen.push_back(tag.key);
      sizes.push_back(page.tags.size());
      token = page.next_token;
    } while (!token->empty());
    CHECK(sizes == std::vector<std::size_t>{10, 10, 5});
    CHECK(seen.back() == "k24");
    CHECK(code(aws.send(ListTagsOfResource{.resource_arn = kStatsArn, .next_token = "bm9uZQ=="})) ==
          "ValidationException");
  }

  TEST_CASE_FIXTURE(TableFixture, "what may not be is refused, and changes nothing") {
    const std::string missing = "arn:aws:dynamodb:us-east-1:000000000000:table/none";
    const auto not_found = aws.send(ListTagsOfResource{.resource_arn = missing});
    CHECK(code(not_found) == "ResourceNotFoundException");
    CHECK(message(not_found) ==
          "Requested resource not found: ResourcArn: " + missing + " not found");
    const auto no_arn = aws.send(TagResource{.resource_arn = "stats", .tags = {{"a", "b"}}});
    CHECK(code(no_arn) == "ValidationException");
    CHECK(message(no_arn) == "Invalid TableArn: Invalid ResourceArn provided as input stats");
    aws.send(TagResource{.resource_arn = kStatsArn, .tags = numbered(0, 50)}).value();
    for (const std::vector<Tag>& tags :
         {numbered(50, 51), {{"x", "1"}, {"x", "2"}}, {{"aws:x", "1"}}}) {
      CHECK(code(aws.send(TagResource{.resource_arn = kStatsArn, .tags = tags})) ==
            "ValidationException");
    }
    aws.send(TagResource{.resource_arn = kStatsArn, .tags = {{"k0", "changed"}}}).value();
    CHECK(aws.send(ListTagsOfResource{.resource_arn = kStatsArn}).value().tags.front().value ==
          "changed");
  }
}

}  // namespace emu::test
