// Receipt handles: which receive of which message of which queue, in an opaque text.
//
// Equal receives give equal handles, different ones look unrelated, and a text that was not made
// here is found out without looking anything up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::sqs {

struct Receipt {
  std::uint32_t queue = 0;    // the queue's serial number
  std::uint64_t message = 0;  // the message's key
  std::uint32_t receive = 0;  // 1 for the message's first receive from this queue

  bool operator==(const Receipt&) const = default;
};

std::string encode_receipt(const Receipt& receipt);
// Nothing when it is no receipt handle.
std::optional<Receipt> decode_receipt(std::string_view handle);

}  // namespace emu::sqs
