#include <fmt/format.h>

#include "sns/endpoint.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/page.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

std::string draw_password(Random& random) {
  std::string password;
  while (password.size() < kPasswordDigits) {
    password += static_cast<char>('0' + random.below(10));
  }
  return password;
}

Error number_does_not_exist() {
  return error(errors::kResourceNotFound, "The phone number is not in the SMS sandbox",
               kNotFoundStatus);
}

}  // namespace

// Checks: Amazon SNS API Reference, "CreateSMSSandboxPhoneNumber".
Result<CreateSMSSandboxPhoneNumberResult> Sns::create_sms_sandbox_phone_number(
    Call& call, const CreateSMSSandboxPhoneNumber& in) {
  if (!is_phone_number(in.phone_number)) return invalid_parameter("PhoneNumber");
  auto& numbers = regions_.at(call.account(), call.region()).sandbox_numbers;
  if (!numbers.contains(in.phone_number) && numbers.size() >= kSandboxNumbersMax) {
    return error(errors::kUserError, "The SMS sandbox has as many phone numbers as it may have");
  }
  SandboxNumber& number = numbers[in.phone_number];
  if (number.is_verified) {
    return error(errors::kUserError, "The phone number has been verified already");
  }
  number.password = draw_password(world_.random());
  outbox_.add(call.account(), {.service = "sns",
                               .protocol = "sms",
                               .to = in.phone_number,
                               .body = fmt::format("Your verification code is {}", number.password),
                               .sent_at = world_.now()});
  return CreateSMSSandboxPhoneNumberResult{};
}

Result<VerifySMSSandboxPhoneNumberResult> Sns::verify_sms_sandbox_phone_number(
    Call& call, const VerifySMSSandboxPhoneNumber& in) {
  auto& numbers = regions_.at(call.account(), call.region()).sandbox_numbers;
  const auto number = numbers.find(in.phone_number);
  if (number == numbers.end()) return number_does_not_exist();
  if (number->second.password != in.one_time_password) {
    return error(errors::kVerificationException, "The one-time password is wrong");
  }
  number->second.is_verified = true;
  return VerifySMSSandboxPhoneNumberResult{};
}

Result<DeleteSMSSandboxPhoneNumberResult> Sns::delete_sms_sandbox_phone_number(
    Call& call, const DeleteSMSSandboxPhoneNumber& in) {
  auto& numbers = regions_.at(call.account(), call.region()).sandbox_numbers;
  if (numbers.erase(in.phone_number) == 0) return number_does_not_exist();
  return DeleteSMSSandboxPhoneNumberResult{};
}

Result<ListSMSSandboxPhoneNumbersResult> Sns::list_sms_sandbox_phone_numbers(
    Call& call, const ListSMSSandboxPhoneNumbers& in) {
  EMU_TRY(const std::string after, name_of_token(in.next_token));
  const auto& numbers = regions_.at(call.account(), call.region()).sandbox_numbers;
  const auto most = static_cast<std::size_t>(in.max_results.value_or(kPageSize));
  ListSMSSandboxPhoneNumbersResult out;
  for (auto number = numbers.upper_bound(after); number != numbers.end(); ++number) {
    if (out.phone_numbers.size() == most) {
      out.next_token = token_of_name(out.phone_numbers.back().phone_number);
      break;
    }
    out.phone_numbers.push_back({.phone_number = number->first,
                                 .status = number->second.is_verified ? "Verified" : "Pending"});
  }
  return out;
}

Result<GetSMSSandboxAccountStatusResult> Sns::get_sms_sandbox_account_status(
    Call&, const GetSMSSandboxAccountStatus&) {
  return GetSMSSandboxAccountStatusResult{.is_in_sandbox = false};
}

}  // namespace emu::sns
