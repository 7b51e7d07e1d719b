#include "core/pattern/regular_expression.h"

#include <doctest/doctest.h>

#include <string>

#include "support/cpu_time.h"

namespace emu::pattern {

using namespace std::chrono_literals;

namespace {

bool matches(std::string_view expression, std::string_view text) {
  return RegularExpression::parse(expression).value().matches(text);
}

bool occurs(std::string_view expression, std::string_view text) {
  return RegularExpression::parse(expression).value().occurs_in(text);
}

}  // namespace

TEST_SUITE("regular expressions") {
  TEST_CASE("all of a text matches") {
    const struct {
      std::string pattern;
      std::string good;
      std::string bad;
    } cases[] = {
        {"^\\d+$", "123", "12a"},
        {"\\d+", "123", "a123"},
        {"[a-zA-Z0-9]{3,5}", "aZ9", "ab"},
        {"[a-z]{2}", "ab", "abc"},
        {"[a-z]{2,}", "abcdef", "a"},
        {"a|bc|d", "bc", "bd"},
        {"^(dev|test|prod)$", "prod", "pro"},
        {"(?:ab)*c?", "ababc", "aba"},
        {"x(a|b)+?y", "xabay", "xy"},
        {"[^/]+", "abc", "a/b"},
        {"[\\w.-]+@[\\w-]+\\.com", "a.b@c-d.com", "a.b@c-d,com"},
        {"[]-]", "-", "a"},
        {"[bxb-cabz]+", "xcabz", "dy"},
        {"[^b-dca]+", "xyz", "xc"},
        {"[\\w-.]+", "a-.b", "a,b"},
        {"[\\w-\\.]+@([\\w-]+\\.)+[\\w-]{2,4}", "a-b.c@d-e.com", "a,b@c.com"},
        {"[\\s-x]+", "- x", "A"},
        {"[a-\\d]+", "a-1", "b"},
        {"[\\t-\\r]+", "\t\n\r", "b"},
        {"[!-\\/a-c-e]+", "!#/b-e", "d"},
        {"[,--]", "-", "."},
        {"\\x41[\\x61-\\x63]\\x7E", "Ab~", "Ad~"},
        {"\\S+\\s\\S+", "a b", "ab"},
        {"a.c",
         "a\xea\xb9\x80"
         "c",
         "a\nc"},
        {".{1,4096}", std::string(4096, 'x'), std::string(4097, 'x')},
        {"(a*)*b", std::string(5000, 'a') + "b", std::string(5000, 'a')},
        {"", "", "a"},
    };
    for (const auto& [pattern, good, bad] : cases) {
      CHECK_MESSAGE(matches(pattern, good), pattern);
      CHECK_FALSE_MESSAGE(matches(pattern, bad), pattern);
    }
  }

  TEST_CASE("what is no expression, or none that is known, is refused") {
    for (const std::string pattern :
         {"(", ")", "a)", "[a", "*", "a**", "a{2", "a{3,2}", "\\", "\\p", "(?=a)", "(?i)a", "[z-a]",
          "[b-\\x61]", "\\x4", "\\xg1", "(a{1,100}){1,1000}"}) {
      CHECK_FALSE_MESSAGE(RegularExpression::parse(pattern), pattern);
    }
    CHECK_FALSE(RegularExpression::parse(std::string(200, '(') + std::string(200, ')')));
    CHECK(RegularExpression::parse("a{99}", {.steps_max = 100}));
    CHECK_FALSE(RegularExpression::parse("a{100}", {.steps_max = 100}));
  }

  TEST_CASE("a search passes quickly over what no match begins with") {
    const auto expression = RegularExpression::parse("x{99}").value();
    const std::string text(4'000'000, 'y');
    CHECK(test::cpu_time([&] { CHECK_FALSE(expression.occurs_in(text)); }) < 1s);
  }

  TEST_CASE("some part of a text matches") {
    const struct {
      std::string expression;
      std::string good;
      std::string bad;
    } cases[] = {
        {"colou?r", "in full color!", "in full colr"},
        {"b", "aab", "aac"},
        {"^ab", "abc", "cab"},
        {"ab$", "cab", "abc"},
        {"^a|b$", "cb", "ba"},
        {"\\d{3}", "a12b345", "a12b34"},
        {"b|$", "a", "a\xff"},
        {"a$", "bba", "bab"},
        {"^a|b", "ccb", "cca"},
        {"aab", "caaab", "caaac"},
        {"b\xea\xb9\x80", "aab\xea\xb9\x80", "aa\xea\xb9\x80"},
        {"a", "ba", "ba\xff"},
        {"[^a]", "a\xea\xb9\x80", "aa"},
        {"(a*)*b", std::string(5000, 'a') + "b", std::string(5000, 'a')},
    };
    for (const auto& [expression, good, bad] : cases) {
      CHECK_MESSAGE(occurs(expression, good), expression);
      CHECK_FALSE_MESSAGE(occurs(expression, bad), expression);
    }
  }
}

}  // namespace emu::pattern
