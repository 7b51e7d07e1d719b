// What can be read can be written, and is then read as the same.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "wire/xml/xml_reader.h"
#include "wire/xml/xml_writer.h"

using namespace emu;

namespace {

// Attributes are left out: their prefixes have lost their declarations.
void write(const wire::XmlNode& node, wire::XmlWriter& xml) {
  xml.open(node.name);
  for (const wire::XmlNode& child : node.children) write(child, xml);
  xml.text(node.text);
  xml.close();
}

bool same(const wire::XmlNode& a, const wire::XmlNode& b) {
  if (a.name != b.name || a.text != b.text || a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto root = wire::parse_xml({reinterpret_cast<const char*>(data), size});
  if (!root) return 0;
  std::string written;
  wire::XmlWriter xml(written);
  write(*root, xml);
  const auto again = wire::parse_xml(written);
  // A name without its prefix need not be a name.
  if (again) EMU_ASSERT(same(*root, *again), "what was read is what was written");
  return 0;
}
