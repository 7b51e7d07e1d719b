#include "ses/simulator.h"

#include <array>
#include <string>
#include <utility>

#include "core/mail/mail_address.h"
#include "core/text/ascii.h"

namespace emu::ses {

namespace {

constexpr std::string_view kDomain = "simulator.amazonses.com";

constexpr std::array<std::pair<std::string_view, Outcome>, 5> kMailboxes = {
    {{"success", Outcome::kDelivery},
     {"bounce", Outcome::kBounce},
     {"complaint", Outcome::kComplaint},
     {"ooto", Outcome::kOutOfOffice},
     {"suppressionlist", Outcome::kSuppressed}}};

}  // namespace

bool is_simulator(std::string_view recipient) {
  const std::string address = bare_mail_address(recipient);
  return equal_ignoring_case(mail_domain(address), kDomain);
}

Outcome simulated_outcome(std::string_view recipient) {
  const std::string address = lower_case(without_mail_label(bare_mail_address(recipient)));
  if (mail_domain(address) != kDomain) return Outcome::kDelivery;
  const std::string_view mailbox = std::string_view(address).substr(0, address.find('@'));
  for (const auto& [name, outcome] : kMailboxes) {
    if (mailbox == name) return outcome;
  }
  return Outcome::kDelivery;
}

}  // namespace emu::ses
