// Source: AWS Secrets Manager API Reference, "ListSecrets", "Filter", "GetRandomPassword".
#include <doctest/doctest.h>
#include <emu/pages.h>
#include <emu/secretsmanager.h>

#include <algorithm>
#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace secretsmanager;

namespace {

struct SecretListFixture : Fixture {
  SecretListFixture() {
    add("c", "Password of the Bus", {{.key = "team", .value = "bus"}});
    add("a", "key of the train", {{.key = "team", .value = "train"}});
    add("b/one", "", {{.key = "Stage", .value = "prod"}});
  }
  void add(const std::string& name, const std::string& description, std::vector<Tag> tags) {
    aws.send(CreateSecret{.name = name,
                          .description = description,
                          .secret_string = name,
                          .tags = std::move(tags)})
        .value();
    cloud.advance(1h);
  }
  std::string names(const ListSecrets& request) {
    std::string all;
    for_each_page(aws, request, [&](const ListSecretsResult& page) {
      for (const SecretListEntry& secret : page.secret_list) all += secret.name + " ";
    }).value();
    return all;
  }
  std::string filtered(const std::string& key, std::vector<std::string> values) {
    return names({.filters = {{.key = key, .values = std::move(values)}}});
  }
};

}  // namespace

TEST_SUITE("secretsmanager: ListSecrets") {
  TEST_CASE_FIXTURE(SecretListFixture, "secrets come in the order of their creation, or as asked") {
    CHECK(names({}) == "c a b/one ");
    CHECK(names({.sort_order = "desc"}) == "b/one a c ");
    CHECK(names({.sort_by = "name"}) == "a b/one c ");
    CHECK(names({.sort_order = "desc", .sort_by = "name"}) == "c b/one a ");
    aws.send(UpdateSecret{.secret_id = "c", .description = "x"}).value();
    CHECK(names({.sort_by = "last-changed-date"}) == "a b/one c ");
    aws.send(GetSecretValue{.secret_id = "a"}).value();
    CHECK(names({.sort_order = "desc", .sort_by = "last-accessed-date"}) == "a b/one c ");
  }

  TEST_CASE_FIXTURE(SecretListFixture, "every order comes in pages") {
    for (const std::string order : {"created-date", "name", "last-changed-date"}) {
      for (const std::string direction : {"asc", "desc"}) {
        CHECK(names({.max_results = 1, .sort_order = direction, .sort_by = order}) ==
              names({.sort_order = direction, .sort_by = order}));
      }
    }
    CHECK(code(aws.send(ListSecrets{.next_token = "x"})) == "InvalidNextTokenException");
    CHECK(code(aws.send(ListSecrets{.max_results = 101})) == "ValidationException");
  }

  TEST_CASE_FIXTURE(SecretListFixture, "filters compare beginnings, and words of everything") {
    CHECK(filtered("name", {"b/"}) == "b/one ");
    CHECK(filtered("name", {"B/"}).empty());
    CHECK(filtered("name", {"a", "c"}) == "c a ");
    CHECK(filtered("name", {"!a"}) == "c b/one ");
    CHECK(filtered("description", {"password"}) == "c ");
    CHECK(filtered("description", {"bus"}).empty());
    CHECK(filtered("tag-key", {"team"}) == "c a ");
    CHECK(filtered("tag-value", {"pr"}) == "b/one ");
    CHECK(filtered("all", {"BUS password"}) == "c ");
    CHECK(filtered("all", {"PROD"}) == "b/one ");
    CHECK(filtered("owning-service", {"x"}).empty());
    CHECK(names({.filters = {{.key = "tag-key", .values = {"team"}},
                             {.key = "tag-value", .values = {"bus"}}}}) == "c ");
    CHECK(code(aws.send(ListSecrets{.filters = {{.key = "other", .values = {"x"}}}})) ==
          "ValidationException");
  }

  TEST_CASE_FIXTURE(SecretListFixture, "what is marked for deletion is listed when asked for") {
    aws.send(DeleteSecret{.secret_id = "a"}).value();
    CHECK(names({}) == "c b/one ");
    CHECK(names({.include_planned_deletion = true}) == "c a b/one ");
    cloud.advance(std::chrono::days(30));
    CHECK(names({.include_planned_deletion = true}) == "c b/one ");
  }
}

TEST_SUITE("secretsmanager: GetRandomPassword") {
  TEST_CASE_FIXTURE(Fixture, "a password has a character of each type, and the length asked for") {
    const auto password = [&](GetRandomPassword request) {
      return aws.send(request).value().random_password;
    };
    const auto has = [](const std::string& text, auto test) {
      return std::any_of(text.begin(), text.end(), test);
    };
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
    CHECK(password({}).size() == 32);
    CHECK(password({}) != password({}));
    for (int i = 0; i < 50; ++i) {
      const std::string four = password({.password_length = 4});
      CHECK(has(four, is_upper));
      CHECK(has(four, is_number));
    }
    const std::string digits = password({.password_length = 4096,
                                         .exclude_characters = "0",
                                         .exclude_punctuation = true,
                                         .exclude_uppercase = true,
                                         .exclude_lowercase = true,
                                         .include_space = true});
    CHECK(digits.find_first_not_of("123456789 ") == digits.npos);
    CHECK(digits.find(' ') != digits.npos);
  }

  TEST_CASE_FIXTURE(Fixture, "a password that cannot be made is refused") {
    CHECK(code(aws.send(GetRandomPassword{.password_length = 3})) == "InvalidParameterException");
    CHECK(aws.send(GetRandomPassword{.password_length = 3, .require_each_included_type = false})
              .ok());
    CHECK(code(aws.send(GetRandomPassword{.exclude_numbers = true,
                                          .exclude_punctuation = true,
                                          .exclude_uppercase = true,
                                          .exclude_lowercase = true})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(GetRandomPassword{.password_length = 4097})) == "ValidationException");
  }
}

}  // namespace emu::test
