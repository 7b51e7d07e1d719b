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

// What the headers of raw mail leave to the request, or leave out.
inline Mail raw_mail_of(const SendRawEmail& in) {
  Mail mail;
  mail.source = in.source.value_or(std::string());
  mail.to = in.destinations;
  mail.raw = in.raw_message.data.view();
  mail.is_raw = true;
  mail.configuration_set = in.configuration_set_name.value_or(std::string());
  mail.source_arn = in.from_arn ? *in.from_arn : in.source_arn.value_or(std::string());
  mail.return_path_arn = in.return_path_arn.value_or(std::string());
  return mail;
}

// All but recipients, tags and content.
template <class Op>
Mail mail_of(const Op& in) {
  Mail mail;
  mail.source = in.source;
  mail.return_path = in.return_path.value_or(std::string());
  mail.source_arn = in.source_arn.value_or(std::string());
  mail.return_path_arn = in.return_path_arn.value_or(std::string());
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
