// Source: Amazon SNS Developer Guide, "Amazon SNS subscription filter policies", "Filter policy
// constraints in Amazon SNS", "String value matching", "Numeric value matching", "AND/OR logic",
// "Key matching".
#include "sns/filter_policy.h"

#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>
#include <vector>

#include "sns/support.h"

namespace emu::sns {

namespace {

MessageAttributeValue text(std::string value) { return {"String", std::move(value)}; }
MessageAttributeValue list(std::string value) { return {"String.Array", std::move(value)}; }
MessageAttributeValue number(std::string value) { return {"Number", std::move(value)}; }

struct Case {
  std::string policy;
  MessageAttributes attributes;
  bool passes;
};

bool accepts(const Case& row) {
  PublishedMessage message;
  message.attributes = row.attributes;
  FilteredMessage filtered(message);
  return FilterPolicy::parse(row.policy, FilterPolicy::Scope::kAttributes)
      .value()
      .accepts(filtered);
}

// Names as the Developer Guide's examples have them.
const std::vector<Case> kAttributeCases = {
    // Exact
    {R"({"interests":["rugby"]})", {{"interests", text("rugby")}}, true},
    {R"({"interests":["rugby"]})", {{"interests", text("Rugby")}}, false},
    {R"({"interests":["rugby"]})", {{"interests", text("rugby ")}}, false},
    {R"({"interests":["rugby"]})", {}, false},
    {R"({"interests":["rugby","tennis"]})", {{"interests", text("tennis")}}, true},
    {R"({"interests":["rugby","tennis"]})", {{"interests", list(R"(["rugby","tennis"])")}}, true},
    {R"({"interests":["rugby"]})", {{"interests", list(R"(["tennis"])")}}, false},
    {R"({"interests":["rugby"]})", {{"interests", list("[]")}}, false},
    {R"({"interests":["rugby"]})", {{"interests", {"Binary", {}, Blob("rugby")}}}, false},
    {R"({"interests":[true]})", {{"interests", list("[true]")}}, true},
    {R"({"interests":[null]})", {{"interests", list("[null]")}}, true},
    {R"({"interests":[7]})", {{"interests", list("[7]")}}, true},
    {R"({"interests":[true]})", {{"interests", list("[false]")}}, false},
    // Prefix and suffix
    {R"({"interests":[{"prefix":"bas"}]})", {{"interests", text("baseball")}}, true},
    {R"({"interests":[{"prefix":"bas"}]})", {{"interests", text("rugby")}}, false},
    {R"({"interests":[{"prefix":"bas"}]})", {{"interests", list(R"(["rugby","bass"])")}}, true},
    {R"({"interests":[{"prefix":"bas"}]})", {{"interests", number("1")}}, false},
    {R"({"interests":[{"suffix":"ball"}]})", {{"interests", text("baseball")}}, true},
    {R"({"interests":[{"suffix":"ball"}]})", {{"interests", text("ballet")}}, false},
    // Anything but
    {R"({"interests":[{"anything-but":["rugby","tennis"]}]})", {{"interests", text("polo")}}, true},
    {R"({"interests":[{"anything-but":["rugby","tennis"]}]})",
     {{"interests", text("rugby")}},
     false},
    {R"({"interests":[{"anything-but":["rugby","tennis"]}]})",
     {{"interests", list(R"(["rugby","baseball"])")}},
     true},
    {R"({"interests":[{"anything-but":["rugby","tennis"]}]})",
     {{"interests", list(R"(["rugby"])")}},
     false},
    {R"({"interests":[{"anything-but":"rugby"}]})", {{"interests", text("rugby")}}, false},
    {R"({"interests":[{"anything-but":"rugby"}]})", {}, false},
    {R"({"price":[{"anything-but":[100,500]}]})", {{"price", number("101")}}, true},
    {R"({"price":[{"anything-but":[100,500]}]})", {{"price", number("100.0")}}, false},
    {R"({"event":[{"anything-but":{"prefix":"order-"}}]})", {{"event", text("data-entry")}}, true},
    {R"({"event":[{"anything-but":{"prefix":"order-"}}]})", {{"event", text("order-1")}}, false},
    {R"({"event":[{"anything-but":{"prefix":["order-","x"]}}]})", {{"event", text("x1")}}, false},
    {R"({"event":[{"anything-but":{"suffix":"ball"}}]})", {{"event", text("polo")}}, true},
    {R"({"event":[{"anything-but":{"suffix":["ball","o"]}}]})", {{"event", text("polo")}}, false},
    {R"({"event":[{"anything-but":{"wildcard":"*ball"}}]})", {{"event", text("football")}}, false},
    {R"({"event":[{"anything-but":{"wildcard":["*ball","p*"]}}]})",
     {{"event", text("rugby")}},
     true},
    {R"({"event":[{"anything-but":{"equals-ignore-case":["Polo"]}}]})",
     {{"event", text("POLO")}},
     false},
    // Ignoring case
    {R"({"interests":[{"equals-ignore-case":"tennis"}]})", {{"interests", text("TENnis")}}, true},
    {R"({"interests":[{"equals-ignore-case":"tennis"}]})", {{"interests", text("tenni")}}, false},
    // Wildcard
    {R"({"event":[{"wildcard":"*ball"}]})", {{"event", text("baseball")}}, true},
    {R"({"event":[{"wildcard":"*ball"}]})", {{"event", text("ballet")}}, false},
    {R"({"event":[{"wildcard":"b*l*"}]})", {{"event", text("ballet")}}, true},
    {R"({"event":[{"wildcard":"ball"}]})", {{"event", text("ball")}}, true},
    {R"({"event":[{"wildcard":"*"}]})", {{"event", text("")}}, true},
    {R"({"event":[{"wildcard":"b*b"}]})", {{"event", text("b")}}, false},
    {R"({"event":[{"wildcard":"*a*a"}]})", {{"event", text("a")}}, false},
    {R"({"event":[{"wildcard":"*a*a"}]})", {{"event", text("banana")}}, true},
    {R"({"event":[{"wildcard":"b*an*a"}]})", {{"event", text("bana")}}, true},
    {R"({"event":[{"wildcard":"b*na*na"}]})", {{"event", text("bana")}}, false},
    // Addresses
    {R"({"ip":[{"cidr":"10.0.0.0/24"}]})", {{"ip", text("10.0.0.255")}}, true},
    {R"({"ip":[{"cidr":"10.0.0.0/24"}]})", {{"ip", text("10.1.1.0")}}, false},
    {R"({"ip":[{"cidr":"10.0.0.0/24"}]})", {{"ip", text("ten")}}, false},
    {R"({"ip":[{"cidr":"2001:db8::/32"}]})", {{"ip", text("2001:db8::1")}}, true},
    // Numbers
    {R"({"price":[301.5]})", {{"price", number("3.015e2")}}, true},
    {R"({"price":[100]})", {{"price", text("100")}}, false},
    {R"({"price":[{"numeric":["=",301.5]}]})", {{"price", number("301.5")}}, true},
    {R"({"price":[{"numeric":["=",301.5]}]})", {{"price", number("301.4")}}, false},
    {R"({"price":[{"numeric":["<",0]}]})", {{"price", number("-1")}}, true},
    {R"({"price":[{"numeric":["<",0]}]})", {{"price", number("0")}}, false},
    {R"({"price":[{"numeric":["<=",0]}]})", {{"price", number("0")}}, true},
    {R"({"price":[{"numeric":[">",0,"<=",150]}]})", {{"price", number("150")}}, true},
    {R"({"price":[{"numeric":[">",0,"<=",150]}]})", {{"price", number("150.01")}}, false},
    {R"({"price":[{"numeric":[">=",100]}]})", {{"price", list("[99,100]")}}, true},
    {R"({"price":[{"numeric":[">=",100]}]})", {{"price", list("[99]")}}, false},
    // Presence
    {R"({"store":[{"exists":true}]})", {{"store", text("x")}}, true},
    {R"({"store":[{"exists":true}]})", {{"price", number("1")}}, false},
    {R"({"store":[{"exists":false}]})", {{"price", number("1")}}, true},
    {R"({"store":[{"exists":false}]})", {{"store", text("x")}}, false},
    // All names, any value
    {R"({"interests":["rugby"],"price":[{"numeric":[">",100]}]})",
     {{"interests", text("rugby")}, {"price", number("101")}},
     true},
    {R"({"interests":["rugby"],"price":[{"numeric":[">",100]}]})",
     {{"interests", text("rugby")}, {"price", number("100")}},
     false},
    {R"({"interests":["rugby",{"prefix":"foot"}]})", {{"interests", text("football")}}, true},
    // $or
    {R"({"source":["cw"],"$or":[{"metric":["cpu"]},{"space":["EC2"]}]})",
     {{"source", text("cw")}, {"space", text("EC2")}},
     true},
    {R"({"source":["cw"],"$or":[{"metric":["cpu"]},{"space":["EC2"]}]})",
     {{"source", text("cw")}, {"space", text("S3")}},
     false},
    {R"({"source":["cw"],"$or":[{"metric":["cpu"]},{"space":["EC2"]}]})",
     {{"metric", text("cpu")}},
     false},
    {R"({"$or":[{"a":["1"],"b":["2"]},{"c":["3"]}]})", {{"a", text("1")}}, false},
    {R"({"$or":[{"a":["1"],"b":["2"]},{"c":["3"]}]})", {{"c", text("3")}}, true},
    {R"({"$or":["x"]})", {{"a", text("x")}}, false},
};

struct BodyCase {
  std::string policy;
  std::string body;
  bool passes;
};

const std::vector<BodyCase> kBodyCases = {
    {R"({"store":["a"]})", R"({"store":"a"})", true},
    {R"({"store":["a"]})", R"({"store":"b"})", false},
    {R"({"store":["a"]})", "store a", false},
    {R"({"store":["a"]})", "[]", false},
    {R"({"store":["a"]})", R"({"store":["b","a"]})", true},
    {R"({"store":{"city":["Bonn"]}})", R"({"store":{"city":"Bonn"}})", true},
    {R"({"store":{"city":["Bonn"]}})", R"({"store":{"city":"Ulm"}})", false},
    {R"({"store":{"city":["Bonn"]}})", R"({"store":"Bonn"})", false},
    {R"({"store":{"city":{"zip":[{"prefix":"53"}]}}})", R"({"store":{"city":{"zip":"53111"}}})",
     true},
    {R"({"price":[{"numeric":[">",1]}]})", R"({"price":2})", true},
    {R"({"price":[{"numeric":[">",1]}]})", R"({"price":"2"})", false},
    {R"({"sold":[true]})", R"({"sold":true})", true},
    {R"({"sold":[null]})", R"({"sold":null})", true},
    {R"({"sold":[{"exists":false}]})", R"({"store":1})", true},
    {R"({"sold":[{"exists":true}]})", R"({"sold":0})", true},
    {R"({"store":{"$or":[{"a":[1]},{"b":[2]}]}})", R"({"store":{"b":2}})", true},
};

}  // namespace

TEST_SUITE("sns: filter policies") {
  TEST_CASE("attributes pass or do not") {
    for (const Case& row : kAttributeCases) {
      CAPTURE(row.policy);
      CHECK(accepts(row) == row.passes);
    }
  }

  TEST_CASE("bodies pass or do not") {
    for (const BodyCase& row : kBodyCases) {
      CAPTURE(row.policy);
      CAPTURE(row.body);
      PublishedMessage message;
      message.text = row.body;
      FilteredMessage filtered(message);
      const auto policy = FilterPolicy::parse(row.policy, FilterPolicy::Scope::kBody).value();
      CHECK(policy.accepts(filtered) == row.passes);
    }
  }

  TEST_CASE("what is no policy is said to be none") {
    struct Row {
      std::string policy;
      std::string what;
    };
    for (const Row& row : std::vector<Row>{
             {"[]", "Filter is not an object"},
             {R"({"a":"b"})", "\"a\" must be an object or an array"},
             {R"({"a":[]})", "Empty arrays are not allowed"},
             {R"({"a":[[1]]})", "Match value must be String, number, true, false, or null"},
             {R"({"a":[{"like":"b"}]})", "Unrecognized match type like"},
             {R"({"a":[{"prefix":1}]})", "prefix match pattern must be a string"},
             {R"({"a":[{"prefix":"b","suffix":"c"}]})", "Only one key allowed in match expression"},
             {R"({"a":[{"exists":"b"}]})", "Exists match pattern must be either true or false."},
             {R"({"a":[{"numeric":1}]})", "Value of numeric must be an array."},
             {R"({"a":[{"numeric":["~",1]}]})", "Unrecognized numeric range operator: ~"},
             {R"({"a":[{"numeric":["<","1"]}]})", "Value of < must be numeric"},
             {R"({"a":[{"numeric":["=","1"]}]})", "Value of equals must be numeric"},
             {R"({"a":[{"numeric":["=",1,"<",2]}]})", "Too many elements in numeric expression"},
             {R"({"a":[{"numeric":[">",5,"<",1]}]})", "Bottom must be less than top"},
             {R"({"a":[{"numeric":[">",1,"=",5]}]})", "Bad numeric range operator: ="},
             {R"({"a":[{"numeric":[">",1,"<",5,"=",3]}]})",
              "Too many terms in numeric range expression"},
             {R"({"a":[{"cidr":"10.0.0.0/33"}]})", "Malformed CIDR"},
             {R"({"a":[{"wildcard":"**"}]})", "Consecutive wildcard characters"},
             {R"({"a":[{"wildcard":"*a*b*c*"}]})",
              "Rule is too complex - try using fewer wildcard characters"},
             {R"({"a":[1e10]})", "Value must be between -1.0E9 and 1.0E9, inclusive"},
             {R"({"a":{"b":["c"]}})",
              "Filter policy scope MessageAttributes does not support nested filter policy"},
             {R"({"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]})",
              "Filter policy can not have more than 5 keys"}}) {
      CAPTURE(row.policy);
      const auto refused = FilterPolicy::parse(row.policy, FilterPolicy::Scope::kAttributes);
      REQUIRE_FALSE(refused.ok());
      CHECK(refused.error().message == "Invalid parameter: FilterPolicy: " + row.what);
    }
  }

  TEST_CASE("a policy has at most 150 combinations, in which depth counts") {
    const auto values = [](int count) {
      std::string list;
      for (int i = 0; i < count; ++i) list += (i == 0 ? "" : ",") + std::to_string(i);
      return "[" + list + "]";
    };
    const auto fits = [](const std::string& policy, FilterPolicy::Scope scope) {
      return FilterPolicy::parse(policy, scope).ok();
    };
    const auto two = [&](int a, int b) {
      return R"({"a":)" + values(a) + R"(,"b":)" + values(b) + "}";
    };
    CHECK(fits(two(15, 10), FilterPolicy::Scope::kAttributes));
    CHECK_FALSE(fits(two(151, 1), FilterPolicy::Scope::kAttributes));
    const auto all_but = [&](int count) {
      return R"({"a":[{"anything-but":)" + values(count) + "}]}";
    };
    CHECK(fits(all_but(150), FilterPolicy::Scope::kAttributes));
    CHECK_FALSE(fits(all_but(151), FilterPolicy::Scope::kAttributes));
    // The guide's own example: 4 x 3, times 3 x 2, times 3.
    CHECK_FALSE(fits(R"({"a":{"b":{"c":[1,2,3,4]}},"d":{"e":[1,2,3]},"f":[1,2,3]})",
                     FilterPolicy::Scope::kBody));
    CHECK(fits(R"({"a":{"b":{"c":[1,2,3,4]}},"d":{"e":[1,2,3]},"f":[1,2]})",
               FilterPolicy::Scope::kBody));
  }

  // It takes minutes when each place of the text is tried by itself.
  TEST_CASE("a long wildcard is looked for in a time that grows with the text alone") {
    const std::string wanted = std::string(20'000, 'a') + "b";
    const std::string value(250'000, 'a');
    for (const std::string& pattern : {"*" + wanted, "*" + wanted + "*", "a*" + wanted + "*a"}) {
      CHECK_FALSE(
          accepts({R"({"k":[{"wildcard":")" + pattern + R"("}]})", {{"k", text(value)}}, false}));
    }
  }

  TEST_CASE_FIXTURE(TopicFixture, "a subscription gets what its policy accepts") {
    const Queue queue = create_queue("q");
    const std::string arn = subscribe(
        "sqs", queue.arn, {{"FilterPolicy", R"({"row":[12]})"}, {"RawMessageDelivery", "true"}});
    CHECK(subscription_attributes(arn)["FilterPolicyScope"] == "MessageAttributes");
    const auto send = [&](const std::string& body, const std::string& row) {
      aws
          .send(Publish{
              .topic_arn = topic, .message = body, .message_attributes = {{"row", number(row)}}})
          .value();
    };
    send("a", "12");
    send("b", "13");
    publish("c");
    CHECK(received(queue).size() == 1);
    aws.send(SetSubscriptionAttributes{arn, "FilterPolicyScope", "MessageBody"}).value();
    send(R"({"row":12})", "13");
    send(R"({"row":13})", "12");
    CHECK(received(queue).at(0).body == R"({"row":12})");
    aws.send(SetSubscriptionAttributes{arn, "FilterPolicy", "{}"}).value();
    publish("all");
    CHECK(received(queue).at(0).body == "all");
    CHECK(subscription_attributes(arn).count("FilterPolicy") == 0);
  }
}

}  // namespace emu::sns
