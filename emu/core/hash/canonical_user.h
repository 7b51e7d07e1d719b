// Canonical user ids: how S3's access control lists and policies name an account.
#pragma once

#include <string>
#include <string_view>

namespace emu {

// Of anonymous callers, in place of an account's number.
inline constexpr std::string_view kAnonymousAccount = "anonymous";

// 64 hexadecimal digits that follow from the account; those of AWS do not.
std::string canonical_user_id(std::string_view account);

}  // namespace emu
