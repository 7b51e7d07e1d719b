// Forms and XML onto shapes: what was understood is understood again when it is written down.

#include <emu/describe.h>
#include <emu/iam.h>
#include <emu/s3.h>
#include <emu/sqs.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "fuzz/input.h"
#include "wire/http/query.h"
#include "wire/protocol/form_codec.h"
#include "wire/protocol/xml_codec.h"
#include "wire/xml/xml_reader.h"
#include "wire/xml/xml_writer.h"

using namespace emu;

namespace {

constexpr ProtocolProfile kQuery{.kind = ProtocolKind::kQuery};
constexpr ProtocolProfile kRestXml{.kind = ProtocolKind::kRestXml};

// The value that a form stands for, as a form. Empty when the form is refused.
template <class Op>
std::string rewritten(const wire::QueryNode& form) {
  const Shape& shape = operation<Op>().input();
  Op value{};
  if (!wire::read_form(kQuery, shape, form, &value).empty()) return {};
  std::string written;
  wire::write_form(kQuery, shape, &value, written);
  return written;
}

// Entries of lists that are empty structures have no form, so they are lost once.
template <class Op>
void check_form(const wire::QueryNode& form) {
  const auto once = wire::parse_query_form(rewritten<Op>(form));
  EMU_ASSERT(once.ok(), "what was written is a form");
  const std::string twice = rewritten<Op>(*once);
  const auto again = wire::parse_query_form(twice);
  EMU_ASSERT(again.ok() && rewritten<Op>(*again) == twice, "a form means what it meant");
}

template <class T>
void check_xml(const wire::XmlNode& root) {
  const Shape& shape = shape_of<T>();
  T first{};
  if (!wire::read_xml_members(kRestXml, shape, &first, root)) return;
  std::string written;
  wire::XmlWriter xml(written);
  xml.open("Root");
  wire::write_xml_members(kRestXml, shape, &first, xml);
  xml.close();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::Input(data, size).rest();
  if (const auto form = wire::parse_query_form(text)) {
    check_form<sqs::SendMessageBatch>(*form);
    check_form<sqs::CreateQueue>(*form);
    check_form<iam::CreateRole>(*form);
  }
  if (const auto root = wire::parse_xml(text)) {
    check_xml<s3::CorsConfiguration>(*root);
    check_xml<s3::WebsiteConfiguration>(*root);
    check_xml<s3::Delete>(*root);
    check_xml<s3::Tagging>(*root);
  }
  return 0;
}
