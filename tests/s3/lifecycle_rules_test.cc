// Sources: Amazon S3 API Reference, "PutBucketLifecycleConfiguration", "LifecycleRule",
// "LifecycleRuleFilter"; User Guide, "Lifecycle configuration elements", "Transitioning objects
// using Amazon S3 Lifecycle". AWS does not document the texts of refusals. That an And has two
// conditions: the thread "providing filter "and" clause with only "prefix" causes MalformedXML
// error" of hashicorp/terraform-provider-aws.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>

#include "s3/s3_fixture.h"
#include "server/api_fixture.h"

namespace emu::s3 {
namespace {

struct RulesFixture : S3Fixture {
  static LifecycleRule expiring(std::string id, std::int32_t days) {
    return {.expiration = LifecycleExpiration{.days = days},
            .id = std::move(id),
            .filter = LifecycleRuleFilter{.prefix = "logs/"},
            .status = "Enabled"};
  }
  Result<PutBucketLifecycleConfigurationResult> set(std::vector<LifecycleRule> rules) {
    return aws.send(PutBucketLifecycleConfiguration{
        .bucket = "photos", .lifecycle_configuration = {.rules = std::move(rules)}});
  }
  std::vector<LifecycleRule> rules() {
    return aws.send(GetBucketLifecycleConfiguration{.bucket = "photos"}).value().rules;
  }
};

TEST_SUITE("s3: rules of lifecycles") {
  TEST_CASE_FIXTURE(RulesFixture, "rules are put, found as they came, and deleted") {
    const auto absent = aws.send(GetBucketLifecycleConfiguration{.bucket = "photos"});
    CHECK(code(absent) == "NoSuchLifecycleConfiguration");
    CHECK(absent.error().status == 404);
    LifecycleRule unnamed = expiring("", 2);
    unnamed.transitions = {{.days = 0, .storage_class = "GLACIER"}};
    CHECK(set({expiring("a", 1), unnamed}).value().transition_default_minimum_object_size ==
          "all_storage_classes_128K");
    REQUIRE(rules().size() == 2);
    CHECK(rules()[0].id == "a");
    CHECK(rules()[0].filter->prefix == "logs/");
    CHECK_FALSE(rules()[1].id.empty());
    CHECK(rules()[1].transitions.front().storage_class == "GLACIER");
    aws.send(DeleteBucketLifecycle{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetBucketLifecycleConfiguration{.bucket = "photos"})) ==
          "NoSuchLifecycleConfiguration");
    CHECK(aws.send(DeleteBucketLifecycle{.bucket = "photos"}).ok());
  }

  TEST_CASE_FIXTURE(RulesFixture, "rules that cannot hold are refused, each with AWS's text") {
    struct Case {
      const char* refusal;  // a text, or the code of MalformedXML
      std::function<void(LifecycleRule&)> spoil;
    };
    const Time midnight = from_epoch_seconds(1'800'000'000 / 86'400 * 86'400);
    const Case cases[] = {
        {"MalformedXML", [](auto& rule) { rule.status = "On"; }},
        {"MalformedXML", [](auto& rule) { rule.prefix = "logs/"; }},
        {"MalformedXML", [](auto& rule) { rule.filter.reset(); }},
        {"MalformedXML", [](auto& rule) { rule.filter->tag = Tag{.key = "k"}; }},
        {"MalformedXML", [](auto& rule) { rule.expiration->expired_object_delete_marker = true; }},
        {"MalformedXML", [=](auto& rule) { rule.expiration->date = midnight; }},
        {"MalformedXML", [](auto& rule) { rule.expiration = LifecycleExpiration{}; }},
        {"MalformedXML",
         [](auto& rule) { rule.transitions = {{.days = 0, .storage_class = "FROZEN"}}; }},
        {"MalformedXML",
         [](auto& rule) { rule.noncurrent_version_expiration = NoncurrentVersionExpiration{}; }},
        {"At least one action needs to be specified in a rule.",
         [](auto& rule) { rule.expiration.reset(); }},
        {"ID length should not exceed allowed limit of 255",
         [](auto& rule) { rule.id = std::string(256, 'a'); }},
        {"'Days' for Expiration action must be a positive integer",
         [](auto& rule) { rule.expiration->days = 0; }},
        {"'Date' must be at midnight GMT",
         [=](auto& rule) {
           rule.expiration = LifecycleExpiration{.date = midnight + std::chrono::hours(1)};
         }},
        {"'Days' in Transition action must be nonnegative",
         [](auto& rule) { rule.transitions = {{.days = -1, .storage_class = "GLACIER"}}; }},
        {"'Days' in Transition action must be greater than or equal to 30 for storageClass "
         "'STANDARD_IA'",
         [](auto& rule) { rule.transitions = {{.days = 29, .storage_class = "STANDARD_IA"}}; }},
        {"'Days' in the Expiration action for filter '(prefix=logs/)' must be greater than 'Days' "
         "in the Transition action",
         [](auto& rule) { rule.transitions = {{.days = 10, .storage_class = "GLACIER"}}; }},
        {"Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule "
         "for filter '(prefix=logs/)'",
         [=](auto& rule) { rule.transitions = {{.date = midnight, .storage_class = "GLACIER"}}; }},
        {"'StorageClass' must be different for 'NoncurrentVersionTransition' actions in same "
         "'Rule' "
         "with filter '(prefix=logs/)'",
         [](auto& rule) {
           rule.noncurrent_version_transitions = {
               {.noncurrent_days = 1, .storage_class = "GLACIER"},
               {.noncurrent_days = 2, .storage_class = "GLACIER"}};
         }},
        {"'StorageClass' must be different for 'Transition' actions in same 'Rule' with filter "
         "'(prefix=logs/)'",
         [](auto& rule) {
           rule.transitions = {{.days = 1, .storage_class = "GLACIER"},
                               {.days = 2, .storage_class = "GLACIER"}};
         }},
        {"'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer",
         [](auto& rule) {
           rule.noncurrent_version_expiration = NoncurrentVersionExpiration{.noncurrent_days = 0};
         }},
        {"'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive "
         "integer",
         [](auto& rule) {
           rule.abort_incomplete_multipart_upload =
               AbortIncompleteMultipartUpload{.days_after_initiation = 0};
         }},
        {"AbortIncompleteMultipartUpload cannot be specified with Tags.",
         [](auto& rule) {
           rule.filter = LifecycleRuleFilter{.tag = Tag{.key = "k", .value = "v"}};
           rule.abort_incomplete_multipart_upload =
               AbortIncompleteMultipartUpload{.days_after_initiation = 1};
         }},
        {"'Days' in the 'Transition' action for StorageClass 'DEEP_ARCHIVE' for filter "
         "'(prefix=logs/)' must be 90 days more than 'filter '(prefix=logs/)'' in the 'Transition' "
         "action for StorageClass 'GLACIER'",
         [](auto& rule) {
           rule.expiration.reset();
           rule.transitions = {{.days = 120, .storage_class = "DEEP_ARCHIVE"},
                               {.days = 31, .storage_class = "GLACIER"}};
         }},
        {"'Days' in the 'Transition' action for StorageClass 'GLACIER_IR' for filter '()' must be "
         "30 days more than 'filter '()'' in the 'Transition' action for StorageClass "
         "'STANDARD_IA'",
         [](auto& rule) {
           rule.expiration.reset();
           rule.filter = LifecycleRuleFilter{};
           rule.transitions = {{.days = 60, .storage_class = "STANDARD_IA"},
                               {.days = 30, .storage_class = "GLACIER_IR"}};
         }},
        {"'Date' in the 'Transition' action for StorageClass 'GLACIER' for filter "
         "'(prefix=logs/)' must be 30 days more than 'filter '(prefix=logs/)'' in the 'Transition' "
         "action for StorageClass 'ONEZONE_IA'",
         [=](auto& rule) {
           rule.expiration.reset();
           rule.transitions = {
               {.date = midnight, .storage_class = "ONEZONE_IA"},
               {.date = midnight + std::chrono::days(29), .storage_class = "GLACIER"}};
         }},
        {"'NoncurrentDays' in the 'NoncurrentVersionTransition' action for StorageClass 'GLACIER' "
         "for filter '(prefix=logs/)' must be 30 days more than 'filter '(prefix=logs/)'' in the "
         "'NoncurrentVersionTransition' action for StorageClass 'STANDARD_IA'",
         [](auto& rule) {
           rule.noncurrent_version_transitions = {
               {.noncurrent_days = 30, .storage_class = "STANDARD_IA"},
               {.noncurrent_days = 59, .storage_class = "GLACIER"}};
         }},
        {"MalformedXML",
         [](auto& rule) {
           rule.filter =
               LifecycleRuleFilter{.and_operator = LifecycleRuleAndOperator{.prefix = "logs/"}};
         }},
        {"Duplicate Tag Keys are not allowed.",
         [](auto& rule) {
           rule.filter = LifecycleRuleFilter{
               .and_operator = LifecycleRuleAndOperator{
                   .tags = {{.key = "k", .value = "a"}, {.key = "k", .value = "b"}}}};
         }},
    };
    set({expiring("kept", 7)}).value();
    for (const Case& each : cases) {
      LifecycleRule rule = expiring("a", 10);
      each.spoil(rule);
      const auto refused = set({rule});
      INFO(each.refusal);
      CHECK((code(refused) == each.refusal || message(refused) == each.refusal));
      CHECK(refused.error().status == 400);
    }
    CHECK(code(set({})) == "MalformedXML");
    CHECK(message(set({expiring("a", 1), expiring("a", 2)})) ==
          "Rule ID must be unique. Found same ID for more than one rule");
    CHECK(code(set(std::vector<LifecycleRule>(1001, expiring("", 1)))) == "InvalidRequest");
    CHECK(rules().front().id == "kept");
  }

  TEST_CASE_FIXTURE(RulesFixture, "storage classes that follow on each other are taken") {
    LifecycleRule rule = expiring("a", 400);
    rule.transitions = {{.days = 30, .storage_class = "STANDARD_IA"},
                        {.days = 31, .storage_class = "INTELLIGENT_TIERING"},
                        {.days = 60, .storage_class = "GLACIER_IR"},
                        {.days = 150, .storage_class = "GLACIER"},
                        {.days = 240, .storage_class = "DEEP_ARCHIVE"}};
    rule.noncurrent_version_transitions = {{.noncurrent_days = 30, .storage_class = "STANDARD_IA"},
                                           {.noncurrent_days = 60, .storage_class = "GLACIER"}};
    rule.filter = LifecycleRuleFilter{
        .and_operator = LifecycleRuleAndOperator{.prefix = "", .object_size_greater_than = 1}};
    CHECK(set({rule}).ok());
  }

  TEST_CASE_FIXTURE(test::ApiFixture, "both forms travel under the one URI") {
    rest("s3", "PUT", "/photos");
    const std::string rule =
        "<LifecycleConfiguration><Rule><ID>a</ID><Filter></Filter><Status>Enabled</Status>"
        "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>";
    CHECK(rest("s3", "PUT", "/photos?lifecycle", rule).status == 200);
    const HttpResponse got = rest("s3", "GET", "/photos?lifecycle");
    CHECK(got.body.view().find("<Filter></Filter>") != std::string::npos);
    CHECK(header(got, "x-amz-transition-default-minimum-object-size") ==
          "all_storage_classes_128K");
    const std::string older =
        "<LifecycleConfiguration><Rule><ID>a</ID><Prefix></Prefix><Status>Enabled</Status>"
        "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>";
    CHECK(rest("s3", "PUT", "/photos?lifecycle", older).status == 200);
    CHECK(rest("s3", "GET", "/photos?lifecycle").body.view().find("<Prefix></Prefix>") !=
          std::string::npos);
    CHECK(rest("s3", "DELETE", "/photos?lifecycle").status == 204);
    CHECK(rest("s3", "GET", "/photos?lifecycle").status == 404);
  }
}

}  // namespace
}  // namespace emu::s3
