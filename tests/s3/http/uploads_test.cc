// Uploads in parts over the wire.
// Sources: Amazon S3 API Reference, "CreateMultipartUpload", "UploadPart",
// "CompleteMultipartUpload", "ListParts", "ListMultipartUploads", "GetObjectAttributes".
#include <doctest/doctest.h>
#include <emu/s3.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "server/api_fixture.h"
#include "wire/http/aws_chunked.h"

namespace emu::s3 {

namespace {

using test::ApiFixture;

struct UploadsFixture : ApiFixture {
  UploadsFixture() { rest("s3", "PUT", "/photos"); }

  HttpResponse send(std::string method, std::string target, const HttpHeaders& headers,
                    std::string body = {}) {
    HttpRequest request = signed_request("s3", std::move(method), std::move(target));
    for (const auto& [name, value] : headers) request.headers.add(name, value);
    request.body = Blob(std::move(body));
    return api.answer(request);
  }
  // The text between the tags of the first element of that name.
  static std::string element(const HttpResponse& response, const std::string& name) {
    const std::string_view body = response.body.view();
    const auto open = body.find("<" + name + ">");
    if (open == body.npos) return {};
    const auto begin = open + name.size() + 2;
    return std::string(body.substr(begin, body.find('<', begin) - begin));
  }
  std::string begin(const HttpHeaders& headers = {}) {
    return element(send("POST", "/photos/film?uploads", headers), "UploadId");
  }
  HttpResponse complete(const std::string& id, const std::string& parts) {
    return send("POST", "/photos/film?uploadId=" + id, {},
                "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>");
  }
};

std::string part_xml(int number, const std::string& etag, const std::string& more = {}) {
  return fmt::format("<Part><PartNumber>{}</PartNumber><ETag>{}</ETag>{}</Part>", number, etag,
                     more);
}

}  // namespace

TEST_SUITE("s3: uploads over HTTP") {
  TEST_CASE_FIXTURE(UploadsFixture, "an upload goes through all its requests") {
    const HttpResponse begun = send("POST", "/photos/film?uploads", {{"x-amz-meta-seat", "12A"}});
    CHECK(begun.status == 200);
    CHECK(contains(begun, "<InitiateMultipartUploadResult xmlns="));
    CHECK(contains(begun, "<Bucket>photos</Bucket><Key>film</Key><UploadId>"));
    CHECK(header(begun, "x-amz-server-side-encryption") == "AES256");
    const std::string id = element(begun, "UploadId");

    const std::string target = "/photos/film?partNumber=1&uploadId=" + id;
    const HttpResponse put = send("PUT", target, {}, "hi");
    CHECK(put.status == 200);
    CHECK(header(put, "ETag") == "\"49f68a5c8493ec2c0bf489821c21fc3b\"");

    const HttpResponse parts = rest("s3", "GET", "/photos/film?uploadId=" + id);
    CHECK(contains(parts, "<ListPartsResult xmlns="));
    CHECK(contains(parts, "<Part><PartNumber>1</PartNumber><LastModified>"));
    CHECK(contains(parts, "<IsTruncated>false</IsTruncated>"));
    const HttpResponse uploads = rest("s3", "GET", "/photos?uploads");
    CHECK(contains(uploads, "<ListMultipartUploadsResult xmlns="));
    CHECK(contains(uploads,
                   "<KeyMarker></KeyMarker><UploadIdMarker></UploadIdMarker><NextKeyMarker>film"));
    CHECK(contains(uploads, "<Upload><Key>film</Key><UploadId>" + id));

    const HttpResponse done =
        complete(id, part_xml(1, "&quot;49f68a5c8493ec2c0bf489821c21fc3b&quot;"));
    CHECK(done.status == 200);
    CHECK(contains(done, "<CompleteMultipartUploadResult xmlns="));
    CHECK(element(done, "Key") == "film");
    CHECK(element(done, "ChecksumType") == "FULL_OBJECT");

    const HttpResponse got = rest("s3", "GET", "/photos/film?partNumber=1");
    CHECK(got.status == 206);
    CHECK(got.body.view() == "hi");
    CHECK(header(got, "Content-Range") == "bytes 0-1/2");
    CHECK(header(got, "x-amz-mp-parts-count") == "1");
    CHECK(header(got, "x-amz-meta-seat") == "12A");

    const HttpResponse attributes =
        send("GET", "/photos/film?attributes", {{"x-amz-object-attributes", "ETag,ObjectParts"}});
    CHECK(contains(attributes, "<GetObjectAttributesResponse xmlns="));
    CHECK(contains(attributes, "<ObjectParts><PartsCount>1</PartsCount></ObjectParts>"));
    CHECK_FALSE(contains(attributes, "ObjectSize"));
  }

  TEST_CASE_FIXTURE(UploadsFixture, "uploads are aborted, and gone then") {
    const std::string id = begin();
    const std::string target = "/photos/film?uploadId=" + id;
    CHECK(rest("s3", "DELETE", target).status == 204);
    const HttpResponse again = rest("s3", "DELETE", target);
    CHECK(again.status == 404);
    CHECK(contains(again, "<Code>NoSuchUpload</Code>"));
    CHECK(element(again, "UploadId") == id);
  }

  TEST_CASE_FIXTURE(UploadsFixture, "a part is named by a number") {
    const std::string target = "/photos/film?uploadId=" + begin() + "&partNumber=";
    for (const char* number : {"0", "10001", "-1", "one", "99999999999"}) {
      CAPTURE(number);
      const HttpResponse refused = send("PUT", target + number, {}, "hi");
      CHECK(refused.status == 400);
      CHECK(element(refused, "Message") ==
            "Part number must be an integer between 1 and 10000, inclusive");
      CHECK(element(refused, "ArgumentName") == "partNumber");
      CHECK(element(refused, "ArgumentValue") == number);
    }
  }

  TEST_CASE_FIXTURE(UploadsFixture, "lists of parts that are none are refused") {
    const std::string id = begin();
    CHECK(element(complete(id, ""), "Code") == "MalformedXML");
    CHECK(element(complete(id, "<Part/>"), "Code") == "MalformedXML");
    CHECK(element(complete(id, part_xml(1, "x") + "<"), "Code") == "MalformedXML");
    const HttpResponse none = send("POST", "/photos/film?uploadId=" + id, {});
    CHECK(element(none, "Message") == "You must specify at least one part");
    CHECK(element(complete(id, part_xml(1, "x")), "Code") == "InvalidPart");
  }

  TEST_CASE_FIXTURE(UploadsFixture, "parts come in pieces, with their checksums behind them") {
    const std::string id = begin({{"x-amz-checksum-algorithm", "CRC32"}});
    const std::string target = "/photos/film?partNumber=1&uploadId=" + id;
    HttpHeaders headers = {{"x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"},
                           {"x-amz-decoded-content-length", "9"},
                           {"x-amz-sdk-checksum-algorithm", "CRC32"},
                           {"x-amz-trailer", "x-amz-checksum-crc32"},
                           {"Content-Encoding", "aws-chunked"}};
    std::string body = wire::encode_aws_chunked(
        "123456789", {.trailer = wire::checksum_algorithm("x-amz-checksum-crc32")});
    const HttpResponse put = send("PUT", target, headers, body);
    CHECK(put.status == 200);
    CHECK(header(put, "x-amz-checksum-crc32") == "y/Q5Jg==");

    headers.set("x-amz-decoded-content-length", "8");
    CHECK(element(send("PUT", target, headers, body), "Code") == "IncompleteBody");
    headers.remove("x-amz-decoded-content-length");
    CHECK(element(send("PUT", target, headers, body), "Code") == "MissingContentLength");
    headers.set("x-amz-decoded-content-length", "9");
    body.replace(body.find("y/Q5Jg=="), 8, "AAAAAA==");
    CHECK(element(send("PUT", target, headers, body), "Code") == "BadDigest");
    body.replace(body.find("AAAAAA=="), 8, "AAAA");
    CHECK(element(send("PUT", target, headers, body), "Message") ==
          "Value for x-amz-checksum-crc32 trailing header is invalid.");
    body.replace(body.find("x-amz-checksum-crc32:"), 21, "x-amz-checksum-sha1:");
    CHECK(element(send("PUT", target, headers, body), "Code") == "MalformedTrailerError");
  }

  TEST_CASE_FIXTURE(UploadsFixture,
                    "an algorithm is named together with its checksum, and alone is no use") {
    const HttpResponse refused =
        send("PUT", "/photos/a", {{"x-amz-sdk-checksum-algorithm", "CRC32"}}, "hi");
    CHECK(refused.status == 400);
    CHECK(element(refused, "Code") == "InvalidRequest");
    CHECK(element(refused, "Message") ==
          "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or "
          "x-amz-trailer headers were found.");
    CHECK(element(send("PUT", "/photos/a",
                       {{"x-amz-checksum-crc32", "AAAAAA=="}, {"x-amz-checksum-sha1", "x"}}, "hi"),
                  "Message") ==
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
  }

  TEST_CASE_FIXTURE(UploadsFixture, "the place of the object is told as the request reached it") {
    const std::string id = begin();
    send("PUT", "/photos/film?partNumber=1&uploadId=" + id, {}, "hi");
    const HttpResponse done = complete(id, part_xml(1, "49f68a5c8493ec2c0bf489821c21fc3b"));
    CHECK(element(done, "Location") == fmt::format("http://{}/photos/film", kHost));
  }
}

}  // namespace emu::s3
