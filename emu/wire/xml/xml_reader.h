// Reads XML documents of requests into a small tree.
//
//   auto root = parse_xml("<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>");
//   root->name                                      "Tagging"
//   root->child("TagSet")->children[0].text_of("Key")   "a"
//
// Strict where AWS is: anything that is not well-formed, has a document type, or goes deeper or
// wider than any request does, is refused as MalformedXML. Prefixes of names are left out.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu::wire {

struct XmlNode {
  std::string name;
  std::string text = {};  // directly inside, white space included
  std::vector<std::pair<std::string, std::string>> attributes = {};  // names with their prefixes
  std::vector<XmlNode> children = {};

  // The first child of that name, or null.
  const XmlNode* child(std::string_view child_name) const;
  // The text of the first child of that name, or null.
  const std::string* text_of(std::string_view child_name) const;
  const std::string* attribute(std::string_view attribute_name) const;
};

Result<XmlNode> parse_xml(std::string_view document);

}  // namespace emu::wire
