#include "wire/protocol/rest_json.h"

#include <doctest/doctest.h>
#include <emu/apigatewayv2.h>
#include <emu/lambda.h>

#include <string>

#include "wire/protocol/uri_template.h"

using namespace emu;
using namespace emu::wire;

namespace {

const Protocol& rest() { return protocol_of(ProtocolKind::kRestJson); }

std::string header(const HttpHeaders& headers, std::string_view name) {
  const std::string* value = headers.find(name);
  return value == nullptr ? "(none)" : *value;
}

}  // namespace

TEST_SUITE("wire: REST-JSON") {
  TEST_CASE("an invocation's payload is the body, its kind a header, its function in the path") {
    HttpRequest http{.method = "POST"};
    http.headers.add("x-amz-invocation-type", "Event");
    http.body = R"({"seat":"12A"})";
    const WireRequest request{
        .http = http,
        .path =
            "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Ab/"
            "invocations",
        .query = {{.name = "Qualifier", .value = "$LATEST"}}};
    lambda::Invoke in;
    REQUIRE(rest().read_request(operation<lambda::Invoke>(), request, &in).ok());
    CHECK(in.function_name == "arn:aws:lambda:us-east-1:1:function:b");
    CHECK(in.invocation_type == "Event");
    CHECK(in.qualifier == "$LATEST");
    CHECK(in.payload.view() == R"({"seat":"12A"})");

    const lambda::InvokeResult out{.status_code = 202, .executed_version = "$LATEST"};
    const HttpResponse response = rest().write_result(operation<lambda::Invoke>(), &out, "r-1");
    CHECK(response.status == 202);
    CHECK(response.body.empty());
    CHECK(header(response.headers, "X-Amz-Executed-Version") == "$LATEST");
  }

  TEST_CASE("lists in a query come as one parameter for each entry") {
    lambda::UntagResource in;
    in.resource = "arn:aws:lambda:us-east-1:1:function:b";
    in.tag_keys = {"a", "b c"};
    const HttpRequest sent = rest().write_request(operation<lambda::UntagResource>(), &in);
    CHECK(sent.method == "DELETE");
    CHECK(sent.target ==
          "/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Ab"
          "?tagKeys=a&tagKeys=b%20c");
  }

  TEST_CASE("API Gateway writes instants as dates, and reads them") {
    apigatewayv2::Api api;
    api.name = "bus";
    api.created_date = Time(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1));
    const Operation& op = operation<apigatewayv2::GetApi>();
    const HttpResponse response = rest().write_result(op, &api, "r-1");
    CHECK(response.body.view().find(R"("createdDate":"2026-01-01T00:00:00.000Z")") !=
          std::string_view::npos);
    apigatewayv2::Api read;
    REQUIRE(rest().read_response(op, response, &read).ok());
    CHECK(read.created_date == api.created_date);
    CHECK(read.name == "bus");
  }

  TEST_CASE("errors are in a header and a body that each service words its own way") {
    const Error missing{.code = "ResourceNotFoundException",
                        .message = "Function not found",
                        .status = 404,
                        .fields = {{"Type", "User"}}};
    HttpResponse response = rest().write_error(*find_profile("lambda"), missing, "r-1");
    CHECK(response.status == 404);
    CHECK(response.body.view() == R"({"Type":"User","Message":"Function not found"})");
    CHECK(header(response.headers, "x-amzn-ErrorType") == "ResourceNotFoundException");

    lambda::FunctionConfiguration out;
    const Status read = rest().read_response(operation<lambda::CreateFunction>(), response, &out);
    REQUIRE(!read.ok());
    CHECK(read.error().code == "ResourceNotFoundException");
    CHECK(read.error().message == "Function not found");
    CHECK(read.error().fields == missing.fields);

    const Error unknown{.code = "NotFoundException", .message = "none", .status = 404};
    response = rest().write_error(*find_profile("apigatewayv2"), unknown, "r-1");
    CHECK(response.body.view() == R"({"message":"none"})");
  }

  TEST_CASE("what cannot be read is a SerializationException") {
    HttpRequest http{.method = "GET"};
    lambda::ListFunctions in;
    const WireRequest request{.http = http,
                              .path = "/2015-03-31/functions/",
                              .query = {{.name = "MaxItems", .value = "ten"}}};
    const Status status = rest().read_request(operation<lambda::ListFunctions>(), request, &in);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "SerializationException");
    CHECK(status.error().message.find("MaxItems") != std::string::npos);
  }

  TEST_CASE("templates of URIs take segments, and the last one all that is left") {
    CHECK(match_path("/2015-03-31/functions/", "/2015-03-31/functions").has_value());
    CHECK(match_path("/2015-03-31/functions", "/2015-03-31/functions/").has_value());
    CHECK(!match_path("/2015-03-31/functions/{F}", "/2015-03-31/functions/").has_value());
    CHECK(!match_path("/2015-03-31/functions/{F}", "/2015-03-31/functions/a/b").has_value());
    CHECK(match_path("/{B}/{K+}?tagging", "/b//a/")->find("K") == "/a/");
    CHECK(!match_path("/{B}/{K+}", "/b/").has_value());
    CHECK(match_path("/{B}", "/b/")->find("B") == "b");
    CHECK(!match_path("/{B}", "/").has_value());
    CHECK(match_path("/", "/").has_value());
  }
}
