// Lifecycles on the clock.
// Sources: Amazon S3 User Guide, "Expiring objects", "Lifecycle configuration elements",
// "Transitioning objects using Amazon S3 Lifecycle", "Examples of S3 Lifecycle configurations";
// API Reference, "HeadObject" (x-amz-expiration).
#include <doctest/doctest.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/time/http_date.h"
#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;
using Days = std::chrono::days;

struct LifecycleFixture : S3Fixture {
  // Ten in the morning.
  LifecycleFixture() { cloud.advance(midnight() + Days(1) + 10h - cloud.now()); }

  Time midnight() const { return std::chrono::floor<Days>(cloud.now()); }
  void set(std::vector<LifecycleRule> rules, std::string minimum_size = {}) {
    aws.send(PutBucketLifecycleConfiguration{
                 .bucket = "photos",
                 .lifecycle_configuration = {.rules = std::move(rules)},
                 .transition_default_minimum_object_size = std::move(minimum_size)})
        .value();
  }
  static LifecycleRule rule(std::string prefix = {}) {
    return {.id = "rule-" + prefix,
            .filter = LifecycleRuleFilter{.prefix = std::move(prefix)},
            .status = "Enabled"};
  }
  static LifecycleRule expiring(std::int32_t after, std::string prefix = {}) {
    LifecycleRule made = rule(std::move(prefix));
    made.expiration = LifecycleExpiration{.days = after};
    return made;
  }
  void enable_versions() {
    aws.send(PutBucketVersioning{.bucket = "photos",
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
  }
  ListObjectVersionsResult versions() {
    return aws.send(ListObjectVersions{.bucket = "photos"}).value();
  }
  std::string class_of(const std::string& key) {
    return aws.send(HeadObject{.bucket = "photos", .key = key}).value().storage_class;
  }
  // Until just before a midnight so many days from today's, and past it.
  void to_just_before(int midnights) {
    cloud.advance(midnight() + Days(midnights) - cloud.now() - 1us);
  }
  void past_midnight() { cloud.advance(1us); }
};

TEST_SUITE("s3: lifecycles on the clock") {
  TEST_CASE_FIXTURE(LifecycleFixture, "an object expires at the midnight after its days") {
    put("logs/a");
    put("kept");
    set({expiring(30, "logs/")});
    // Put at ten: thirty days later it is ten again, and the midnight after that is the 31st.
    to_just_before(31);
    CHECK(exists("logs/a"));
    past_midnight();
    CHECK_FALSE(exists("logs/a"));
    CHECK(exists("kept"));
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "an object of midnight expires when its days are over") {
    cloud.advance(midnight() + Days(1) - cloud.now());
    put("a");
    set({expiring(30)});
    cloud.advance(Days(30) - 1us);
    CHECK(exists("a"));
    past_midnight();
    CHECK_FALSE(exists("a"));
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "more days than there is time are never over") {
    constexpr std::int32_t kMost = 150'000'000;
    enable_versions();
    put("a", "old");
    put("a", "new");
    LifecycleRule longest = expiring(kMost);
    longest.noncurrent_version_expiration = NoncurrentVersionExpiration{.noncurrent_days = kMost};
    longest.abort_incomplete_multipart_upload =
        AbortIncompleteMultipartUpload{.days_after_initiation = kMost};
    set({longest});
    aws.send(CreateMultipartUpload{.bucket = "photos", .key = "b"}).value();
    cloud.advance(Days(400));
    CHECK(versions().versions.size() == 2);
    CHECK(versions().delete_markers.empty());
    CHECK(aws.send(ListMultipartUploads{.bucket = "photos"}).value().uploads.size() == 1);
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "answers tell when an object expires, and by which rule") {
    set({expiring(30, "a"), expiring(3, "a b")});
    const auto stored = put("a b");
    const std::string told =
        fmt::format("expiry-date=\"{}\", rule-id=\"rule-a%20b\"", http_date(midnight() + Days(4)));
    CHECK(stored.expiration == told);
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a b"}).value().expiration == told);
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a b"}).value().expiration == told);
    CHECK(put("b").expiration == "");
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "rules that are disabled, or for other objects, do nothing") {
    LifecycleRule disabled = expiring(1);
    disabled.id = "disabled";
    disabled.status = "Disabled";
    LifecycleRule tagged = expiring(1);
    tagged.id = "tagged";
    tagged.filter = LifecycleRuleFilter{
        .and_operator = LifecycleRuleAndOperator{.tags = {{.key = "kind", .value = "tmp"}},
                                                 .object_size_greater_than = 2}};
    set({disabled, tagged});
    const auto store = [&](std::string key, Blob body, std::string tags) {
      aws.send(PutObject{.bucket = "photos", .key = key, .body = body, .tagging = tags}).value();
    };
    store("small", "xx", "kind=tmp");
    store("other", "xxx", "kind=doc");
    store("fits", "xxx", "kind=tmp&more=1");
    cloud.advance(Days(5));
    CHECK(exists("small"));
    CHECK(exists("other"));
    CHECK_FALSE(exists("fits"));
    // Tags that an object gets later count, too.
    aws.send(PutObjectTagging{.bucket = "photos",
                              .key = "other",
                              .tagging = {.tag_set = {{.key = "kind", .value = "tmp"}}}})
        .value();
    cloud.advance(Days(1));
    CHECK_FALSE(exists("other"));
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "a date expires what is there, and what comes after it") {
    const Time date = midnight() + Days(10);
    LifecycleRule dated = rule();
    dated.expiration = LifecycleExpiration{.date = date};
    set({dated});
    put("a");
    to_just_before(10);
    CHECK(exists("a"));
    past_midnight();
    CHECK_FALSE(exists("a"));
    put("later");
    cloud.advance(1h);
    put("b");
    CHECK(exists("b"));
    cloud.advance(Days(1));
    CHECK_FALSE(exists("b"));
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "objects go to colder classes, and small ones stay") {
    LifecycleRule colder = rule();
    colder.transitions = {{.days = 0, .storage_class = "GLACIER_IR"},
                          {.days = 90, .storage_class = "DEEP_ARCHIVE"}};
    set({colder});
    put("big", std::string(128 * 1024, 'x'));
    put("small", "x");
    const Time stored =
        aws.send(HeadObject{.bucket = "photos", .key = "big"}).value().last_modified;
    CHECK(class_of("big") == "");
    to_just_before(1);
    CHECK(class_of("big") == "");
    past_midnight();
    CHECK(class_of("big") == "GLACIER_IR");
    cloud.advance(Days(90));
    CHECK(class_of("big") == "DEEP_ARCHIVE");
    CHECK(class_of("small") == "");
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "big"}).value().last_modified == stored);
    set({colder}, "varies_by_storage_class");
    cloud.advance(Days(1));
    CHECK(class_of("small") == "DEEP_ARCHIVE");
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "versions are covered, then deleted, then their marker") {
    enable_versions();
    put("a", "1");
    put("a", "2");
    LifecycleRule all = expiring(10);
    all.noncurrent_version_expiration = NoncurrentVersionExpiration{.noncurrent_days = 2};
    set({all});
    // The older one has been covered since ten: two days end at the third midnight.
    to_just_before(3);
    CHECK(versions().versions.size() == 2);
    past_midnight();
    CHECK(versions().versions.size() == 1);
    to_just_before(11 - 3);
    CHECK(exists("a"));
    past_midnight();
    CHECK_FALSE(exists("a"));
    CHECK(versions().delete_markers.size() == 1);
    CHECK(versions().versions.size() == 1);
    // The last version has been covered since that midnight.
    cloud.advance(Days(2));
    CHECK(versions().versions.empty());
    CHECK(versions().delete_markers.size() == 1);
    // The marker alone lasts for its own ten days.
    cloud.advance(Days(8));
    CHECK(versions().delete_markers.empty());
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "a marker that is left alone goes when a rule says so") {
    enable_versions();
    put("a");
    aws.send(DeleteObject{.bucket = "photos", .key = "a"}).value();
    LifecycleRule markers = rule();
    markers.expiration = LifecycleExpiration{.expired_object_delete_marker = true};
    set({markers});
    cloud.advance(Days(3));
    CHECK(versions().delete_markers.size() == 1);
    const std::string version = versions().versions.front().version_id;
    aws.send(DeleteObject{.bucket = "photos", .key = "a", .version_id = version}).value();
    cloud.advance(Days(1));
    CHECK(versions().delete_markers.empty());
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "some newer versions can be kept whatever their age") {
    enable_versions();
    for (int i = 0; i < 5; ++i) put("a", std::to_string(i));
    LifecycleRule newest = rule();
    newest.noncurrent_version_expiration =
        NoncurrentVersionExpiration{.noncurrent_days = 1, .newer_noncurrent_versions = 2};
    set({newest});
    cloud.advance(Days(30));
    REQUIRE(versions().versions.size() == 3);
    CHECK(body_of("a") == "4");
    LifecycleRule colder = rule();
    colder.noncurrent_version_transitions = {
        {.noncurrent_days = 0, .storage_class = "GLACIER", .newer_noncurrent_versions = 1}};
    set({colder}, "varies_by_storage_class");
    cloud.advance(Days(1));
    CHECK(versions().versions[0].storage_class == "STANDARD");
    CHECK(versions().versions[1].storage_class == "STANDARD");
    CHECK(versions().versions[2].storage_class == "GLACIER");
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "a lock holds versions until its time is over") {
    aws.send(CreateBucket{.bucket = "locked", .object_lock_enabled_for_bucket = true}).value();
    aws.send(PutObject{.bucket = "locked",
                       .key = "a",
                       .body = "x",
                       .checksum_algorithm = "CRC32",
                       .object_lock_mode = "COMPLIANCE",
                       .object_lock_retain_until_date = cloud.now() + Days(20)})
        .value();
    LifecycleRule all = expiring(1);
    all.noncurrent_version_expiration = NoncurrentVersionExpiration{.noncurrent_days = 1};
    aws.send(PutBucketLifecycleConfiguration{.bucket = "locked",
                                             .lifecycle_configuration = {.rules = {all}}})
        .value();
    const auto left = [&] {
      return aws.send(ListObjectVersions{.bucket = "locked"}).value().versions.size();
    };
    cloud.advance(Days(20) - 1us);
    CHECK(left() == 1);
    cloud.advance(Days(1));
    CHECK(left() == 0);
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "an upload that nobody completes is aborted") {
    LifecycleRule uploads = rule("in/");
    uploads.abort_incomplete_multipart_upload =
        AbortIncompleteMultipartUpload{.days_after_initiation = 2};
    set({uploads});
    const auto begin = [&](std::string key) {
      return aws.send(CreateMultipartUpload{.bucket = "photos", .key = std::move(key)}).value();
    };
    const auto begun = begin("in/a");
    CHECK(begun.abort_date == midnight() + Days(3));
    CHECK(begun.abort_rule_id == "rule-in/");
    CHECK_FALSE(begin("out/a").abort_date);
    CHECK(aws.send(ListParts{.bucket = "photos", .key = "in/a", .upload_id = begun.upload_id})
              .value()
              .abort_date == begun.abort_date);
    const auto left = [&] {
      return aws.send(ListMultipartUploads{.bucket = "photos"}).value().uploads.size();
    };
    to_just_before(3);
    CHECK(left() == 2);
    past_midnight();
    CHECK(left() == 1);
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "what rules do is told to queues") {
    const std::string url =
        aws.send(sqs::CreateQueue{.queue_name = "inbox",
                                  .attributes = {{"Policy", R"({"Statement":[{"Effect":"Allow",
            "Principal":{"Service":"s3.amazonaws.com"},"Action":"sqs:SendMessage",
            "Resource":"*"}]})"}}})
            .value()
            .queue_url;
    aws
        .send(PutBucketNotificationConfiguration{
            .bucket = "photos",
            .notification_configuration =
                {.queue_configurations = {{.queue_arn = "arn:aws:sqs:us-east-1:000000000000:inbox",
                                           .events = {"s3:LifecycleExpiration:*",
                                                      "s3:LifecycleTransition"}}}},
            .skip_destination_validation = true})
        .value();
    LifecycleRule both = expiring(2);
    both.transitions = {{.days = 0, .storage_class = "GLACIER"}};
    set({both}, "varies_by_storage_class");
    put("a");
    cloud.advance(Days(4));
    const auto got =
        aws.send(sqs::ReceiveMessage{.queue_url = url, .max_number_of_messages = 10}).value();
    REQUIRE(got.messages.size() == 2);
    const auto holds = [&](std::size_t message, std::string_view text) {
      return got.messages[message].body.find(text) != std::string::npos;
    };
    CHECK(holds(0, R"("eventVersion":"2.3")"));
    CHECK(holds(0, R"("eventName":"LifecycleTransition")"));
    CHECK(holds(0, R"("destinationStorageClass":"GLACIER")"));
    CHECK(holds(0, R"("userIdentity":{"principalId":"s3.amazonaws.com"})"));
    CHECK(holds(1, R"("eventName":"LifecycleExpiration:Delete")"));
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "a bucket without rules, or without itself, has no timer") {
    put("a");
    set({expiring(1)});
    aws.send(DeleteBucketLifecycle{.bucket = "photos"}).value();
    cloud.advance(Days(3));
    CHECK(exists("a"));
    set({expiring(1)});
    cloud.advance(Days(2));
    aws.send(DeleteBucket{.bucket = "photos"}).value();
    cloud.advance(Days(2));
    aws.send(CreateBucket{.bucket = "photos"}).value();
    put("a");
    cloud.advance(Days(3));
    CHECK(exists("a"));
  }

  TEST_CASE_FIXTURE(LifecycleFixture, "many objects are looked at in steps, and all expire") {
    for (int i = 0; i < 2500; ++i) put(fmt::format("k{:05}", i));
    set({expiring(30)});
    to_just_before(31);
    CHECK(aws.send(ListObjectsV2{.bucket = "photos"}).value().key_count == 1000);
    past_midnight();
    CHECK(aws.send(ListObjectsV2{.bucket = "photos"}).value().key_count == 0);
  }
}

}  // namespace
}  // namespace emu::s3
