// Sources: Amazon CloudWatch Logs API Reference, "FilterLogEvents"; User Guide, "Filter pattern
// syntax for metric filters, subscription filters, filter log events, and Live Tail".
#include <doctest/doctest.h>

#include "logs/log_fixture.h"
#include "support/cpu_time.h"

namespace emu::test {

TEST_SUITE("logs: FilterLogEvents") {
  struct FilterFixture : LogFixture {
    Result<logs::FilterLogEventsResult> filter(logs::FilterLogEvents request) {
      request.log_group_name = group;
      return aws.send(request);
    }
    bool matches(const std::string& pattern, const std::string& text) {
      aws.send(logs::DeleteLogStream{.log_group_name = group, .log_stream_name = stream}).value();
      add_stream(stream);
      put({{.timestamp = now(), .message = text}}).value();
      return filter({.filter_pattern = pattern}).value().events.size() == 1;
    }
  };

  TEST_CASE_FIXTURE(FilterFixture, "events of all streams are told by time, those that match") {
    add_stream("b");
    put({{.timestamp = now(), .message = "ERROR one"}, {.timestamp = now() + 2, .message = "ok"}})
        .value();
    put_to("b", {{.timestamp = now() + 1, .message = "ERROR two"}}).value();
    put({{.timestamp = now() + 3, .message = "ERROR three"}}).value();
    const auto found = filter({.filter_pattern = "ERROR"}).value();
    CHECK(messages(found) == "ERROR one;ERROR two;ERROR three");
    CHECK(found.events[1].log_stream_name == "b");
    CHECK(found.next_token.empty());
  }

  TEST_CASE_FIXTURE(FilterFixture, "pages go on behind the last event, over all streams") {
    add_stream("b");
    for (int i = 0; i < 3; ++i) {
      put({{.timestamp = now(), .message = "a" + std::to_string(i)}}).value();
      put_to("b", {{.timestamp = now(), .message = "b" + std::to_string(i)}}).value();
    }
    std::string told;
    std::string token;
    int pages = 0;
    do {
      const auto page = filter({.next_token = token, .limit = 2}).value();
      told += messages(page) + '|';
      token = page.next_token;
      ++pages;
    } while (!token.empty() && pages < 9);
    CHECK(told == "a0;a1|a2;b0|b1;b2|");
  }

  TEST_CASE_FIXTURE(FilterFixture, "streams are chosen by name or prefix, times are inclusive") {
    add_stream("ab");
    add_stream("b");
    for (const char* name : {"a", "ab", "b"}) {
      put_to(name,
             {{.timestamp = now(), .message = name}, {.timestamp = now() + 1, .message = "x"}})
          .value();
    }
    const std::int64_t t = now();
    CHECK(messages(filter({.log_stream_names = {"b", "a"}, .end_time = t}).value()) == "a;b");
    CHECK(messages(filter({.log_stream_name_prefix = "a", .end_time = t}).value()) == "a;ab");
    CHECK(messages(filter({.start_time = t + 1}).value()) == "x;x;x");
    CHECK(code(filter({.log_stream_names = {"a"}, .log_stream_name_prefix = "a"})) ==
          "InvalidParameterException");
    CHECK(code(filter({.log_stream_names = {"none"}})) == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(FilterFixture, "terms are required, optional with ? and excluded with -") {
    CHECK(matches("ERROR seat", "ERROR at seat 3"));
    CHECK_FALSE(matches("ERROR seat", "ERROR at row 3"));
    CHECK_FALSE(matches("error", "ERROR"));
    CHECK(matches("\"at seat\"", "ERROR at seat 3"));
    CHECK_FALSE(matches("\"seat at\"", "ERROR at seat 3"));
    CHECK(matches("?WARN ?ERROR", "ERROR"));
    CHECK_FALSE(matches("?WARN ?ERROR", "INFO"));
    CHECK(matches("ERROR -\"time out\"", "ERROR 5"));
    CHECK_FALSE(matches("ERROR -\"time out\"", "ERROR time out"));
    CHECK(matches("-DEBUG", "INFO"));
    CHECK(matches("", "anything"));
  }

  TEST_CASE_FIXTURE(FilterFixture, "JSON selectors compare properties") {
    const std::string event =
        R"({"level":"error","ms":12.5,"ok":false,"none":null,"ip":"123.123.4.5",)"
        R"("users":[{"id":7},{"id":8}],"a.b":1})";
    for (const char* yes :
         {"{ $.level = \"error\" }", "{ $.level = err* }", "{ $.ms > 12 }", "{ $.ms <= 12.5 }",
          "{ $.ms != 3 }", "{ $.ok IS FALSE }", "{ $.none IS NULL }", "{ $.gone NOT EXISTS }",
          "{ $.ip = 123.123.* }", "{ $.users[1].id = 8 }", "{ $.users[*].id = 7 }",
          "{ $.['a.b'] = 1 }", "{ $.level = error && $.ms > 1 }",
          "{ $.ms > 99 || ($.level = error && $.ok IS FALSE) }", "{($.ms>99)||($.ms<13)}",
          "{ $.ms = 99 || $.ms = 12.5 && $.level = error }"}) {
      CAPTURE(yes);
      CHECK(matches(yes, event));
    }
    for (const char* no :
         {"{ $.level = \"warn\" }", "{ $.level != error }", "{ $.ms < 12 }", "{ $.ok IS TRUE }",
          "{ $.level IS NULL }", "{ $.ms NOT EXISTS }", "{ $.gone = 1 }", "{ $.gone != 1 }",
          "{ $.users[2].id = 8 }", "{ $.level = error && $.ms > 99 }"}) {
      CAPTURE(no);
      CHECK_FALSE(matches(no, event));
    }
    CHECK_FALSE(matches("{ $.level = * }", "level=error"));
  }

  TEST_CASE_FIXTURE(FilterFixture, "lists of fields compare what spaces divide") {
    const std::string line = "127.0.0.1 - frank [10/Oct/2000:13:25:15] \"GET /index.html\" 404 153";
    for (const char* yes :
         {"[ip, id, user, time, request, status, bytes]", "[ip, ..., status = 4*, bytes]",
          "[..., status >= 400 && status < 500, bytes > 100]",
          "[ip, id, user, time, request = *.html*, ...]", "[..., s = 500 || s = 404, b]"}) {
      CAPTURE(yes);
      CHECK(matches(yes, line));
    }
    for (const char* no : {"[ip, id]", "[..., status = 5*, bytes]", "[ip != 127.*, ...]",
                           "[..., s = 404 && s = 500, b]"}) {
      CAPTURE(no);
      CHECK_FALSE(matches(no, line));
    }
  }

  // User Guide, "Filter pattern syntax …", "Supported regular expressions (regex) syntax".
  TEST_CASE_FIXTURE(FilterFixture, "regular expressions stand alone or in comparisons") {
    const struct {
      std::string pattern;
      std::string good;
      std::string bad;
    } cases[] = {
        {"%colou?r%", "a color", "a collar"},
        {"%^[hc]at%", "cat and hat", "the hat"},
        {"%[hc]at$%", "the hat", "hats"},
        {"%gray|grey%", "all grey", "all green"},
        {"%10\\.10\\.0\\.1%", "from 10.10.0.1", "from 10.10.051"},
        {"%[^a-zA-Z]%", "a1", "ab"},
        {"%\\d{3}%", "code 404", "code 40"},
        {"{ $.level = %^err% }", R"({"level":"error"})", R"({"level":"an error"})"},
        {"{ $.level != %^err% }", R"({"level":"an error"})", R"({"level":"error"})"},
        {"{ $.code = %^4[0-9]{2}$% }", R"({"code":404})", R"({"code":4040})"},
        {"[..., status = %4[0-9]{2}%, size]", "a b 404 12", "a b 504 12"},
    };
    for (const auto& [pattern, good, bad] : cases) {
      CAPTURE(pattern);
      CHECK(matches(pattern, good));
      CHECK_FALSE(matches(pattern, bad));
    }
  }

  TEST_CASE_FIXTURE(FilterFixture, "no event takes long to compare") {
    std::string brackets;
    while (brackets.size() < 1'000'000) brackets += "[ ";
    const std::string many(1'000'000, 'a');
    CHECK(cpu_time([&] {
            CHECK_FALSE(matches("[a]", brackets));
            CHECK_FALSE(matches("[a = *" + std::string(1000, 'a') + "b]", many));
            CHECK_FALSE(matches("{ $.a = *" + std::string(1000, 'a') + "b* }",
                                R"({"a":")" + many + R"("})"));
            CHECK_FALSE(matches(std::string(1000, 'a') + "b", many));
          }) < 3s);
  }

  TEST_CASE_FIXTURE(FilterFixture, "a page ends when the search has taken long") {
    for (int i = 0; i < 2; ++i) {
      put({{.timestamp = now() + i, .message = std::string(1'000'000, 'y')}}).value();
    }
    put({{.timestamp = now() + 2, .message = std::string(99, 'x')}}).value();
    const auto first = filter({.filter_pattern = "%x{99}%"}).value();
    CHECK(first.events.empty());
    REQUIRE_FALSE(first.next_token.empty());
    const auto second =
        filter({.filter_pattern = "%x{99}%", .next_token = first.next_token}).value();
    CHECK(second.events.size() == 1);
    CHECK(second.next_token.empty());
    CHECK(filter({.filter_pattern = "%x+%"}).value().events.size() == 1);
  }

  TEST_CASE_FIXTURE(FilterFixture, "a pattern that cannot be read is refused") {
    for (const char* bad : {"{ $.a }", "{ $.a = 1", "{ a = 1 }", "[a, b", "\"open", "foo:bar", "?",
                            "{ $.a > x }", "{ $.a > %x% }", "%a", "%a!%", "%(a|b)%", "%%", "a %b%",
                            "[a = %x%, b = %y%, c = %z%]", "{ $.a = %[% }"}) {
      CAPTURE(bad);
      CHECK(code(filter({.filter_pattern = bad})) == "InvalidParameterException");
    }
  }
}

}  // namespace emu::test
