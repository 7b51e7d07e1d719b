// Mail and templates of mail may be anything, and are read within their bounds. An address that is
// one stays one when its name is taken away.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/assert.h"
#include "core/mail/mail_address.h"
#include "core/mail/mime.h"
#include "core/mail/mime_words.h"
#include "ses/mail.h"
#include "ses/template.h"

using namespace emu;

namespace {

void read_address(std::string_view text) {
  std::string_view why;
  const auto address = parse_mail_address(text, why);
  if (!address) return;
  const auto again = parse_mail_address(address->address, why);
  EMU_ASSERT(again && again->address == address->address, "an address is one by itself");
}

// What is written for others holds no Bcc.
void write_raw(std::string_view text) {
  ses::Mail mail{.raw = text, .is_raw = true};
  ses::read_raw_headers(mail);
  const ParsedMail sent = parse_mail(ses::mime_of(mail, {.message_id = "1", .date = "now"}));
  EMU_ASSERT(sent.header("Bcc").empty(), "blind copies stay blind");
}

void render(std::string_view text) {
  ses::TemplateData data;
  const bool is_good = data.add(R"({"a":[1,{"b":"c"}],"d":{"e":null},"f":"g"})").ok();
  EMU_ASSERT(is_good, "the data is an object");
  static_cast<void>(ses::render_template(text, data));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParsedMail mail = parse_mail(text);
  EMU_ASSERT(mail.attachments.size() <= kMimePartsMax, "parts are bounded");
  static_cast<void>(decode_mime_words(text));
  for (const std::string& entry : split_mail_addresses(text)) read_address(entry);
  write_raw(text);
  render(text);
  return 0;
}
