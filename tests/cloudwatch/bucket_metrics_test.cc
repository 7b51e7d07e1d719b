// What S3 tells CloudWatch of buckets.
#include <emu/s3.h>

#include "cloudwatch/services_fixture.h"

namespace emu::cloudwatch {
namespace {

TEST_SUITE("cloudwatch: metrics of buckets") {
  struct BucketMetricsFixture : ServicesFixture {
    BucketMetricsFixture() { aws.send(s3::CreateBucket{.bucket = "photos"}).value(); }

    void put(std::string key, std::string body, std::string storage_class = {}) {
      aws.send(s3::PutObject{.bucket = "photos",
                             .key = std::move(key),
                             .body = body,
                             .storage_class = std::move(storage_class)})
          .value();
    }
    std::string stored(std::string name, std::string type) {
      return daily("AWS/S3", std::move(name),
                   {{.name = "BucketName", .value = "photos"},
                    {.name = "StorageType", .value = std::move(type)}});
    }
    std::string requests(std::string name, std::string statistic = "Sum",
                         std::string filter = "images") {
      return minutes("AWS/S3", std::move(name),
                     {{.name = "BucketName", .value = "photos"},
                      {.name = "FilterId", .value = std::move(filter)}},
                     std::move(statistic));
    }
  };

  // Source: Amazon S3 User Guide, "Metrics and dimensions".
  TEST_CASE_FIXTURE(BucketMetricsFixture, "S3 tells once a day what buckets hold") {
    put("a", "12345");
    put("b", "123", "STANDARD_IA");
    cloud.advance(24h);
    CHECK(stored("NumberOfObjects", "AllStorageTypes") == "2");
    CHECK(stored("BucketSizeBytes", "StandardStorage") == "5");
    CHECK(stored("BucketSizeBytes", "StandardIAStorage") == "3");
    put("a", "12");
    aws.send(s3::DeleteObject{.bucket = "photos", .key = "b"}).value();
    cloud.advance(48h);
    CHECK(stored("NumberOfObjects", "AllStorageTypes") == "2 1 1");
    CHECK(stored("BucketSizeBytes", "StandardStorage") == "5 2 2");
    CHECK(stored("BucketSizeBytes", "StandardIAStorage") == "3");
  }

  TEST_CASE_FIXTURE(BucketMetricsFixture, "all versions, delete markers and parts count") {
    put("a", "0");
    aws.send(s3::PutBucketVersioning{.bucket = "photos",
                                     .versioning_configuration = {.status = "Enabled"}})
        .value();
    put("a", "12345");
    aws.send(s3::DeleteObject{.bucket = "photos", .key = "a"}).value();
    const std::string upload =
        aws.send(s3::CreateMultipartUpload{.bucket = "photos", .key = "b"}).value().upload_id;
    aws.send(s3::UploadPart{.bucket = "photos",
                            .key = "b",
                            .upload_id = upload,
                            .part_number = 1,
                            .body = std::string("1234")})
        .value();
    cloud.advance(24h);
    CHECK(stored("NumberOfObjects", "AllStorageTypes") == "4");
    CHECK(stored("BucketSizeBytes", "StandardStorage") == "10");
    aws.send(s3::AbortMultipartUpload{.bucket = "photos", .key = "b", .upload_id = upload}).value();
    aws.send(s3::DeleteObject{.bucket = "photos", .key = "a", .version_id = "null"}).value();
    aws.send(s3::PutBucketVersioning{.bucket = "photos",
                                     .versioning_configuration = {.status = "Suspended"}})
        .value();
    put("a", "12");
    put("a", "123");
    cloud.advance(24h);
    CHECK(stored("NumberOfObjects", "AllStorageTypes") == "4 3");
    CHECK(stored("BucketSizeBytes", "StandardStorage") == "10 8");
  }

  TEST_CASE_FIXTURE(BucketMetricsFixture, "S3 counts requests for a metrics configuration alone") {
    put("images/before", "1");
    aws.send(s3::PutBucketMetricsConfiguration{
                 .bucket = "photos",
                 .id = "images",
                 .metrics_configuration = {.id = "images",
                                           .filter = s3::MetricsFilter{.prefix = "images/"}}})
        .value();
    aws.send(s3::PutBucketMetricsConfiguration{
                 .bucket = "photos", .id = "all", .metrics_configuration = {.id = "all"}})
        .value();
    put("images/a", "12345");
    put("other", "1");
    aws.send(s3::GetObject{.bucket = "photos", .key = "images/a"}).value();
    CHECK_FALSE(aws.send(s3::GetObject{.bucket = "photos", .key = "images/none"}).ok());
    aws.send(s3::HeadObject{.bucket = "photos", .key = "images/a"}).value();
    aws.send(s3::ListObjectsV2{.bucket = "photos"}).value();
    aws.send(s3::DeleteObject{.bucket = "photos", .key = "images/a"}).value();
    cloud.advance(1min);
    CHECK(requests("AllRequests") == "5");
    CHECK(requests("PutRequests") == "1");
    CHECK(requests("GetRequests") == "2");
    CHECK(requests("HeadRequests") == "1");
    CHECK(requests("DeleteRequests") == "1");
    CHECK(requests("ListRequests") == "");
    CHECK(requests("BytesUploaded") == "5");
    CHECK(requests("BytesDownloaded") == "5");
    CHECK(requests("4xxErrors") == "1");
    CHECK(requests("4xxErrors", "SampleCount") == "5");
    CHECK(requests("5xxErrors") == "0");
    CHECK(requests("TotalRequestLatency", "SampleCount") == "5");
    CHECK(requests("ListRequests", "Sum", "all") == "1");
    CHECK(requests("BytesUploaded", "Sum", "all") == "6");
    aws.send(s3::DeleteBucketMetricsConfiguration{.bucket = "photos", .id = "images"}).value();
    put("images/a", "12345");
    cloud.advance(1min);
    CHECK(requests("AllRequests") == "5");
  }
}

}  // namespace
}  // namespace emu::cloudwatch
