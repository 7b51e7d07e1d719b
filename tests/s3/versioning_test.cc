// Sources: Amazon S3 User Guide, "Retaining multiple versions of objects with S3 Versioning",
// "Working with delete markers", "Configuring MFA delete"; API Reference, "PutBucketVersioning",
// "GetObject", "DeleteObject", "DeleteObjects", "CopyObject".
#include <doctest/doctest.h>

#include <string>

#include "s3/s3_fixture.h"
#include "support/room.h"

namespace emu::s3 {
namespace {

const std::string kForeignId = "Wk3.0dTqAbCdEfGhIjKlMnOpQrStUvWx";

struct VersioningFixture : S3Fixture {
  VersioningFixture() { set_versioning("Enabled"); }

  void set_versioning(const char* status) {
    aws.send(
           PutBucketVersioning{.bucket = "photos", .versioning_configuration = {.status = status}})
        .value();
  }
  DeleteObjectResult remove(const std::string& key, const std::string& version_id = {}) {
    return aws.send(DeleteObject{.bucket = "photos", .key = key, .version_id = version_id}).value();
  }
  Result<GetObjectResult> get(const std::string& key, const std::string& version_id = {}) {
    return aws.send(GetObject{.bucket = "photos", .key = key, .version_id = version_id});
  }
  std::string body(const std::string& key, const std::string& version_id) {
    return get(key, version_id).value().body.str();
  }
};

TEST_SUITE("s3: versioning") {
  TEST_CASE_FIXTURE(VersioningFixture, "a put keeps what it replaces, and a delete covers it") {
    const std::string first = put("a", "1").version_id;
    const std::string second = put("a", "2").version_id;
    CHECK(first.size() == 32);
    CHECK(get("a").value().version_id == second);
    CHECK(body("a", first) == "1");
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a", .version_id = first})
              .value()
              .version_id == first);

    const auto marker = remove("a");
    CHECK(marker.delete_marker == true);
    CHECK(marker.version_id.size() == 32);
    CHECK(code(get("a")) == "NoSuchKey");
    CHECK(body("a", second) == "2");

    const auto removed = remove("a", marker.version_id);
    CHECK(removed.delete_marker == true);
    CHECK(removed.version_id == marker.version_id);
    CHECK(body_of("a") == "2");
    CHECK(remove("a", second).version_id == second);
    CHECK(body_of("a") == "1");
  }

  TEST_CASE_FIXTURE(S3Fixture, "what was never versioned has no version ids") {
    CHECK(put("a").version_id == "");
    CHECK(aws.send(GetBucketVersioning{.bucket = "photos"}).value().status == "");
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a"}).value().version_id == "");
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a", .version_id = "null"}).ok());
    const auto gone =
        aws.send(DeleteObject{.bucket = "photos", .key = "a", .version_id = "null"}).value();
    CHECK_FALSE(gone.delete_marker);
    CHECK(gone.version_id == "null");
    CHECK_FALSE(exists("a"));
  }

  TEST_CASE_FIXTURE(S3Fixture, "the object from before is the null version") {
    put("a", "0");
    aws.send(PutBucketVersioning{.bucket = "photos",
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a"}).value().version_id == "null");
    put("a", "1");
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a", .version_id = "null"})
              .value()
              .body.view() == "0");
  }

  TEST_CASE_FIXTURE(VersioningFixture, "a suspended bucket has one null version of a key") {
    const std::string first = put("a", "1").version_id;
    set_versioning("Suspended");
    CHECK(aws.send(GetBucketVersioning{.bucket = "photos"}).value().status == "Suspended");
    CHECK(put("a", "2").version_id == "");
    put("a", "3");
    CHECK(body("a", "null") == "3");
    CHECK(get("a").value().version_id == "null");
    CHECK(body("a", first) == "1");
    const auto marker = remove("a");
    CHECK(marker.delete_marker == true);
    CHECK(marker.version_id == "null");
    CHECK(code(get("a", "null")) == "MethodNotAllowed");
    CHECK(body("a", first) == "1");
  }

  TEST_CASE_FIXTURE(VersioningFixture, "delete markers need their room, and keys of their own") {
    test::Room room(1000);
    cloud.world().set_memory_gauge(&room);
    CHECK(code(aws.send(DeleteObject{.bucket = "photos", .key = "a"})) == "SlowDown");
    const auto batch = [&](std::string key) {
      return aws
          .send(DeleteObjects{.bucket = "photos",
                              .to_delete = {.objects = {{.key = std::move(key)}}}})
          .value();
    };
    CHECK(batch("a").errors.at(0).code == "SlowDown");
    cloud.world().set_memory_gauge(nullptr);
    CHECK(batch(std::string(1025, 'x')).errors.at(0).code == errors::kKeyTooLongError);
    CHECK(aws.send(ListObjectVersions{.bucket = "photos"}).value().delete_markers.empty());
  }

  TEST_CASE_FIXTURE(VersioningFixture, "the null version has one name") {
    put("a");
    CHECK(code(aws.send(
              GetObject{.bucket = "photos", .key = "a", .version_id = std::string(32, 'A')})) ==
          errors::kInvalidArgument);
  }

  TEST_CASE_FIXTURE(VersioningFixture, "reading a delete marker is refused, twofold") {
    put("a");
    const std::string marker = remove("a").version_id;
    CHECK(get("a").error().status == 404);
    const auto named = get("a", marker);
    REQUIRE_FALSE(named.ok());
    CHECK(named.error().code == "MethodNotAllowed");
    CHECK(named.error().status == 405);
    CHECK(field(named.error(), "Method") == "GET");
    CHECK(field(named.error(), "ResourceType") == "DeleteMarker");
    CHECK(code(aws.send(GetObjectTagging{.bucket = "photos", .key = "a", .version_id = marker})) ==
          "MethodNotAllowed");
  }

  TEST_CASE_FIXTURE(VersioningFixture, "versions that are not there, and ids that cannot be") {
    const std::string id = put("a").version_id;
    const auto missing = get("b", id);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().code == "NoSuchVersion");
    CHECK(missing.error().message == "The specified version does not exist.");
    CHECK(missing.error().status == 404);
    CHECK(field(missing.error(), "Key") == "b");
    CHECK(field(missing.error(), "VersionId") == id);
    CHECK(code(get("a", kForeignId)) == "NoSuchVersion");
    CHECK(code(get("a", "null")) == "NoSuchVersion");

    const auto invalid = get("a", "17");
    REQUIRE_FALSE(invalid.ok());
    CHECK(invalid.error().code == "InvalidArgument");
    CHECK(invalid.error().message == "Invalid version id specified");
    CHECK(field(invalid.error(), "ArgumentName") == "versionId");
    CHECK(field(invalid.error(), "ArgumentValue") == "17");
    CHECK(code(aws.send(DeleteObject{.bucket = "photos", .key = "a", .version_id = "17"})) ==
          "InvalidArgument");
    CHECK(remove("a", kForeignId).version_id == kForeignId);
    CHECK(exists("a"));
  }

  TEST_CASE_FIXTURE(VersioningFixture, "many deletes say what each has done") {
    const std::string version = put("a").version_id;
    put("b");
    const std::string marker = remove("c").version_id;
    const auto result =
        aws.send(DeleteObjects{.bucket = "photos",
                               .to_delete = {.objects = {{.key = "a", .version_id = version},
                                                         {.key = "b"},
                                                         {.key = "c", .version_id = marker}}}})
            .value();
    REQUIRE(result.deleted.size() == 3);
    CHECK(result.deleted[0].version_id == version);
    CHECK_FALSE(result.deleted[0].delete_marker);
    CHECK(result.deleted[1].version_id == "");
    CHECK(result.deleted[1].delete_marker == true);
    CHECK(result.deleted[1].delete_marker_version_id.size() == 32);
    CHECK(result.deleted[2].version_id == marker);
    CHECK(result.deleted[2].delete_marker == true);
    CHECK(result.deleted[2].delete_marker_version_id == marker);
  }

  TEST_CASE_FIXTURE(VersioningFixture, "a version can be copied, onto its own key too") {
    const std::string first = put("a", "1").version_id;
    const std::string second = put("a", "2").version_id;
    const auto copied =
        aws.send(CopyObject{
                     .bucket = "photos", .key = "a", .copy_source = "photos/a?versionId=" + first})
            .value();
    CHECK(copied.copy_source_version_id == first);
    CHECK(copied.version_id.size() == 32);
    CHECK(body_of("a") == "1");
    CHECK(body("a", second) == "2");
    CHECK(code(aws.send(CopyObject{.bucket = "photos", .key = "a", .copy_source = "photos/a"})) ==
          "InvalidRequest");
    const std::string marker = remove("a").version_id;
    CHECK(message(aws.send(CopyObject{
              .bucket = "photos", .key = "b", .copy_source = "photos/a?versionId=" + marker})) ==
          "The source of a copy request may not specifically refer to a delete marker by version "
          "id.");
    CHECK(code(aws.send(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"})) ==
          "NoSuchKey");
  }

  TEST_CASE_FIXTURE(VersioningFixture, "tags are of one version") {
    const std::string first = put("a", "1").version_id;
    const std::string second = put("a", "2").version_id;
    const auto tagged = aws.send(PutObjectTagging{.bucket = "photos",
                                                  .key = "a",
                                                  .tagging = {.tag_set = {{.key = "k"}}},
                                                  .version_id = first})
                            .value();
    CHECK(tagged.version_id == first);
    const auto tags = [&](const std::string& id) {
      return aws.send(GetObjectTagging{.bucket = "photos", .key = "a", .version_id = id})
          .value()
          .tag_set.size();
    };
    CHECK(tags(first) == 1);
    CHECK(tags(second) == 0);
    CHECK(tags("") == 0);
  }

  TEST_CASE_FIXTURE(VersioningFixture, "to a condition a delete marker is no object") {
    const std::string etag = put("a", "1").etag;
    remove("a");
    PutObject again{.bucket = "photos", .key = "a", .body = "2", .if_match = etag};
    CHECK(code(aws.send(again)) == "NoSuchKey");
    again.if_match.clear();
    again.if_none_match = "*";
    CHECK(aws.send(again).ok());
    CHECK(code(aws.send(again)) == "PreconditionFailed");
  }

  TEST_CASE_FIXTURE(VersioningFixture, "a bucket with versions or delete markers is not empty") {
    const std::string version = put("a").version_id;
    const std::string marker = remove("a").version_id;
    const auto refused = aws.send(DeleteBucket{.bucket = "photos"});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "BucketNotEmpty");
    CHECK(refused.error().status == 409);
    CHECK(refused.error().message ==
          "The bucket you tried to delete is not empty. You must delete all versions in the "
          "bucket.");
    remove("a", version);
    CHECK(code(aws.send(DeleteBucket{.bucket = "photos"})) == "BucketNotEmpty");
    remove("a", marker);
    CHECK(aws.send(DeleteBucket{.bucket = "photos"}).ok());
  }

  TEST_CASE_FIXTURE(S3Fixture, "what a configuration of versions must say") {
    const auto set = [&](const char* status, const char* mfa_delete = "", const char* mfa = "") {
      return aws.send(PutBucketVersioning{
          .bucket = "photos",
          .versioning_configuration = {.status = status, .mfa_delete = mfa_delete},
          .mfa = mfa});
    };
    CHECK(code(set("")) == "IllegalVersioningConfigurationException");
    CHECK(message(set("")) == "The Versioning element must be specified");
    CHECK(code(set("On")) == "MalformedXML");
    CHECK(code(set("Enabled", "On")) == "MalformedXML");
    CHECK(message(set("Enabled", "Enabled")) == "Mfa Authentication must be used for this request");
    CHECK(code(set("Enabled", "Enabled", "serial 12")) == "AccessDenied");
    CHECK(aws.send(GetBucketVersioning{.bucket = "photos"}).value().status == "");
  }

  TEST_CASE_FIXTURE(VersioningFixture, "deletes of versions may need a second factor") {
    const std::string mfa = "arn:aws:iam::000000000000:mfa/root 123456";
    aws.send(PutBucketVersioning{
                 .bucket = "photos",
                 .versioning_configuration = {.status = "Enabled", .mfa_delete = "Enabled"},
                 .mfa = mfa})
        .value();
    CHECK(aws.send(GetBucketVersioning{.bucket = "photos"}).value().mfa_delete == "Enabled");
    const std::string id = put("a").version_id;
    DeleteObject one{.bucket = "photos", .key = "a", .version_id = id};
    CHECK(code(aws.send(one)) == "AccessDenied");
    const DeleteObjects some{
        .bucket = "photos",
        .to_delete = {.objects = {{.key = "b"}, {.key = "a", .version_id = id}}}};
    CHECK(code(aws.send(some)) == "AccessDenied");
    CHECK(code(aws.send(PutBucketVersioning{
              .bucket = "photos", .versioning_configuration = {.status = "Suspended"}})) ==
          "AccessDenied");
    CHECK(remove("c").delete_marker == true);
    CHECK(exists("a"));
    one.mfa = mfa;
    CHECK(aws.send(one).ok());
    CHECK_FALSE(exists("a"));
  }
}

}  // namespace
}  // namespace emu::s3
