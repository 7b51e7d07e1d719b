#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sns/endpoint.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

// Source: Amazon SNS API Reference, "SetSMSAttributes".
constexpr std::array<std::string_view, 6> kSmsAttributes = {
    "DefaultSMSType",        "DefaultSenderID",
    "DeliveryStatusIAMRole", "DeliveryStatusSuccessSamplingRate",
    "MonthlySpendLimit",     "UsageReportS3Bucket"};

Status check_sms_attribute(const std::string& name, const std::string& value) {
  if (std::find(kSmsAttributes.begin(), kSmsAttributes.end(), name) == kSmsAttributes.end()) {
    return invalid_parameter(fmt::format("{} is not a valid attribute", name));
  }
  const bool is_type = name == "DefaultSMSType" && !value.empty();
  if (value.size() > kAttributeMax ||
      (is_type && value != "Promotional" && value != "Transactional")) {
    return invalid_parameter(name);
  }
  return {};
}

Status check_number(std::string_view number) {
  return is_phone_number(number) ? Status()
                                 : invalid_parameter("PhoneNumber", "input incorrectly formatted");
}

}  // namespace

Result<SetSMSAttributesResult> Sns::set_sms_attributes(Call& call, const SetSMSAttributes& in) {
  for (const auto& [name, value] : in.attributes) EMU_CHECK(check_sms_attribute(name, value));
  auto& kept = regions_.at(call.account(), call.region()).sms_attributes;
  for (const auto& [name, value] : in.attributes) {
    if (value.empty()) {
      kept.erase(name);
    } else {
      kept[name] = value;
    }
  }
  return SetSMSAttributesResult{};
}

// Source: Amazon SNS Developer Guide, "Setting SMS preferences": an account may spend 1 dollar a
// month at first.
Result<GetSMSAttributesResult> Sns::get_sms_attributes(Call& call, const GetSMSAttributes& in) {
  auto all = regions_.at(call.account(), call.region()).sms_attributes;
  all.emplace("MonthlySpendLimit", "1");
  if (in.attributes.empty()) return GetSMSAttributesResult{.attributes = std::move(all)};
  GetSMSAttributesResult out;
  for (const std::string& name : in.attributes) {
    if (const auto found = all.find(name); found != all.end()) out.attributes.insert(*found);
  }
  return out;
}

Result<CheckIfPhoneNumberIsOptedOutResult> Sns::check_if_phone_number_is_opted_out(
    Call&, const CheckIfPhoneNumberIsOptedOut& in) {
  EMU_CHECK(check_number(in.phone_number));
  return CheckIfPhoneNumberIsOptedOutResult{.is_opted_out = false};
}

Result<ListPhoneNumbersOptedOutResult> Sns::list_phone_numbers_opted_out(
    Call&, const ListPhoneNumbersOptedOut&) {
  return ListPhoneNumbersOptedOutResult{};
}

Result<OptInPhoneNumberResult> Sns::opt_in_phone_number(Call&, const OptInPhoneNumber& in) {
  EMU_CHECK(check_number(in.phone_number));
  return OptInPhoneNumberResult{};
}

Result<ListOriginationNumbersResult> Sns::list_origination_numbers(Call&,
                                                                   const ListOriginationNumbers&) {
  return ListOriginationNumbersResult{};
}

}  // namespace emu::sns
