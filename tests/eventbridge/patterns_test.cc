// Each operator of event patterns as AWS documents it.
// Sources: Amazon EventBridge User Guide, "Comparison operators for use in event patterns in Amazon
// EventBridge", "Creating Amazon EventBridge event patterns", "Event pattern: matching on arrays".
#include <doctest/doctest.h>

#include <string>

#include "eventbridge/support.h"

namespace emu::eventbridge {

namespace {

// A pattern for the detail of an event, the detail, and whether it matches.
struct Case {
  const char* pattern;
  const char* detail;
  bool matches;
};

constexpr Case kCases[] = {
    // Values as they are.
    {R"({"name":["Alice"]})", R"({"name":"Alice"})", true},
    {R"({"name":["Alice"]})", R"({"name":"alice"})", false},
    {R"({"name":["Alice","Bob"]})", R"({"name":"Bob"})", true},
    {R"({"name":["Alice"],"day":["Monday"]})", R"({"name":"Alice","day":"Monday"})", true},
    {R"({"name":["Alice"],"day":["Monday"]})", R"({"name":"Alice","day":"Friday"})", false},
    {R"({"name":["Alice"]})", R"({"other":"Alice"})", false},
    {R"({"a":{"b":{"c":["x"]}}})", R"({"a":{"b":{"c":"x"}}})", true},
    {R"({"a":{"b":{"c":["x"]}}})", R"({"a":{"b":"x"}})", false},
    {R"({"n":[100]})", R"({"n":100})", true},
    {R"({"n":[100]})", R"({"n":100.0})", true},
    {R"({"n":[100]})", R"({"n":1e2})", true},
    {R"({"n":[100]})", R"({"n":"100"})", false},
    {R"({"n":["100"]})", R"({"n":100})", false},
    {R"({"b":[true]})", R"({"b":true})", true},
    {R"({"b":[true]})", R"({"b":"true"})", false},
    {R"({"b":[false]})", R"({"b":true})", false},
    {R"({"u":[null]})", R"({"u":null})", true},
    {R"({"u":[null]})", R"({"u":""})", false},
    {R"({"u":[""]})", R"({"u":""})", true},
    {R"({"u":[""]})", R"({"u":null})", false},
    {R"({"u":[""]})", R"({})", false},
    // Lists in the event: one element is enough.
    {R"({"l":["b"]})", R"({"l":["a","b"]})", true},
    {R"({"l":["c"]})", R"({"l":["a","b"]})", false},
    {R"({"l":["a"]})", R"({"l":[]})", false},
    {R"({"l":{"k":["v"]}})", R"({"l":[{"k":"x"},{"k":"v"}]})", true},
    {R"({"l":{"k":["v"]}})", R"({"l":[{"k":"x"},{"j":"v"}]})", false},
    {R"({"l":{"k":["v"],"j":[1]}})", R"({"l":[{"k":"v","j":2},{"k":"x","j":1}]})", false},
    {R"({"l":{"k":["v"],"j":[1]}})", R"({"l":[{"k":"x"},{"k":"v","j":1}]})", true},
    // prefix and suffix
    {R"({"r":[{"prefix":"us-"}]})", R"({"r":"us-east-1"})", true},
    {R"({"r":[{"prefix":"us-"}]})", R"({"r":"eu-west-1"})", false},
    {R"({"r":[{"prefix":"us-"}]})", R"({"r":1})", false},
    {R"({"r":[{"prefix":"us-"},"eu-west-1"]})", R"({"r":"eu-west-1"})", true},
    {R"({"s":[{"prefix":{"equals-ignore-case":"eventb"}}]})", R"({"s":"EventBridge"})", true},
    {R"({"s":[{"prefix":{"equals-ignore-case":"eventb"}}]})", R"({"s":"Event"})", false},
    {R"({"f":[{"suffix":".png"}]})", R"({"f":"a.png"})", true},
    {R"({"f":[{"suffix":".png"}]})", R"({"f":"a.PNG"})", false},
    {R"({"s":[{"suffix":{"equals-ignore-case":"tbridge"}}]})", R"({"s":"EventBRIDGE"})", true},
    {R"({"s":[{"suffix":{"equals-ignore-case":"tbridge"}}]})", R"({"s":"Bridge"})", false},
    // equals-ignore-case
    {R"({"n":[{"equals-ignore-case":"alice"}]})", R"({"n":"ALICE"})", true},
    {R"({"n":[{"equals-ignore-case":"alice"}]})", R"({"n":"Alicia"})", false},
    // anything-but
    {R"({"s":[{"anything-but":"initializing"}]})", R"({"s":"running"})", true},
    {R"({"s":[{"anything-but":"initializing"}]})", R"({"s":"initializing"})", false},
    {R"({"s":[{"anything-but":"initializing"}]})", R"({})", false},
    {R"({"s":[{"anything-but":123}]})", R"({"s":456})", true},
    {R"({"s":[{"anything-but":123}]})", R"({"s":123})", false},
    {R"({"s":[{"anything-but":["stopped","overloaded"]}]})", R"({"s":"overloaded"})", false},
    {R"({"s":[{"anything-but":["stopped","overloaded"]}]})", R"({"s":"running"})", true},
    {R"({"s":[{"anything-but":[100,200]}]})", R"({"s":200})", false},
    {R"({"s":[{"anything-but":{"prefix":"init"}}]})", R"({"s":"initializing"})", false},
    {R"({"s":[{"anything-but":{"prefix":"init"}}]})", R"({"s":"running"})", true},
    {R"({"s":[{"anything-but":{"prefix":["init","error"]}}]})", R"({"s":"error-1"})", false},
    {R"({"f":[{"anything-but":{"suffix":".txt"}}]})", R"({"f":"a.txt"})", false},
    {R"({"f":[{"anything-but":{"suffix":[".txt",".rtf"]}}]})", R"({"f":"a.md"})", true},
    {R"({"s":[{"anything-but":{"equals-ignore-case":"initializing"}}]})", R"({"s":"INITIALIZING"})",
     false},
    {R"({"s":[{"anything-but":{"equals-ignore-case":["init","stop"]}}]})", R"({"s":"Stop"})",
     false},
    {R"({"p":[{"anything-but":{"wildcard":"*/lib/*"}}]})", R"({"p":"a/lib/b"})", false},
    {R"({"p":[{"anything-but":{"wildcard":"*/lib/*"}}]})", R"({"p":"a/bin/b"})", true},
    {R"({"p":[{"anything-but":{"wildcard":["*/lib/*","*/bin/*"]}}]})", R"({"p":"a/bin/b"})", false},
    // numeric
    {R"({"n":[{"numeric":[">",0,"<=",5]}]})", R"({"n":5})", true},
    {R"({"n":[{"numeric":[">",0,"<=",5]}]})", R"({"n":0})", false},
    {R"({"n":[{"numeric":["<",10]}]})", R"({"n":-1.5})", true},
    {R"({"n":[{"numeric":["=",100]}]})", R"({"n":100})", true},
    {R"({"n":[{"numeric":["=",3.018e2]}]})", R"({"n":301.8})", true},
    {R"({"n":[{"numeric":[">=",1]}]})", R"({"n":"1"})", false},
    // cidr
    {R"({"ip":[{"cidr":"10.0.0.0/24"}]})", R"({"ip":"10.0.0.255"})", true},
    {R"({"ip":[{"cidr":"10.0.0.0/24"}]})", R"({"ip":"10.0.1.0"})", false},
    {R"({"ip":[{"cidr":"2001:db8::/32"}]})", R"({"ip":"2001:db8::1"})", true},
    {R"({"ip":[{"cidr":"10.0.0.0/24"}]})", R"({"ip":"nowhere"})", false},
    // exists
    {R"({"e":[{"exists":true}]})", R"({"e":null})", true},
    {R"({"e":[{"exists":true}]})", R"({})", false},
    {R"({"e":[{"exists":false}]})", R"({})", true},
    {R"({"e":[{"exists":false}]})", R"({"e":1})", false},
    {R"({"e":[{"exists":true}]})", R"({"e":{"inner":1}})", false},
    {R"({"e":{"inner":[{"exists":false}]}})", R"({})", true},
    // wildcard
    {R"({"p":[{"wildcard":"dir/*.png"}]})", R"({"p":"dir/a/b.png"})", true},
    {R"({"p":[{"wildcard":"dir/*.png"}]})", R"({"p":"dir/a.jpg"})", false},
    {R"({"p":[{"wildcard":"*"}]})", R"({"p":""})", true},
    {R"({"p":[{"wildcard":"a\\*b"}]})", R"({"p":"a*b"})", true},
    {R"({"p":[{"wildcard":"a\\*b"}]})", R"({"p":"axb"})", false},
    {R"({"p":[{"wildcard":"a\\\\*"}]})", R"({"p":"a\\z"})", true},
    // $or
    {R"({"$or":[{"c":["x"]},{"d":["y"]}]})", R"({"d":"y"})", true},
    {R"({"$or":[{"c":["x"]},{"d":["y"]}]})", R"({"c":"y"})", false},
    {R"({"a":[1],"$or":[{"c":["x"]},{"d":[{"numeric":["<",3]}]}]})", R"({"a":1,"d":2})", true},
    {R"({"a":[1],"$or":[{"c":["x"]},{"d":[{"numeric":["<",3]}]}]})", R"({"a":2,"d":2})", false},
    {R"({"$or":["x"]})", R"({"$or":"x"})", true},
};

std::string event_with(const std::string& detail) {
  return R"({"version":"0","id":"1","detail-type":"t","source":"s","account":"1",)"
         R"("time":"2026-01-01T00:00:00Z","region":"r","resources":["arn:a"],"detail":)" +
         detail + "}";
}

}  // namespace

TEST_SUITE("eventbridge: event patterns") {
  TEST_CASE_FIXTURE(EventFixture, "every operator matches what is documented") {
    static_assert(std::size(kCases) >= 60);
    for (const Case& one : kCases) {
      CAPTURE(one.pattern);
      CAPTURE(one.detail);
      const auto result = aws.send(
          TestEventPattern{.event_pattern = R"({"detail":)" + std::string(one.pattern) + "}",
                           .event = event_with(one.detail)});
      CHECK(code(result) == "");
      if (result) CHECK(result->result == one.matches);
    }
  }

  TEST_CASE_FIXTURE(EventFixture, "members beside the detail are matched, too") {
    const auto matches = [&](const std::string& pattern) {
      return aws.send(TestEventPattern{.event_pattern = pattern, .event = event_with("{}")})
          .value()
          .result.value();
    };
    CHECK(matches(R"({"source":["s"],"detail-type":["t"]})"));
    CHECK(matches(R"({"resources":[{"prefix":"arn:"}]})"));
    CHECK(!matches(R"({"account":["2"]})"));
  }

  TEST_CASE_FIXTURE(EventFixture, "what is no pattern is refused with a reason") {
    for (const char* pattern :
         {"[]", "{", "{}", R"({"a":"b"})", R"({"a":[]})", R"({"a":[{"like":"b"}]})",
          R"({"a":[{"prefix":1}]})", R"({"a":[{"prefix":"a","suffix":"b"}]})",
          R"({"a":[{"numeric":[">",5,"<",1]}]})", R"({"a":[{"numeric":["!",1]}]})",
          R"({"a":[{"cidr":"10.0.0.0/99"}]})", R"({"a":[{"exists":1}]})",
          R"({"a":[{"wildcard":"a**b"}]})", R"({"a":[{"wildcard":"a\\b"}]})",
          R"({"a":[{"anything-but":[]}]})", R"({"a":[[1]]})"}) {
      CAPTURE(pattern);
      const auto refused =
          aws.send(TestEventPattern{.event_pattern = pattern, .event = event_with("{}")});
      CHECK(code(refused) == "InvalidEventPatternException");
      CHECK(message(refused).starts_with("Event pattern is not valid. Reason: "));
    }
  }

  TEST_CASE_FIXTURE(EventFixture, "what is no event is refused") {
    for (const char* event : {"", "[]", R"({"source":"s"})"}) {
      CAPTURE(event);
      CHECK(code(aws.send(TestEventPattern{.event_pattern = kShop, .event = event})) ==
            "ValidationException");
    }
  }
}

}  // namespace emu::eventbridge
