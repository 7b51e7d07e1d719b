// Outbox: what services have sent to people and devices, the newest of each account.
//
// There is one for all of a cloud's services: world.interfaces().one<Outbox>().
#pragma once

#include <emu/outbox.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace emu {

inline constexpr std::size_t kOutboxMessagesMax = 1000;
inline constexpr std::size_t kOutboxBytesMax = std::size_t{64} * 1024 * 1024;

class Outbox {
 public:
  // `own_account` is whose messages a look without an account means.
  explicit Outbox(std::string own_account) : own_account_(std::move(own_account)) {}

  // Gives the message its id. What its raw form says need not be filled in: that is read when
  // somebody looks.
  void add(std::string_view account, SentMessage message);

  PeekOutboxResult peek(const PeekOutbox& in);

  // Takes a message away, by its id or message_id; whether there was one.
  bool remove(std::string_view account, std::string_view id);
  // Takes away those of one account or all; how many there were.
  std::size_t clear(std::optional<std::string_view> account);

 private:
  struct Box {
    std::deque<SentMessage> messages;
    std::size_t bytes = 0;
  };

  // Where the message lies, or the end.
  static std::deque<SentMessage>::iterator find(Box& box, std::string_view id);
  std::string_view or_own(std::string_view account) const {
    return account.empty() ? std::string_view(own_account_) : account;
  }

  std::string own_account_;
  std::map<std::string, Box, std::less<>> boxes_ = {};
  std::uint64_t added_ = 0;
};

}  // namespace emu
