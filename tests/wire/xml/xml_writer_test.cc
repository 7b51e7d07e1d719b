#include "wire/xml/xml_writer.h"

#include <doctest/doctest.h>

#include <string>

#include "wire/xml/xml_reader.h"

using namespace emu::wire;

TEST_SUITE("wire: writing XML") {
  TEST_CASE("elements are written in their order") {
    std::string out;
    XmlWriter xml(out);
    xml.open("ListBucketResult", {{"xmlns", "http://a/"}});
    xml.element("Name", "a & b");
    xml.element("MaxKeys", 1000);
    xml.element("IsTruncated", false);
    xml.empty("Prefix");
    xml.close();
    CHECK(out ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://a/\">"
          "<Name>a &amp; b</Name><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>"
          "<Prefix/></ListBucketResult>");
  }

  TEST_CASE("special characters survive the way there and back") {
    const std::string value = "<a href=\"x\">&amp;\r\n\t' \xed\x95\x9c\xf0\x9f\x8d\xa9";
    std::string out;
    XmlWriter xml(out, XmlWriter::Declaration::kOmit);
    xml.open("a", {{"b", value}});
    xml.text(value);
    xml.close();
    const auto read = parse_xml(out);
    REQUIRE(read.ok());
    CHECK(read->text == value);
  }

  // "ListObjectsV2": keys may hold characters that XML 1.0 cannot.
  TEST_CASE("what XML cannot hold is written as its number") {
    std::string out;
    append_xml_escaped(std::string("a\x01") + "b\x7f" + "c\xef\xbf\xbe", out);
    CHECK(out ==
          "a&#x1;b\x7f"
          "c&#xfffe;");
    out.clear();
    append_xml_escaped("a\xff\xc3", out);
    CHECK(out == "a\xef\xbf\xbd\xef\xbf\xbd");
  }
}
