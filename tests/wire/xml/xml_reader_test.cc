#include "wire/xml/xml_reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace emu::wire;

TEST_SUITE("wire: reading XML") {
  TEST_CASE("a document becomes a tree") {
    const auto root = parse_xml(
        "<?xml version=\"1.0\"?>\n<a:Delete xmlns:a='x' n=\"1\"><Object><Key>a &amp; b</Key>"
        "</Object><Object><Key><![CDATA[<c>]]></Key></Object><Quiet/></a:Delete>");
    REQUIRE(root.ok());
    CHECK(root->name == "Delete");
    REQUIRE(root->children.size() == 3);
    CHECK(*root->children[0].text_of("Key") == "a & b");
    CHECK(*root->children[1].text_of("Key") == "<c>");
    CHECK(root->child("Quiet")->text.empty());
    CHECK(root->child("None") == nullptr);
    CHECK(*root->attribute("n") == "1");
    CHECK(root->attribute("m") == nullptr);
  }

  TEST_CASE("what is not well-formed is refused") {
    for (const char* document :
         {"", " ", "x", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b='1' b='2'/>", "<a>&x;</a>",
          "<a>\x01</a>", "<a>\xff</a>", "<a b='<'/>", "<a", "<a><b></a></b>", "<1/>", "<a:b:c/>",
          "<:a/>", "<a:/>"}) {
      CAPTURE(document);
      const auto parsed = parse_xml(document);
      REQUIRE_FALSE(parsed.ok());
      CHECK(parsed.error().code == "MalformedXML");
      CHECK(parsed.error().status == 400);
    }
  }

  TEST_CASE("document types are refused, whatever they would do") {
    CHECK_FALSE(parse_xml("<!DOCTYPE a><a/>").ok());
    CHECK_FALSE(parse_xml("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").ok());
    CHECK_FALSE(parse_xml("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>").ok());
  }

  TEST_CASE("sixteen levels are enough") {
    const auto nested = [](int depth) {
      std::string document;
      for (int i = 0; i < depth; ++i) document += "<a>";
      for (int i = 0; i < depth; ++i) document += "</a>";
      return document;
    };
    CHECK(parse_xml(nested(16)).ok());
    CHECK_FALSE(parse_xml(nested(17)).ok());
    CHECK_FALSE(parse_xml(nested(100'000)).ok());
    CHECK_FALSE(parse_xml("<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/>").ok());
  }

  TEST_CASE("ten thousand parts can be completed, but not everything goes") {
    std::string document = "<a>";
    for (int i = 0; i < 10'000; ++i) document += "<Part><N>1</N><E>x</E></Part>";
    CHECK(parse_xml(document + "</a>")->children.size() == 10'000);
    std::string wide = "<a>";
    for (int i = 0; i < 200'001; ++i) wide += "<b/>";
    CHECK_FALSE(parse_xml(wide + "</a>").ok());
  }
}
