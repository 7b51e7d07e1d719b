// What the requests of the first API that send have in common.
#pragma once

#include <emu/ses/sending.h>

#include <string>
#include <vector>

#include "ses/mail.h"

namespace emu::ses {

inline std::vector<NamedValue> named_values(const std::vector<MessageTag>& tags) {
  std::vector<NamedValue> values;
  for (const MessageTag& tag : tags) values.emplace_back(tag.name, tag.value);
  return values;
}

// All but recipients, tags and content.
template <class Op>
Mail mail_of(const Op& in) {
  Mail mail;
  mail.source = in.source;
  mail.return_path = in.return_path.value_or(std::string());
  mail.reply_to = in.reply_to_addresses;
  mail.configuration_set = in.configuration_set_name.value_or(std::string());
  return mail;
}

inline void set_destination(Mail& mail, const Destination& to) {
  mail.to = to.to_addresses;
  mail.cc = to.cc_addresses;
  mail.bcc = to.bcc_addresses;
}

}  // namespace emu::ses
