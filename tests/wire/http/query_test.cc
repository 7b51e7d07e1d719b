#include "wire/http/query.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace emu::wire;

namespace {

std::string text(const QueryNode& node, std::string_view path) {
  const std::string* found = node.text(path);
  return found == nullptr ? "(none)" : *found;
}

}  // namespace

TEST_SUITE("wire: forms of the Query protocol") {
  TEST_CASE("dotted names make a tree") {
    const auto form = parse_query_form(
        "Action=SendMessageBatch&Entry.2.Id=b&Entry.1.Id=a&Entry.1.Body=x+y%26&Version=2012-11-05");
    REQUIRE(form.ok());
    CHECK(text(*form, "Action") == "SendMessageBatch");
    const auto entries = form->find("Entry")->list();
    REQUIRE(entries.size() == 2);
    CHECK(text(*entries[0], "Id") == "a");
    CHECK(text(*entries[0], "Body") == "x y&");
    CHECK(text(*entries[1], "Id") == "b");
    CHECK(text(*form, "Entry.2.Id") == "b");
  }

  TEST_CASE("a list is in the order of its numbers, not of their digits") {
    const auto form = parse_query_form("A.10=j&A.9=i&A.x=no&A.0=no&A.2=b");
    REQUIRE(form.ok());
    const auto list = form->find("A")->list();
    REQUIRE(list.size() == 3);
    CHECK(list[0]->value() == "b");
    CHECK(list[1]->value() == "i");
    CHECK(list[2]->value() == "j");
  }

  TEST_CASE("a list may have a name of its own in between") {
    const auto form = parse_query_form("Tags.member.1.Key=a&Tags.member.2.Key=b");
    REQUIRE(form.ok());
    CHECK(form->find("Tags")->list().size() == 2);
    CHECK(text(*form->find("Tags")->list()[1], "Key") == "b");
  }

  TEST_CASE("the empty list of older clients is empty") {
    const auto form = parse_query_form("Tags=");
    REQUIRE(form.ok());
    CHECK(form->find("Tags")->list().empty());
    CHECK(form->find("Other") == nullptr);
    CHECK(form->find("Tags.1") == nullptr);
  }

  TEST_CASE("of a name that comes twice the last value holds") {
    CHECK(text(*parse_query_form("A=1&A=2"), "A") == "2");
    CHECK(text(*parse_query_form("A=1&A.B=2"), "A") == "1");
  }

  TEST_CASE("what cannot be read is refused") {
    for (const char* form : {"a=%", "%zz=1", "a..b=1", ".a=1", "a.=1", ".=1", "=1",
                             "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1"}) {
      CAPTURE(form);
      const auto parsed = parse_query_form(form);
      REQUIRE_FALSE(parsed.ok());
      CHECK(parsed.error().code == "MalformedQueryString");
    }
    CHECK_FALSE(parse_query_form(std::string(200'000, '&')).ok());
    CHECK(parse_query_form("").ok());
  }
}
