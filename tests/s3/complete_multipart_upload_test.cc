// Sources: Amazon S3 API Reference, "CompleteMultipartUpload"; User Guide, "Amazon S3 multipart
// upload limits", "Add preconditions to S3 operations with conditional requests".
#include <doctest/doctest.h>

#include <chrono>
#include <optional>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

TEST_SUITE("s3: CompleteMultipartUpload") {
  TEST_CASE_FIXTURE(MultipartFixture, "parts are named in order, with ETags in quotes or without") {
    const std::string id = begin();
    const std::string first = upload(id, 2, full_part('a')).etag;
    const std::string last = upload(id, 7, "z").etag;
    upload(id, 5, "left out");

    const auto refused = [&](std::vector<CompletedPart> parts) {
      const auto result = complete(id, std::move(parts));
      CHECK_FALSE(result.ok());
      CHECK_FALSE(exists("film"));
      return result.ok() ? Error{} : result.error();
    };
    const Error order =
        refused({{.part_number = 7, .etag = last}, {.part_number = 2, .etag = first}});
    CHECK(order.code == errors::kInvalidPartOrder);
    CHECK(order.message ==
          "The list of parts was not in ascending order. Parts must be ordered by part number.");
    CHECK(field(order, "UploadId") == id);
    CHECK(refused({{.part_number = 2, .etag = first}, {.part_number = 2, .etag = first}}).code ==
          errors::kInvalidPartOrder);

    const Error absent =
        refused({{.part_number = 2, .etag = first}, {.part_number = 3, .etag = last}});
    CHECK(absent.code == errors::kInvalidPart);
    CHECK(absent.message ==
          "One or more of the specified parts could not be found.  The part may not have been "
          "uploaded, or the specified entity tag may not match the part's entity tag.");
    CHECK(field(absent, "PartNumber") == "3");
    CHECK(refused({{.part_number = 2, .etag = last}, {.part_number = 7, .etag = last}}).code ==
          errors::kInvalidPart);

    CHECK(complete(id, {{.part_number = 2, .etag = first.substr(1, 32)},
                        {.part_number = 7, .etag = last}})
              .ok());
    CHECK(body_of("film") == std::string(kSmallestPart, 'a') + "z");
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a list of parts must be there and be complete") {
    const std::string id = begin();
    const std::string etag = upload(id, 1, "x").etag;
    CompleteMultipartUpload none = completion(id, {});
    CHECK(code(aws.send(none)) == errors::kMalformedXML);
    none.multipart_upload = std::nullopt;
    CHECK(message(aws.send(none)) == "You must specify at least one part");
    CHECK(code(complete(id, {{.etag = etag}})) == errors::kMalformedXML);
    CHECK(code(complete(id, {{.part_number = 1}})) == errors::kMalformedXML);
    CHECK(message(complete(id, {{.part_number = 0, .etag = etag}})) == "PartNumber must be >= 1");
    CHECK(parts_of(id).value().parts.size() == 1);
  }

  TEST_CASE_FIXTURE(MultipartFixture, "all parts but the last have 5 MiB or more") {
    const std::string id = begin();
    const std::string small = upload(id, 1, std::string(kSmallestPart - 1, 'a')).etag;
    const std::string last = upload(id, 2, "z").etag;
    const std::vector<CompletedPart> parts = {{.part_number = 1, .etag = small},
                                              {.part_number = 2, .etag = last}};
    const Error error = complete(id, parts).error();
    CHECK(error.code == errors::kEntityTooSmall);
    CHECK(error.status == 400);
    CHECK(error.message == "Your proposed upload is smaller than the minimum allowed size");
    CHECK(field(error, "ProposedSize") == "5242879");
    CHECK(field(error, "MinSizeAllowed") == "5242880");
    CHECK(field(error, "PartNumber") == "1");
    CHECK("\"" + field(error, "ETag") + "\"" == small);

    upload(id, 1, full_part('a'));
    CHECK(complete(id, {{.part_number = 1, .etag = parts_of(id).value().parts.at(0).etag},
                        {.part_number = 2, .etag = last}})
              .ok());
  }

  TEST_CASE_FIXTURE(MultipartFixture,
                    "completing again is answered again while the object is there") {
    const std::string id = begin();
    const std::vector<CompletedPart> parts = {{.part_number = 1, .etag = upload(id, 1, "x").etag}};
    const auto once = complete(id, parts).value();
    const auto twice = complete(id, parts).value();
    CHECK(once.etag == twice.etag);
    CHECK(once.checksum_crc64nvme == twice.checksum_crc64nvme);

    put("film", "another");
    CHECK(code(complete(id, parts)) == errors::kNoSuchUpload);
    CHECK(body_of("film") == "another");
  }

  TEST_CASE_FIXTURE(MultipartFixture, "it may ask that nothing, or one version, is replaced") {
    const auto attempt = [&](const std::string& if_match, const std::string& if_none_match) {
      const std::string id = begin();
      CompleteMultipartUpload in =
          completion(id, {{.part_number = 1, .etag = upload(id, 1, "new").etag}});
      in.if_match = if_match;
      in.if_none_match = if_none_match;
      const auto result = aws.send(in);
      // A refused upload stays as it is.
      CHECK(parts_of(id).ok() != result.ok());
      return result.ok() ? std::string() : result.error().code;
    };
    CHECK(attempt("\"etag\"", {}) == errors::kNoSuchKey);
    CHECK(attempt({}, "*") == "");
    CHECK(attempt({}, "*") == errors::kPreconditionFailed);
    CHECK(attempt("\"etag\"", {}) == errors::kPreconditionFailed);
    CHECK(attempt({}, "\"etag\"") == errors::kNotImplemented);
    const std::string etag = aws.send(HeadObject{.bucket = "photos", .key = "film"}).value().etag;
    CHECK(attempt(etag, {}) == "");
  }

  TEST_CASE_FIXTURE(MultipartFixture, "the size that is expected must be that of the object") {
    const std::string id = begin();
    CompleteMultipartUpload in =
        completion(id, {{.part_number = 1, .etag = upload(id, 1, "four").etag}});
    in.mpu_object_size = 5;
    CHECK(code(aws.send(in)) == errors::kInvalidRequest);
    CHECK(message(aws.send(in)) ==
          "The provided 'x-amz-mp-object-size' header value 5 does not match what was computed: 4");
    in.mpu_object_size = 4;
    CHECK(aws.send(in).ok());
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a version of its own is made where versioning is enabled") {
    aws.send(PutBucketVersioning{.bucket = "photos",
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
    const std::string old = put("film", "old").version_id;
    const std::string id = begin();
    const auto done = complete(id, {{.part_number = 1, .etag = upload(id, 1, "new").etag}}).value();
    CHECK(done.version_id.size() == 32);
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "film"}).value().version_id ==
          done.version_id);
    GetObjectAttributes in{.bucket = "photos", .key = "film", .object_attributes = {"ObjectParts"}};
    CHECK(aws.send(in).value().version_id == done.version_id);
    CHECK(aws.send(in).value().object_parts);
    in.version_id = old;
    CHECK(aws.send(in).value().version_id == old);
    CHECK_FALSE(aws.send(in).value().object_parts);
  }

  // API Reference, "PutObject" (Content-MD5).
  TEST_CASE_FIXTURE(MultipartFixture, "parts of a locked object must come with a digest") {
    aws.send(CreateBucket{.bucket = "locked", .object_lock_enabled_for_bucket = true}).value();
    const std::string id =
        aws.send(CreateMultipartUpload{.bucket = "locked",
                                       .key = "film",
                                       .object_lock_mode = "COMPLIANCE",
                                       .object_lock_retain_until_date = cloud.now() + 24h})
            .value()
            .upload_id;
    UploadPart in = part(id, 1, "123456789");
    in.bucket = "locked";
    CHECK(message(aws.send(in)) ==
          "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Part requests with "
          "Object Lock parameters");
    in.content_md5 = "JfnnlDI7RTiF9RgfG2JNCw==";
    CompleteMultipartUpload list =
        completion(id, {{.part_number = 1, .etag = aws.send(in).value().etag}});
    list.bucket = "locked";
    const auto done = aws.send(list).value();
    CHECK(code(aws.send(
              DeleteObject{.bucket = "locked", .key = "film", .version_id = done.version_id})) ==
          errors::kAccessDenied);
  }
}

}  // namespace
}  // namespace emu::s3
