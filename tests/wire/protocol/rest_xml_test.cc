#include "wire/protocol/rest_xml.h"

#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>

using namespace emu;
using namespace emu::wire;

namespace {

const Protocol& rest_xml() { return protocol_of(ProtocolKind::kRestXml); }

std::string rest_xml_header(const HttpHeaders& headers, std::string_view name) {
  const std::string* value = headers.find(name);
  return value == nullptr ? "(none)" : *value;
}

bool holds(const HttpResponse& response, std::string_view text) {
  return response.body.view().find(text) != std::string_view::npos;
}

}  // namespace

TEST_SUITE("wire: REST-XML") {
  TEST_CASE("an object's bytes are the body, all else of it is in headers and path") {
    HttpRequest http{.method = "PUT"};
    http.headers.add("Content-Type", "text/plain");
    http.headers.add("X-Amz-Meta-Seat", "12A");
    http.body = "hello";
    const WireRequest request{.http = http, .path = "/photos/2026/a%2Fb%20c+d"};
    s3::PutObject in;
    REQUIRE(rest_xml().read_request(operation<s3::PutObject>(), request, &in).ok());
    CHECK(in.bucket == "photos");
    CHECK(in.key == "2026/a/b c+d");
    CHECK(in.metadata.at("seat") == "12A");
    CHECK(in.content_type == "text/plain");
    CHECK(in.body.data() == http.body.data());  // shared, not copied

    s3::GetObjectResult out;
    out.body = http.body;
    out.status_code = 206;
    out.etag = "\"abc\"";
    out.content_type = "text/plain";
    out.metadata = {{"seat", "12A"}};
    const HttpResponse response = rest_xml().write_result(operation<s3::GetObject>(), &out, "r-1");
    CHECK(response.status == 206);
    CHECK(response.body.data() == http.body.data());
    CHECK(rest_xml_header(response.headers, "ETag") == "\"abc\"");
    CHECK(rest_xml_header(response.headers, "Content-Type") == "text/plain");
    CHECK(rest_xml_header(response.headers, "x-amz-meta-seat") == "12A");
    CHECK(rest_xml_header(response.headers, "x-amz-request-id") == "r-1");
    CHECK(rest_xml_header(response.headers, "Last-Modified") == "Thu, 01 Jan 1970 00:00:00 GMT");
  }

  TEST_CASE("listings have S3's name and namespace, and repeat what was asked even when empty") {
    s3::ListObjectsV2Result out;
    out.name = "photos";
    out.contents.resize(1);
    out.contents[0].key = "a&b";
    const HttpResponse response =
        rest_xml().write_result(operation<s3::ListObjectsV2>(), &out, "r-1");
    CHECK(holds(response,
                "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                "<Name>photos</Name><Prefix></Prefix>"));
    CHECK(holds(response, "<Contents><Key>a&amp;b</Key>"));
    CHECK(rest_xml_header(response.headers, "Content-Type") == "application/xml");
  }

  TEST_CASE("a bucket's location is a document of one text") {
    s3::GetBucketLocationResult out{.location_constraint = "eu-west-1"};
    const Operation& op = operation<s3::GetBucketLocation>();
    const HttpResponse response = rest_xml().write_result(op, &out, "r-1");
    CHECK(holds(response,
                "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                "eu-west-1</LocationConstraint>"));
    s3::GetBucketLocationResult read;
    REQUIRE(rest_xml().read_response(op, response, &read).ok());
    CHECK(read.location_constraint == "eu-west-1");
    // As recorded from AWS, of us-east-1.
    const s3::GetBucketLocationResult none;
    CHECK(holds(rest_xml().write_result(op, &none, "r-1"),
                "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>"));
  }

  TEST_CASE("a document that is broken, or another one, is MalformedXML") {
    for (const char* body : {"<Delete>", "<Remove/>",
                             "<Delete><Object>x</Object><Quiet>x</Quiet>"
                             "</Delete>"}) {
      HttpRequest http{.method = "POST"};
      http.body = body;
      s3::DeleteObjects in;
      const Status status = rest_xml().read_request(
          operation<s3::DeleteObjects>(), WireRequest{.http = http, .path = "/photos"}, &in);
      REQUIRE_MESSAGE(!status.ok(), body);
      CHECK(status.error().code == "MalformedXML");
    }
  }

  TEST_CASE("a parameter that is no number is named") {
    const HttpRequest http;
    const WireRequest request{
        .http = http, .path = "/photos", .query = {{.name = "max-keys", .value = "ten"}}};
    s3::ListObjects in;
    const Status status = rest_xml().read_request(operation<s3::ListObjects>(), request, &in);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "InvalidArgument");
    CHECK(status.error().fields.at(1).second == "ten");
  }

  TEST_CASE("a condition with a date that cannot be read is passed over") {
    HttpRequest http;
    http.headers.add("If-Modified-Since", "yesterday");
    s3::GetObject in;
    CHECK(rest_xml()
              .read_request(operation<s3::GetObject>(),
                            WireRequest{.http = http, .path = "/photos/a"}, &in)
              .ok());
  }

  TEST_CASE("errors carry their own elements; 304 has no body") {
    const Error error{.code = "NoSuchKey",
                      .message = "The specified key does not exist.",
                      .status = 404,
                      .fields = {{"Key", "a<b"}}};
    HttpResponse response = rest_xml().write_error(*find_profile("s3"), error, "r-1");
    CHECK(response.status == 404);
    CHECK(holds(response,
                "<Error><Code>NoSuchKey</Code><Message>The specified key does not "
                "exist.</Message><Key>a&lt;b</Key><RequestId>r-1</RequestId>"));
    s3::GetObjectResult out;
    const Status status = rest_xml().read_response(operation<s3::GetObject>(), response, &out);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "NoSuchKey");
    CHECK(status.error().fields == error.fields);

    const Error unchanged{.code = "NotModified", .message = "Not Modified", .status = 304};
    response = rest_xml().write_error(*find_profile("s3"), unchanged, "r-1");
    CHECK(response.status == 304);
    CHECK(response.body.empty());
  }
}
