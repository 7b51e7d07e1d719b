// Sources: Amazon S3 API Reference, "PutBucketReplication"; User Guide, "Replication configuration
// file elements". AWS does not document the texts of refusals.
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

struct ReplicationFixture : S3Fixture {
  ReplicationFixture() { aws.send(CreateBucket{.bucket = "copies"}).value(); }

  void enable_versions(std::string bucket) {
    aws.send(PutBucketVersioning{.bucket = std::move(bucket),
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
  }
  static ReplicationRule newer() {
    return {.priority = 1,
            .filter = ReplicationRuleFilter{},
            .status = "Enabled",
            .destination = {.bucket = "arn:aws:s3:::copies"},
            .delete_marker_replication = DeleteMarkerReplication{.status = "Disabled"}};
  }
  Result<Nothing> set(std::vector<ReplicationRule> rules) {
    return aws.send(PutBucketReplication{
        .bucket = "photos",
        .replication_configuration = {.role = "arn:aws:iam::000000000000:role/copying",
                                      .rules = std::move(rules)}});
  }
};

TEST_SUITE("s3: replication") {
  TEST_CASE_FIXTURE(ReplicationFixture, "it is kept between buckets that have versions") {
    const auto absent = aws.send(GetBucketReplication{.bucket = "photos"});
    CHECK(code(absent) == "ReplicationConfigurationNotFoundError");
    CHECK(absent.error().status == 404);
    CHECK(message(set({newer()})) ==
          "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    enable_versions("photos");
    CHECK(message(set({newer()})) == "Destination bucket must have versioning enabled.");
    enable_versions("copies");
    ReplicationRule elsewhere = newer();
    elsewhere.destination.bucket = "arn:aws:s3:::nowhere";
    CHECK(message(set({elsewhere})) == "Destination bucket must exist.");
    set({newer()}).value();
    const auto kept =
        aws.send(GetBucketReplication{.bucket = "photos"}).value().replication_configuration;
    CHECK_FALSE(kept->rules.front().id.empty());
    CHECK(kept->rules.front().destination.bucket == "arn:aws:s3:::copies");
    aws.send(DeleteBucketReplication{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetBucketReplication{.bucket = "photos"})) ==
          "ReplicationConfigurationNotFoundError");
  }

  // Amazon S3 User Guide, "Requirements and considerations for replication".
  TEST_CASE_FIXTURE(ReplicationFixture, "a bucket that is replicated keeps its versioning") {
    enable_versions("photos");
    enable_versions("copies");
    set({newer()}).value();
    const PutBucketVersioning suspend{.bucket = "photos",
                                      .versioning_configuration = {.status = "Suspended"}};
    CHECK(code(aws.send(suspend)) == "InvalidBucketState");
    aws.send(DeleteBucketReplication{.bucket = "photos"}).value();
    CHECK(aws.send(suspend).ok());
  }

  TEST_CASE_FIXTURE(ReplicationFixture, "rules are of one form or the other") {
    enable_versions("photos");
    enable_versions("copies");
    const auto missing = [](std::string_view element) {
      return std::string(element) +
             " must be specified for this version of Cross Region Replication configuration "
             "schema. Please refer to S3 Developer Guide for more information.";
    };
    ReplicationRule rule = newer();
    rule.priority.reset();
    CHECK(message(set({rule})) == missing("Priority"));
    rule = newer();
    rule.delete_marker_replication.reset();
    CHECK(message(set({rule})) == missing("DeleteMarkerReplication"));
    rule = newer();
    rule.filter->and_operator = ReplicationRuleAndOperator{.prefix = "logs/"};
    CHECK(code(set({rule})) == "MalformedXML");
    rule.filter.reset();
    rule.prefix = "";
    CHECK(code(set({rule})) == "InvalidRequest");
    rule.priority.reset();
    rule.delete_marker_replication.reset();
    CHECK(set({rule}).ok());
    rule.prefix.reset();
    CHECK(code(set({rule})) == "MalformedXML");
    CHECK(code(set({newer(), newer()})) == "InvalidRequest");
    CHECK(code(set({})) == "MalformedXML");
  }
}

}  // namespace
}  // namespace emu::s3
