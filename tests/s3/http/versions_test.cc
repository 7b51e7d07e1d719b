// Versions and locks over the wire.
// Sources: Amazon S3 User Guide, "Working with delete markers"; API Reference,
// "PutBucketVersioning", "ListObjectVersions", "PutObjectRetention".
#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>

#include "server/api_fixture.h"

namespace emu::s3 {

namespace {

using test::ApiFixture;

struct VersionsWireFixture : ApiFixture {
  VersionsWireFixture() {
    aws.send(CreateBucket{.bucket = "photos", .object_lock_enabled_for_bucket = true}).value();
  }
  HttpResponse send(std::string method, std::string target, std::string body = {}) {
    return rest("s3", std::move(method), std::move(target), std::move(body));
  }
};

}  // namespace

TEST_SUITE("s3: versions over HTTP") {
  TEST_CASE_FIXTURE(VersionsWireFixture, "versioning is set and told in a document") {
    send("PUT", "/plain");
    const HttpResponse never = send("GET", "/plain?versioning");
    CHECK(contains(never, "<VersioningConfiguration "));
    CHECK_FALSE(contains(never, "<Status>"));
    CHECK(send("PUT", "/plain?versioning",
               "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
               "<Status>Enabled</Status></VersioningConfiguration>")
              .status == 200);
    CHECK(contains(send("GET", "/plain?versioning"), "<Status>Enabled</Status>"));
    CHECK(contains(send("PUT", "/plain?versioning", "<VersioningConfiguration/>"),
                   "<Code>IllegalVersioningConfigurationException</Code>"));
  }

  TEST_CASE_FIXTURE(VersionsWireFixture, "headers tell of versions and delete markers") {
    const std::string version = header(send("PUT", "/photos/a", "1"), "x-amz-version-id");
    CHECK(version.size() == 32);
    CHECK(header(send("HEAD", "/photos/a"), "x-amz-version-id") == version);
    CHECK(header(send("GET", "/photos/a"), "x-amz-delete-marker") == "");

    const HttpResponse deleted = send("DELETE", "/photos/a");
    CHECK(deleted.status == 204);
    CHECK(header(deleted, "x-amz-delete-marker") == "true");
    const std::string marker = header(deleted, "x-amz-version-id");

    for (const char* method : {"GET", "HEAD"}) {
      INFO(method);
      const HttpResponse covered = send(method, "/photos/a");
      CHECK(covered.status == 404);
      CHECK(header(covered, "x-amz-delete-marker") == "true");
      CHECK(header(covered, "x-amz-version-id") == marker);

      const HttpResponse named = send(method, "/photos/a?versionId=" + marker);
      CHECK(named.status == 405);
      CHECK(header(named, "x-amz-delete-marker") == "true");
      CHECK(header(named, "x-amz-version-id") == marker);
      CHECK(header(named, "Allow") == "DELETE");
      CHECK(header(named, "Last-Modified").ends_with(" GMT"));
    }
    CHECK(contains(send("GET", "/photos/a"), "<Code>NoSuchKey</Code>"));
    CHECK(contains(send("GET", "/photos/a?versionId=" + marker),
                   "<Code>MethodNotAllowed</Code><Message>The specified method is not allowed "
                   "against this resource.</Message><Method>GET</Method>"
                   "<ResourceType>DeleteMarker</ResourceType>"));

    const HttpResponse removed = send("DELETE", "/photos/a?versionId=" + marker);
    CHECK(header(removed, "x-amz-delete-marker") == "true");
    CHECK(header(removed, "x-amz-version-id") == marker);
    const HttpResponse missing = send("GET", "/photos/a?versionId=" + marker);
    CHECK(missing.status == 404);
    CHECK(contains(missing, "<Key>a</Key><VersionId>" + marker + "</VersionId>"));
  }

  TEST_CASE_FIXTURE(VersionsWireFixture, "versions are listed in AWS's document") {
    send("PUT", "/photos/a", "1");
    send("DELETE", "/photos/a");
    const std::string listed = send("GET", "/photos?versions").body.str();
    CHECK(listed.find("<ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                      "<Name>photos</Name><Prefix></Prefix><KeyMarker></"
                      "KeyMarker><VersionIdMarker></VersionIdMarker>"
                      "<MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><Version>"
                      "<Key>a</Key><VersionId>") != std::string::npos);
    CHECK(listed.find("<DeleteMarker><Key>a</Key><VersionId>") != std::string::npos);
    CHECK(listed.find("<IsLatest>true</IsLatest>") != std::string::npos);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(VersionsWireFixture,
                    "an empty version id is none, and what is stored has none") {
    const std::string version = header(send("PUT", "/photos/a", "1"), "x-amz-version-id");
    for (const char* method : {"GET", "DELETE"}) {
      const HttpResponse empty = send(method, "/photos/a?versionId=");
      CHECK(empty.status == 400);
      CHECK(contains(empty,
                     "<Code>InvalidArgument</Code><Message>Version id cannot be the empty "
                     "string</Message><ArgumentName>versionId</ArgumentName>"));
    }
    const HttpResponse put = send("PUT", "/photos/a?versionId=" + version, "2");
    CHECK(put.status == 400);
    CHECK(contains(put, "<Message>This operation does not accept a version-id.</Message>"));
    CHECK(header(send("HEAD", "/photos/a"), "x-amz-version-id") == version);
  }

  TEST_CASE_FIXTURE(VersionsWireFixture, "locks travel in documents and headers") {
    send("PUT", "/photos/a", "1");
    CHECK(send("PUT", "/photos/a?retention",
               "<Retention><Mode>GOVERNANCE</Mode>"
               "<RetainUntilDate>2999-01-01T00:00:00Z</RetainUntilDate></Retention>")
              .status == 200);
    CHECK(
        send("PUT", "/photos/a?legal-hold", "<LegalHold><Status>ON</Status></LegalHold>").status ==
        200);
    const HttpResponse head = send("HEAD", "/photos/a");
    CHECK(header(head, "x-amz-object-lock-mode") == "GOVERNANCE");
    CHECK(header(head, "x-amz-object-lock-retain-until-date") == "2999-01-01T00:00:00.000Z");
    CHECK(header(head, "x-amz-object-lock-legal-hold") == "ON");
    CHECK(contains(send("GET", "/photos/a?retention"), "<Retention xmlns="));
    CHECK(contains(send("GET", "/photos/a?legal-hold"), "<Status>ON</Status></LegalHold>"));
    CHECK(contains(send("GET", "/photos?object-lock"),
                   "<ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>"));
    CHECK(send("PUT", "/photos/a?retention", "<Retention/>").status == 403);
  }
}

}  // namespace emu::s3
