// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators", "Multivalued context
// keys", "AWS global condition context keys".
#include "iam/condition.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "iam/request_context.h"

namespace emu::iam {
namespace {

const Caller kCaller{.kind = Caller::Kind::kUser,
                     .account = "111111111111",
                     .region = "ap-northeast-2",
                     .arn = "arn:aws:iam::111111111111:user/ann",
                     .principal_id = "AIDAANN",
                     .user_name = "ann",
                     .source_ip = "203.0.113.7"};

const Time kNow = std::chrono::sys_days(std::chrono::year(2026) / 3 / 4) + std::chrono::hours(12);

}  // namespace

TEST_SUITE("iam: conditions") {
  TEST_CASE("a condition holds the request's value of a key against its own values") {
    const std::vector<ConditionValue> keys = {{"s3:prefix", {"photos/"}}};
    RequestContext context({.caller = kCaller, .now = kNow, .keys = keys});
    const auto condition =
        Condition::make("StringEquals", "S3:Prefix", {"photos/", "films/"}, Variables::kActive);
    REQUIRE(condition);
    CHECK(condition->holds(context));
  }

  TEST_CASE("each operator compares as its name says") {
    const std::vector<ConditionValue> keys = {{"k:text", {"Blue"}},
                                              {"k:number", {"42"}},
                                              {"k:many", {"a", "b"}},
                                              {"k:none", {}},
                                              {"k:arn", {"arn:aws:s3:::b/x:y"}},
                                              {"k:ip6", {"2001:db8::1"}}};
    RequestContext context({.caller = kCaller, .now = kNow, .keys = keys});
    struct Case {
      const char* name;
      const char* key;
      std::vector<std::string> values;
      bool holds;
    };
    const std::vector<Case> cases = {
        {"StringEquals", "k:text", {"Blue"}, true},
        {"stringequals", "K:TEXT", {"Blue"}, true},
        {"StringEquals", "k:text", {"blue"}, false},
        {"StringEquals", "k:text", {"B*"}, false},
        {"StringEquals", "k:absent", {"x"}, false},
        {"StringNotEquals", "k:text", {"Red", "Green"}, true},
        {"StringNotEquals", "k:text", {"Red", "Blue"}, false},
        {"StringNotEquals", "k:absent", {"x"}, true},
        {"StringEqualsIgnoreCase", "k:text", {"bLUE"}, true},
        {"StringNotEqualsIgnoreCase", "k:text", {"bLUE"}, false},
        {"StringLike", "k:text", {"B*"}, true},
        {"StringLike", "k:text", {"B??"}, false},
        {"StringNotLike", "k:text", {"R*"}, true},
        {"StringEqualsIfExists", "k:absent", {"x"}, true},
        {"StringEqualsIfExists", "k:text", {"x"}, false},
        {"StringEquals",
         "aws:PrincipalArn",
         {"arn:aws:iam::111111111111:user/${aws:username}"},
         true},
        {"NumericEquals", "k:number", {"42.0"}, true},
        {"NumericNotEquals", "k:number", {"42"}, false},
        {"NumericLessThan", "k:number", {"42"}, false},
        {"NumericLessThanEquals", "k:number", {"42"}, true},
        {"NumericGreaterThan", "k:number", {"41.5"}, true},
        {"NumericGreaterThanEquals", "k:number", {"43"}, false},
        {"NumericEquals", "k:text", {"42"}, false},
        {"DateGreaterThan", "aws:CurrentTime", {"2026-03-04T11:59:59Z"}, true},
        {"DateLessThan", "aws:CurrentTime", {"2026-03-04T12:00Z"}, false},
        {"DateLessThanEquals", "aws:CurrentTime", {"2026-03-04T21:00:00+09:00"}, true},
        {"DateLessThan", "aws:CurrentTime", {"2026-03-05"}, true},
        {"DateGreaterThanEquals", "aws:EpochTime", {"1772625600"}, true},
        {"DateEquals", "aws:CurrentTime", {"2026-03-04T12:00:00.000Z"}, true},
        {"DateNotEquals", "aws:CurrentTime", {"soon"}, true},
        {"Bool", "aws:SecureTransport", {"TRUE"}, true},
        {"Bool", "aws:SecureTransport", {"false"}, false},
        {"Bool", "aws:ViaAWSService", {"false"}, true},
        {"BinaryEquals", "k:text", {"Blue"}, true},
        {"IpAddress", "aws:SourceIp", {"203.0.113.0/24"}, true},
        {"IpAddress", "aws:SourceIp", {"203.0.113.8/31", "198.51.100.0/24"}, false},
        {"IpAddress", "aws:SourceIp", {"203.0.113.7"}, true},
        {"IpAddress", "aws:SourceIp", {"0.0.0.0/0"}, true},
        {"NotIpAddress", "aws:SourceIp", {"203.0.113.0/24"}, false},
        {"IpAddress", "k:ip6", {"2001:db8::/32"}, true},
        {"IpAddress", "k:ip6", {"2001:db9::/32", "203.0.113.0/24"}, false},
        {"ArnLike", "k:arn", {"arn:aws:s3:::b/*"}, true},
        {"ArnEquals", "k:arn", {"arn:*:s3:*:*:b/?:y"}, true},
        {"ArnLike", "k:arn", {"arn:aws:*:b/x:y"}, false},
        {"ArnLike", "k:arn", {"arn:aws:s3:*"}, true},
        {"ArnLike", "k:arn", {"arn:aws:s3"}, false},
        {"ArnNotLike", "k:arn", {"arn:aws:s3:::c/*"}, true},
        {"Null", "k:absent", {"true"}, true},
        {"Null", "k:text", {"true"}, false},
        {"Null", "k:text", {"false"}, true},
        {"ForAllValues:StringEquals", "k:many", {"a", "b", "c"}, true},
        {"ForAllValues:StringEquals", "k:many", {"a", "c"}, false},
        {"ForAllValues:StringEquals", "k:absent", {"a"}, true},
        {"ForAllValues:StringNotEquals", "k:many", {"c"}, true},
        {"ForAnyValue:StringEquals", "k:many", {"b", "c"}, true},
        {"ForAnyValue:StringEquals", "k:many", {"c"}, false},
        {"ForAnyValue:StringEquals", "k:absent", {"a"}, false},
        {"ForAnyValue:StringLike", "k:none", {"*"}, false},
        {"ForAnyValue:StringNotEquals", "k:many", {"a"}, true},
        {"StringEquals", "aws:RequestedRegion", {"ap-northeast-2"}, true},
        {"StringEquals", "aws:PrincipalAccount", {"111111111111"}, true},
        {"StringEquals", "aws:PrincipalType", {"User"}, true},
        {"StringEquals", "aws:userid", {"AIDAANN"}, true},
    };
    for (const Case& c : cases) {
      CAPTURE(c.name);
      CAPTURE(c.key);
      CAPTURE(c.values.front());
      const auto condition = Condition::make(c.name, c.key, c.values, Variables::kActive);
      REQUIRE(condition);
      CHECK(condition->holds(context) == c.holds);
    }
  }

  TEST_CASE("an operator that does not exist makes no condition") {
    CHECK_FALSE(Condition::make("StringIs", "k:text", {"x"}, Variables::kActive));
    CHECK_FALSE(Condition::make("NullIfExists", "k:text", {"true"}, Variables::kActive));
    CHECK_FALSE(Condition::make("ForEachValue:StringEquals", "k:text", {"x"}, Variables::kActive));
  }

  TEST_CASE("what depends on the caller alone does not vary, and everything else does") {
    const std::vector<ConditionValue> keys = {{"s3:prefix", {"a"}}};
    const auto varies = [&](const char* key) {
      RequestContext context({.caller = kCaller, .now = kNow, .keys = keys});
      CHECK_FALSE(context.varies());
      context.find(key);
      return context.varies();
    };
    CHECK_FALSE(varies("aws:username"));
    CHECK_FALSE(varies("aws:securetransport"));
    CHECK_FALSE(varies("aws:principaltag/team"));
    CHECK(varies("aws:currenttime"));
    CHECK(varies("s3:prefix"));
    CHECK(varies("s3:absent"));
  }
}

}  // namespace emu::iam
