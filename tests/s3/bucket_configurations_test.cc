// What a bucket is configured with and that has no effect here: it is kept, checked and given back.
// Sources: Amazon S3 API Reference, "PutBucketLogging", "PutBucketAccelerateConfiguration",
// "PutBucketRequestPayment", "PutBucketInventoryConfiguration", "PutBucketAnalyticsConfiguration",
// "PutBucketMetricsConfiguration", "PutBucketIntelligentTieringConfiguration", "Error responses".
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "s3/access_fixture.h"
#include "server/api_fixture.h"

namespace emu::s3 {
namespace {

InventoryConfiguration inventory(std::string id) {
  return {.destination = {.s3_bucket_destination = {.bucket = "arn:aws:s3:::reports",
                                                    .format = "CSV",
                                                    .encryption =
                                                        InventoryEncryption{.sse_s3 = SseS3{}}}},
          .is_enabled = true,
          .id = std::move(id),
          .included_object_versions = "All",
          .optional_fields = {"Size", "ETag"},
          .schedule = {.frequency = "Weekly"}};
}

TEST_SUITE("s3: configurations of buckets") {
  TEST_CASE_FIXTURE(S3Fixture, "logging goes to a bucket of the same account and region") {
    CHECK_FALSE(aws.send(GetBucketLogging{.bucket = "photos"}).value().logging_enabled);
    const auto into = [](std::string target) {
      return PutBucketLogging{
          .bucket = "photos",
          .bucket_logging_status = {
              .logging_enabled = LoggingEnabled{.target_bucket = std::move(target),
                                                .target_prefix = "log/",
                                                .target_object_key_format = TargetObjectKeyFormat{
                                                    .partitioned_prefix = PartitionedPrefix{
                                                        .partition_date_source = "EventTime"}}}}};
    };
    const auto missing = aws.send(into("logs"));
    CHECK(code(missing) == "InvalidTargetBucketForLogging");
    CHECK(message(missing) == "The target bucket for logging does not exist");
    CHECK(field(missing.error(), "TargetBucket") == "logs");
    cloud.aws({.account = "111122223333"}).send(CreateBucket{.bucket = "foreign"}).value();
    CHECK(message(aws.send(into("foreign"))) ==
          "The owner for the bucket to be logged and the target bucket must be the same.");
    aws.send(CreateBucket{.bucket = "far",
                          .create_bucket_configuration =
                              CreateBucketConfiguration{.location_constraint = "eu-west-1"}})
        .value();
    CHECK(code(aws.send(into("far"))) == "CrossLocationLoggingProhibited");
    CHECK_FALSE(aws.send(GetBucketLogging{.bucket = "photos"}).value().logging_enabled);

    aws.send(CreateBucket{.bucket = "logs"}).value();
    aws.send(into("logs")).value();
    const auto logging = aws.send(GetBucketLogging{.bucket = "photos"}).value().logging_enabled;
    CHECK(logging->target_bucket == "logs");
    CHECK(logging->target_object_key_format->partitioned_prefix->partition_date_source ==
          "EventTime");
    aws.send(PutBucketLogging{.bucket = "photos"}).value();
    CHECK_FALSE(aws.send(GetBucketLogging{.bucket = "photos"}).value().logging_enabled);
  }

  TEST_CASE_FIXTURE(S3Fixture, "acceleration and the payer of requests are what was put") {
    CHECK(aws.send(GetBucketAccelerateConfiguration{.bucket = "photos"}).value().status == "");
    const auto accelerate = [&](std::string bucket, std::string status) {
      return aws.send(PutBucketAccelerateConfiguration{
          .bucket = std::move(bucket), .accelerate_configuration = {.status = std::move(status)}});
    };
    accelerate("photos", "Suspended").value();
    CHECK(aws.send(GetBucketAccelerateConfiguration{.bucket = "photos"}).value().status ==
          "Suspended");
    CHECK(code(accelerate("photos", "Fast")) == "MalformedXML");
    aws.send(CreateBucket{.bucket = "a.dot"}).value();
    CHECK(message(accelerate("a.dot", "Enabled")) ==
          "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");

    CHECK(aws.send(GetBucketRequestPayment{.bucket = "photos"}).value().payer == "BucketOwner");
    aws.send(PutBucketRequestPayment{.bucket = "photos",
                                     .request_payment_configuration = {.payer = "Requester"}})
        .value();
    CHECK(aws.send(GetBucketRequestPayment{.bucket = "photos"}).value().payer == "Requester");
    CHECK(code(aws.send(PutBucketRequestPayment{
              .bucket = "photos", .request_payment_configuration = {.payer = "Nobody"}})) ==
          "MalformedXML");
  }

  // Amazon S3 User Guide, "Downloading objects from Requester Pays buckets".
  TEST_CASE_FIXTURE(AccessFixture, "where requesters pay, those of other accounts say so") {
    put("a", "hello");
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    put_policy(statement("Allow", R"("*")", "s3:*"));
    const PutBucketRequestPayment payment{.bucket = "photos",
                                          .request_payment_configuration = {.payer = "Requester"}};
    aws.send(payment).value();
    other.send(CreateBucket{.bucket = "theirs"}).value();

    GetObject get{.bucket = "photos", .key = "a"};
    ListObjectsV2 list{.bucket = "photos"};
    CopyObject copy{.bucket = "theirs", .key = "b", .copy_source = "photos/a"};
    CreateMultipartUpload upload{.bucket = "photos", .key = "c"};
    CHECK(aws.send(get).ok());
    CHECK(code(other.send(get)) == "AccessDenied");
    CHECK(code(other.send(list)) == "AccessDenied");
    CHECK(code(other.send(copy)) == "AccessDenied");
    CHECK(code(other.send(upload)) == "AccessDenied");
    get.request_payer = list.request_payer = "requester";
    copy.request_payer = upload.request_payer = "requester";
    CHECK(other.send(get).ok());
    CHECK(other.send(list).ok());
    CHECK(other.send(copy).ok());
    CHECK(other.send(upload).ok());
    CHECK(other.send(GetBucketLocation{.bucket = "photos"}).ok());
    CHECK(code(nobody.send(get)) == "AccessDenied");
  }

  // API Reference, "MetricsAndOperator", "AnalyticsAndOperator", "IntelligentTieringAndOperator".
  TEST_CASE_FIXTURE(S3Fixture, "the And of a filter has two conditions") {
    const auto metrics = [&](MetricsAndOperator all) {
      return code(aws.send(PutBucketMetricsConfiguration{
          .bucket = "photos",
          .id = "a",
          .metrics_configuration = {.id = "a",
                                    .filter = MetricsFilter{.and_operator = std::move(all)}}}));
    };
    CHECK(metrics({}) == "MalformedXML");
    CHECK(metrics({.prefix = "a/"}) == "MalformedXML");
    CHECK(metrics({.tags = {{.key = "k", .value = "v"}}}) == "MalformedXML");
    CHECK(metrics({.prefix = "a/", .tags = {{.key = "k", .value = "v"}}}) == "");
  }

  TEST_CASE_FIXTURE(S3Fixture, "an inventory is put, found, replaced and deleted by its id") {
    const GetBucketInventoryConfiguration get{.bucket = "photos", .id = "weekly"};
    const auto absent = aws.send(get);
    CHECK(code(absent) == "NoSuchConfiguration");
    CHECK(absent.error().status == 404);
    CHECK(message(absent) == "The specified configuration does not exist.");

    PutBucketInventoryConfiguration put{
        .bucket = "photos", .id = "weekly", .inventory_configuration = inventory("weekly")};
    aws.send(put).value();
    auto stored = aws.send(get).value().inventory_configuration;
    CHECK(stored->optional_fields == std::vector<std::string>{"Size", "ETag"});
    CHECK(stored->destination.s3_bucket_destination.encryption->sse_s3.has_value());
    put.inventory_configuration.is_enabled = false;
    aws.send(put).value();
    CHECK(aws.send(get).value().inventory_configuration->is_enabled == false);

    put.id = "daily";
    CHECK(code(aws.send(put)) == "InvalidArgument");
    put.inventory_configuration = inventory("daily");
    put.inventory_configuration.destination.s3_bucket_destination.bucket = "reports";
    CHECK(code(aws.send(put)) == "InvalidS3DestinationBucket");
    CHECK(aws.send(ListBucketInventoryConfigurations{.bucket = "photos"})
              .value()
              .inventory_configuration_list.size() == 1);

    const DeleteBucketInventoryConfiguration remove{.bucket = "photos", .id = "weekly"};
    aws.send(remove).value();
    CHECK(code(aws.send(remove)) == "NoSuchConfiguration");
    CHECK(code(aws.send(get)) == "NoSuchConfiguration");
  }

  TEST_CASE_FIXTURE(S3Fixture, "a bucket has up to 1,000 of a kind, listed in pages of 100") {
    const auto put = [&](int number) {
      const std::string id = fmt::format("id-{:04}", number);
      return aws.send(PutBucketMetricsConfiguration{
          .bucket = "photos", .id = id, .metrics_configuration = {.id = id}});
    };
    for (int i = 0; i < 1000; ++i) put(i).value();
    const auto refused = put(1000);
    CHECK(code(refused) == "TooManyConfigurations");
    CHECK(put(999).ok());

    ListBucketMetricsConfigurations list{.bucket = "photos"};
    int pages = 0;
    std::string last;
    for (;; ++pages) {
      const auto page = aws.send(list).value();
      CHECK(page.metrics_configuration_list.size() == 100);
      CHECK(page.continuation_token == list.continuation_token);
      CHECK(page.metrics_configuration_list.front().id > last);
      last = page.metrics_configuration_list.back().id;
      if (!*page.is_truncated) break;
      list.continuation_token = page.next_continuation_token;
    }
    CHECK(pages == 9);
    CHECK(last == "id-0999");
    list.continuation_token = "?";
    CHECK(code(aws.send(list)) == "InvalidArgument");
  }

  TEST_CASE_FIXTURE(S3Fixture, "analytics and archives of Intelligent-Tiering have one condition") {
    PutBucketAnalyticsConfiguration analytics{
        .bucket = "photos",
        .id = "a",
        .analytics_configuration = {
            .id = "a",
            .filter = AnalyticsFilter{.prefix = "logs/"},
            .storage_class_analysis = {
                .data_export = StorageClassAnalysisDataExport{
                    .output_schema_version = "V_1",
                    .destination = {.s3_bucket_destination = {
                                        .format = "CSV", .bucket = "arn:aws:s3:::reports"}}}}}};
    aws.send(analytics).value();
    analytics.analytics_configuration.filter->tag = Tag{.key = "kind"};
    CHECK(code(aws.send(analytics)) == "MalformedXML");
    CHECK(aws.send(GetBucketAnalyticsConfiguration{.bucket = "photos", .id = "a"})
              .value()
              .analytics_configuration->filter->prefix == "logs/");

    PutBucketIntelligentTieringConfiguration tiering{
        .bucket = "photos",
        .id = "old",
        .intelligent_tiering_configuration = {
            .id = "old",
            .status = "Enabled",
            .tierings = {{.days = 90, .access_tier = "ARCHIVE_ACCESS"}}}};
    aws.send(tiering).value();
    tiering.intelligent_tiering_configuration.tierings.front().access_tier = "DEEP_ARCHIVE_ACCESS";
    CHECK(code(aws.send(tiering)) == "InvalidArgument");
    CHECK(aws.send(ListBucketIntelligentTieringConfigurations{.bucket = "photos"})
              .value()
              .intelligent_tiering_configuration_list.front()
              .tierings.front()
              .access_tier == "ARCHIVE_ACCESS");
  }

  TEST_CASE_FIXTURE(test::ApiFixture, "documents over HTTP have AWS's names and defaults") {
    rest("s3", "PUT", "/photos");
    const auto body = [&](std::string target) {
      return std::string(rest("s3", "GET", std::move(target)).body.view());
    };
    CHECK(body("/photos?logging").find("<BucketLoggingStatus xmlns") != std::string::npos);
    CHECK(body("/photos?accelerate").find("<AccelerateConfiguration xmlns") != std::string::npos);
    CHECK(
        body("/photos?requestPayment")
            .find("<RequestPaymentConfiguration "
                  "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Payer>BucketOwner</Payer>") !=
        std::string::npos);
    CHECK(
        body("/photos?encryption")
            .find("<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                  "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled>"
                  "</Rule>") != std::string::npos);
    CHECK(body("/photos?inventory").find("<IsTruncated>false</IsTruncated>") != std::string::npos);
    CHECK(rest("s3", "GET", "/photos?inventory&id=a").status == 404);
    CHECK(rest("s3", "GET", "/photos?metrics&id=a").status == 404);
    CHECK(body("/photos?replication").find("<Code>ReplicationConfigurationNotFoundError</Code>") !=
          std::string::npos);
  }
}

}  // namespace
}  // namespace emu::s3
