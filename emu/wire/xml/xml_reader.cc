#include "wire/xml/xml_reader.h"

#include <expat.h>

#include <limits>
#include <memory>
#include <type_traits>

#include "wire/limits.h"

namespace emu::wire {

namespace {

Error not_well_formed() {
  return {.code = "MalformedXML",
          .message =
              "The XML you provided was not well-formed or did not validate against our "
              "published schema",
          .status = 400};
}

// The name without its prefix; empty when it is no name of XML with namespaces, which have one
// colon at most, between two parts.
std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return name;
  const std::string_view local = name.substr(colon + 1);
  return colon == 0 || local.find(':') != std::string_view::npos ? std::string_view() : local;
}

// Puts the tree together from the parser's events.
class TreeBuilder {
 public:
  explicit TreeBuilder(XML_Parser parser) : parser_(parser) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &on_start, &on_end);
    XML_SetCharacterDataHandler(parser, &on_text);
    XML_SetStartDoctypeDeclHandler(parser, &on_doctype);
  }

  XmlNode take_root() { return std::move(root_); }

 private:
  static TreeBuilder& of(void* data) { return *static_cast<TreeBuilder*>(data); }

  static void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    TreeBuilder& self = of(data);
    if (self.open_.size() >= kXmlDepthMax || ++self.nodes_ > kXmlNodesMax) return self.refuse();
    XmlNode node{.name = std::string(local_name(name))};
    if (node.name.empty()) return self.refuse();
    for (; *attributes != nullptr; attributes += 2) {
      node.attributes.emplace_back(attributes[0], attributes[1]);
    }
    self.open_.push_back(std::move(node));
  }

  static void XMLCALL on_end(void* data, const XML_Char*) {
    TreeBuilder& self = of(data);
    // The end of an empty element still comes when its beginning was refused.
    if (self.refused_) return;
    XmlNode node = std::move(self.open_.back());
    self.open_.pop_back();
    if (self.open_.empty()) {
      self.root_ = std::move(node);
    } else {
      self.open_.back().children.push_back(std::move(node));
    }
  }

  static void XMLCALL on_text(void* data, const XML_Char* text, int size) {
    of(data).open_.back().text.append(text, static_cast<std::size_t>(size));
  }

  // Entities that expand without end are made in document types; no request has one.
  static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*,
                                 int) {
    of(data).refuse();
  }

  void refuse() {
    refused_ = true;
    XML_StopParser(parser_, XML_FALSE);
  }

  XML_Parser parser_;
  std::vector<XmlNode> open_;
  std::size_t nodes_ = 0;
  bool refused_ = false;
  XmlNode root_;
};

}  // namespace

const XmlNode* XmlNode::child(std::string_view child_name) const {
  for (const XmlNode& each : children) {
    if (each.name == child_name) return &each;
  }
  return nullptr;
}

const std::string* XmlNode::text_of(std::string_view child_name) const {
  const XmlNode* found = child(child_name);
  return found == nullptr ? nullptr : &found->text;
}

const std::string* XmlNode::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return &value;
  }
  return nullptr;
}

Result<XmlNode> parse_xml(std::string_view document) {
  if (document.size() > std::numeric_limits<int>::max()) return not_well_formed();
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  TreeBuilder builder(parser.get());
  if (XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE) !=
      XML_STATUS_OK) {
    return not_well_formed();
  }
  return builder.take_root();
}

}  // namespace emu::wire
