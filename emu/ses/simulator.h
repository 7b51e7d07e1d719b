// The mailbox simulator: addresses that behave in a known way.
// Source: Amazon SES Developer Guide, "Using the mailbox simulator in Amazon SES".
#pragma once

#include <cstdint>
#include <string_view>

namespace emu::ses {

// What becomes of a message at one recipient.
enum class Outcome : std::uint8_t {
  kDelivery,
  kBounce,
  kComplaint,    // it was delivered before
  kOutOfOffice,  // it was delivered, and answered
  kSuppressed,   // by SES's own list
};

constexpr bool is_bounce(Outcome outcome) {
  return outcome == Outcome::kBounce || outcome == Outcome::kSuppressed;
}

// Whether the recipient, with a name or a label or without, is one of the simulator's.
bool is_simulator(std::string_view recipient);

// Of a recipient: mail to all others is delivered.
Outcome simulated_outcome(std::string_view recipient);

}  // namespace emu::ses
