// Mail that an operation wants sent, whichever API it is of. Views are of the request.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ses/limits.h"

namespace emu::ses {

struct MailPart {
  std::string_view name = {};
  std::string_view content_type = {};
  std::string_view description = {};
  std::string_view content_id = {};
  bool is_inline = false;
  std::string_view content = {};
};

struct StoredContactList;

using NamedValue = std::pair<std::string, std::string>;

struct Mail {
  std::string source = {};  // "Bus GmbH <ops@example.com>", as it was given
  std::string return_path = {};
  // The identities by which the two may be used, where another account lets the sender use them.
  std::string source_arn = {};
  std::string return_path_arn = {};
  std::vector<std::string> to = {};
  std::vector<std::string> cc = {};
  std::vector<std::string> bcc = {};
  std::vector<std::string> reply_to = {};
  std::string_view subject = {};
  std::string_view text = {};
  std::string_view html = {};
  std::vector<NamedValue> headers = {};
  std::vector<MailPart> attachments = {};
  // In place of all of that: MIME, whose recipients are those above, or else those of its headers.
  std::string_view raw = {};
  bool is_raw = false;
  std::vector<NamedValue> tags = {};
  std::string configuration_set = {};
  std::size_t bytes_max = kMessageBytesMaxV1;
  // Who must not have opted out of which list's topic; the list outlives the mail.
  const StoredContactList* contact_list = nullptr;
  std::string topic = {};
  // Why the template could not be rendered: the mail is accepted, and not sent.
  std::string rendering_error = {};
  std::string template_name = {};

  std::size_t recipients() const { return to.size() + cc.size() + bcc.size(); }
};

// The mail as it leaves: with the headers that SES adds, and without those that are for SES alone.
struct Stamp {
  std::string message_id;  // the header's, without '<' and '>'
  std::string date;
};
std::string mime_of(const Mail& mail, const Stamp& stamp);

// Fills in what the headers of raw mail say and the request has left to them.
void read_raw_headers(Mail& mail);

}  // namespace emu::ses
