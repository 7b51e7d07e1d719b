#include "core/mail/mail_address.h"

#include <algorithm>

#include "core/mail/mime_words.h"
#include "core/text/ascii.h"

namespace emu {

namespace {

constexpr std::string_view kDots = "..";

bool is_blank_or_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0x7f;
}

bool has_blank_or_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), &is_blank_or_control);
}

bool is_domain_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_alphanumeric(c) || c == '-' || c == '.' || byte >= 0x80;
}

// What is wrong with the part before the '@'; empty when nothing is.
std::string_view fault_of_local(std::string_view local) {
  if (local.empty()) return "Missing local name";
  if (local.front() == '"')
    return local.size() > 1 && local.back() == '"' ? "" : "Unterminated quote";
  if (local.front() == '.') return "Local address starts with dot";
  if (local.back() == '.') return "Local address ends with dot";
  if (local.find(kDots) != local.npos) return "Local address contains dot-dot";
  if (has_blank_or_control(local)) return "Local address contains control or whitespace";
  if (local.find_first_of("()<>,;:\\\"[]@") != local.npos) {
    return "Local address contains illegal character";
  }
  return {};
}

std::string_view fault_of_domain(std::string_view domain) {
  if (domain.empty()) return "Missing domain";
  if (domain.front() == '.') return "Domain starts with dot";
  if (domain.back() == '.') return "Domain ends with dot";
  if (domain.find(kDots) != domain.npos) return "Domain contains dot-dot";
  if (has_blank_or_control(domain)) return "Domain contains control or whitespace";
  if (!std::all_of(domain.begin(), domain.end(), &is_domain_character)) {
    return "Domain contains illegal character";
  }
  return {};
}

std::string_view fault_of(std::string_view address) {
  if (address.empty()) return "Empty address";
  const auto at = address.rfind('@');
  if (at == address.npos) return "Missing final '@domain'";
  if (const auto fault = fault_of_local(address.substr(0, at)); !fault.empty()) return fault;
  return fault_of_domain(address.substr(at + 1));
}

// The place of a character outside of quotes, from `from` on.
std::size_t find_unquoted(std::string_view text, char wanted, std::size_t from) {
  bool is_quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\' && is_quoted) {
      ++i;
    } else if (text[i] == '"') {
      is_quoted = !is_quoted;
    } else if (text[i] == wanted && !is_quoted) {
      return i;
    }
  }
  return text.npos;
}

}  // namespace

std::optional<MailAddress> parse_mail_address(std::string_view text, std::string_view& why) {
  text = trim(text);
  MailAddress found;
  std::string_view address = text;
  if (const auto open = find_unquoted(text, '<', 0); open != text.npos) {
    const auto close = text.find('>', open);
    if (close == text.npos) {
      why = "Missing '>'";
      return std::nullopt;
    }
    if (!trim(text.substr(close + 1)).empty()) {
      why = "Extra text after the address";
      return std::nullopt;
    }
    const std::string_view name = trim(text.substr(0, open));
    found.name = name.starts_with('"') ? unquote_mime(name) : decode_mime_words(name);
    address = trim(text.substr(open + 1, close - open - 1));
  }
  why = fault_of(address);
  if (!why.empty()) return std::nullopt;
  found.address = std::string(address);
  return found;
}

std::string bare_mail_address(std::string_view text) {
  std::string_view why;
  auto found = parse_mail_address(text, why);
  return found ? std::move(found->address) : std::string(text);
}

std::vector<std::string> split_mail_addresses(std::string_view list) {
  std::vector<std::string> found;
  list = trim(list);
  while (!list.empty()) {
    const auto comma = find_unquoted(list, ',', 0);
    if (const auto entry = trim(list.substr(0, comma)); !entry.empty()) found.emplace_back(entry);
    if (comma == list.npos) break;
    list.remove_prefix(comma + 1);
  }
  return found;
}

std::string_view mail_domain(std::string_view address) {
  const auto at = address.rfind('@');
  return at == address.npos ? std::string_view() : address.substr(at + 1);
}

std::string without_mail_label(std::string_view address) {
  const auto at = address.rfind('@');
  const auto plus = address.find('+');
  if (at == address.npos || plus == address.npos || plus > at) return std::string(address);
  return std::string(address.substr(0, plus)).append(address.substr(at));
}

}  // namespace emu
