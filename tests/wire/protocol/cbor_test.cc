#include "wire/protocol/cbor.h"

#include <doctest/doctest.h>
#include <emu/cloudwatch.h>
#include <emu/describe.h>

#include <cmath>
#include <string>

#include "core/text/hex.h"
#include "wire/protocol/cbor_codec.h"
#include "wire/protocol/protocol.h"

using namespace emu;
using namespace emu::wire;

namespace {

const Protocol& cbor() { return protocol_of(ProtocolKind::kCbor); }

Status read(const std::string& hex, cloudwatch::SetAlarmState& in) {
  const HttpRequest http{.body = *hex_decode(hex)};
  return cbor().read_request(operation<cloudwatch::SetAlarmState>(), {.http = http}, &in);
}

std::optional<double> number(const std::string& hex) {
  const std::string bytes = *hex_decode(hex);
  CborReader reader(bytes);
  return reader.real();
}

}  // namespace

TEST_SUITE("wire: CBOR") {
  // Source: Smithy, "Smithy RPC v2 CBOR protocol".
  TEST_CASE("a request names service and operation in its path, and holds a map") {
    const cloudwatch::DeleteAlarms in{.alarm_names = {"a"}};
    const HttpRequest http = cbor().write_request(operation<cloudwatch::DeleteAlarms>(), &in);
    CHECK(http.target == "/service/GraniteServiceVersion20100801/operation/DeleteAlarms");
    CHECK(*http.headers.find("smithy-protocol") == "rpc-v2-cbor");
    CHECK(*http.headers.find("Content-Type") == "application/cbor");
    CHECK(hex_encode(http.body.view()) == "a16a416c61726d4e616d6573816161");
    CHECK(cbor_target(http.target) == "GraniteServiceVersion20100801.DeleteAlarms");
    CHECK(cbor_target("/service/x") == std::nullopt);
  }

  TEST_CASE("an error has its code of Query in a header") {
    const HttpResponse http = cbor().write_error(
        profile_of(operation<cloudwatch::DeleteAlarms>()),
        {.code = cloudwatch::errors::kInvalidParameterValue, .message = "no"}, "r-1");
    CHECK(http.status == 400);
    CHECK(*http.headers.find("x-amzn-query-error") == "InvalidParameterValue;Sender");
    CHECK(*http.headers.find("smithy-protocol") == "rpc-v2-cbor");
    cloudwatch::GetDashboardResult out;
    const Status read = cbor().read_response(operation<cloudwatch::GetDashboard>(), http, &out);
    CHECK(read.error().code == cloudwatch::errors::kInvalidParameterValue);
    CHECK(read.error().message == "no");
  }

  // Source: RFC 8949, appendix A.
  TEST_CASE("numbers of every length are read") {
    CHECK(number("00") == 0);
    CHECK(number("1864") == 100);
    CHECK(number("1903e8") == 1000);
    CHECK(number("1b000000e8d4a51000") == 1e12);
    CHECK(number("20") == -1);
    CHECK(number("3903e7") == -1000);
    CHECK(number("1bffffffffffffffff") == 18446744073709551615.0);
    CHECK(number("f93e00") == 1.5);
    CHECK(number("f90001") == 5.960464477539063e-8);
    CHECK(number("f97bff") == 65504);
    CHECK(number("fa47c35000") == 100000);
    CHECK(number("fbc010666666666666") == -4.1);
    CHECK(number("f97c00") == INFINITY);
    CHECK(std::isnan(*number("f97e00")));
    CHECK(number("c11a514b67b0") == 1363896240);
  }

  TEST_CASE("lengths may be left open, and what is not known is passed over") {
    cloudwatch::SetAlarmState in;
    // {_ "AlarmName": (_ "a", "b"), "x": [_ 1, {"y": null}], "StateValue": "OK"}
    REQUIRE(read("bf69416c61726d4e616d657f61616162ff61789f01a16179f6ff"
                 "6a537461746556616c7565624f4bff",
                 in)
                .ok());
    CHECK(in.alarm_name == "ab");
    CHECK(in.state_value == "OK");
  }

  TEST_CASE("what is not well-formed is refused") {
    for (const char* hex : {"ff", "a1", "a161", "bf", "81", "1b00", "a169416c61726d4e616d6501",
                            "a169416c61726d4e616d6561ff", "a000", "a17a7fffffff61", "5f6161ff"}) {
      CAPTURE(hex);
      cloudwatch::SetAlarmState in;
      const Status status = read(hex, in);
      REQUIRE_FALSE(status.ok());
      CHECK(status.error().code == "SerializationException");
    }
  }

  TEST_CASE("empty structures are not without number") {
    const auto read_metrics = [](std::size_t structures) {
      std::string body = "\xa1\x6aMetricData\x9f";
      body.append(structures, '\xa0');
      body += '\xff';
      const HttpRequest http{.body = body};
      cloudwatch::PutMetricData in;
      return cbor().read_request(operation<cloudwatch::PutMetricData>(), {.http = http}, &in);
    };
    CHECK(read_metrics(1'000).ok());
    CHECK_FALSE(read_metrics(100'000).ok());
  }

  TEST_CASE("nesting has an end") {
    std::string hex = "a16178";
    for (int i = 0; i < 1000; ++i) hex += "81";
    cloudwatch::SetAlarmState in;
    CHECK_FALSE(read(hex + "00", in).ok());
  }
}
