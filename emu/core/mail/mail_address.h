// Addresses of mail, as headers and APIs write them.
//
//   parse_mail_address("Bus GmbH <ops@example.com>", why)->address == "ops@example.com"
//   split_mail_addresses("\"Doe, J.\" <j@example.com>, ops@example.com").size() == 2
//
// Source: RFC 5322, 3.4 "Address Specification".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

struct MailAddress {
  std::string name = {};     // as it is to be read; empty when there is none
  std::string address = {};  // "ops@example.com"
};

// Nothing for what is no address; `why` then says what is wrong with it.
std::optional<MailAddress> parse_mail_address(std::string_view text, std::string_view& why);

// The address alone, or the text itself when it is none.
std::string bare_mail_address(std::string_view text);

// The entries of a header such as To, as they are written.
std::vector<std::string> split_mail_addresses(std::string_view list);

// "example.com"; empty for what has no domain.
std::string_view mail_domain(std::string_view address);

// The address without the label behind its '+': "bounce@example.com" of "bounce+1@example.com".
std::string without_mail_label(std::string_view address);

}  // namespace emu
