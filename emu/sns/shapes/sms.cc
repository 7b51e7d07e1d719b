#include <emu/describe.h>
#include <emu/sns/sms.h>

namespace emu::sns {

void SetSMSAttributesResult::describe(StructureShape<SetSMSAttributesResult>&) {}

void SetSMSAttributes::describe(StructureShape<SetSMSAttributes>& s) {
  s.member("attributes", &SetSMSAttributes::attributes).required();
}

void GetSMSAttributesResult::describe(StructureShape<GetSMSAttributesResult>& s) {
  s.member("attributes", &GetSMSAttributesResult::attributes).always();
}

void GetSMSAttributes::describe(StructureShape<GetSMSAttributes>& s) {
  s.member("attributes", &GetSMSAttributes::attributes);
}

void CheckIfPhoneNumberIsOptedOutResult::describe(
    StructureShape<CheckIfPhoneNumberIsOptedOutResult>& s) {
  s.member("isOptedOut", &CheckIfPhoneNumberIsOptedOutResult::is_opted_out);
}

void CheckIfPhoneNumberIsOptedOut::describe(StructureShape<CheckIfPhoneNumberIsOptedOut>& s) {
  s.member("phoneNumber", &CheckIfPhoneNumberIsOptedOut::phone_number).required();
}

void ListPhoneNumbersOptedOutResult::describe(StructureShape<ListPhoneNumbersOptedOutResult>& s) {
  s.member("phoneNumbers", &ListPhoneNumbersOptedOutResult::phone_numbers).always();
  s.member("nextToken", &ListPhoneNumbersOptedOutResult::next_token);
}

void ListPhoneNumbersOptedOut::describe(StructureShape<ListPhoneNumbersOptedOut>& s) {
  s.member("nextToken", &ListPhoneNumbersOptedOut::next_token);
}

void OptInPhoneNumberResult::describe(StructureShape<OptInPhoneNumberResult>&) {}

void OptInPhoneNumber::describe(StructureShape<OptInPhoneNumber>& s) {
  s.member("phoneNumber", &OptInPhoneNumber::phone_number).required();
}

void PhoneNumberInformation::describe(StructureShape<PhoneNumberInformation>& s) {
  s.member("CreatedAt", &PhoneNumberInformation::created_at);
  s.member("PhoneNumber", &PhoneNumberInformation::phone_number);
  s.member("Status", &PhoneNumberInformation::status);
  s.member("Iso2CountryCode", &PhoneNumberInformation::iso2_country_code);
  s.member("RouteType", &PhoneNumberInformation::route_type);
  s.member("NumberCapabilities", &PhoneNumberInformation::number_capabilities);
}

void ListOriginationNumbersResult::describe(StructureShape<ListOriginationNumbersResult>& s) {
  s.member("NextToken", &ListOriginationNumbersResult::next_token);
  s.member("PhoneNumbers", &ListOriginationNumbersResult::phone_numbers).always();
}

void ListOriginationNumbers::describe(StructureShape<ListOriginationNumbers>& s) {
  s.member("NextToken", &ListOriginationNumbers::next_token);
  s.member("MaxResults", &ListOriginationNumbers::max_results).range(1, 30);
}

void CreateSMSSandboxPhoneNumberResult::describe(
    StructureShape<CreateSMSSandboxPhoneNumberResult>&) {}

void CreateSMSSandboxPhoneNumber::describe(StructureShape<CreateSMSSandboxPhoneNumber>& s) {
  s.member("PhoneNumber", &CreateSMSSandboxPhoneNumber::phone_number).required().range(0, 20);
  s.member("LanguageCode", &CreateSMSSandboxPhoneNumber::language_code)
      .one_of({"en-US", "en-GB", "es-419", "es-ES", "de-DE", "fr-CA", "fr-FR", "it-IT", "ja-JP",
               "pt-BR", "kr-KR", "zh-CN", "zh-TW"});
}

void VerifySMSSandboxPhoneNumberResult::describe(
    StructureShape<VerifySMSSandboxPhoneNumberResult>&) {}

void VerifySMSSandboxPhoneNumber::describe(StructureShape<VerifySMSSandboxPhoneNumber>& s) {
  s.member("PhoneNumber", &VerifySMSSandboxPhoneNumber::phone_number).required().range(0, 20);
  s.member("OneTimePassword", &VerifySMSSandboxPhoneNumber::one_time_password)
      .required()
      .range(5, 8);
}

void DeleteSMSSandboxPhoneNumberResult::describe(
    StructureShape<DeleteSMSSandboxPhoneNumberResult>&) {}

void DeleteSMSSandboxPhoneNumber::describe(StructureShape<DeleteSMSSandboxPhoneNumber>& s) {
  s.member("PhoneNumber", &DeleteSMSSandboxPhoneNumber::phone_number).required().range(0, 20);
}

void SmsSandboxPhoneNumber::describe(StructureShape<SmsSandboxPhoneNumber>& s) {
  s.member("PhoneNumber", &SmsSandboxPhoneNumber::phone_number);
  s.member("Status", &SmsSandboxPhoneNumber::status);
}

void ListSMSSandboxPhoneNumbersResult::describe(
    StructureShape<ListSMSSandboxPhoneNumbersResult>& s) {
  s.member("PhoneNumbers", &ListSMSSandboxPhoneNumbersResult::phone_numbers).always();
  s.member("NextToken", &ListSMSSandboxPhoneNumbersResult::next_token);
}

void ListSMSSandboxPhoneNumbers::describe(StructureShape<ListSMSSandboxPhoneNumbers>& s) {
  s.member("NextToken", &ListSMSSandboxPhoneNumbers::next_token);
  s.member("MaxResults", &ListSMSSandboxPhoneNumbers::max_results).range(1, 100);
}

void GetSMSSandboxAccountStatusResult::describe(
    StructureShape<GetSMSSandboxAccountStatusResult>& s) {
  s.member("IsInSandbox", &GetSMSSandboxAccountStatusResult::is_in_sandbox);
}

void GetSMSSandboxAccountStatus::describe(StructureShape<GetSMSSandboxAccountStatus>&) {}

}  // namespace emu::sns

namespace emu {
EMU_DESCRIBED(sns::SetSMSAttributesResult);
EMU_DESCRIBED_OPERATION(sns::SetSMSAttributes);
EMU_DESCRIBED(sns::GetSMSAttributesResult);
EMU_DESCRIBED_OPERATION(sns::GetSMSAttributes);
EMU_DESCRIBED(sns::CheckIfPhoneNumberIsOptedOutResult);
EMU_DESCRIBED_OPERATION(sns::CheckIfPhoneNumberIsOptedOut);
EMU_DESCRIBED(sns::ListPhoneNumbersOptedOutResult);
EMU_DESCRIBED_OPERATION(sns::ListPhoneNumbersOptedOut);
EMU_DESCRIBED(sns::OptInPhoneNumberResult);
EMU_DESCRIBED_OPERATION(sns::OptInPhoneNumber);
EMU_DESCRIBED(sns::PhoneNumberInformation);
EMU_DESCRIBED(sns::ListOriginationNumbersResult);
EMU_DESCRIBED_OPERATION(sns::ListOriginationNumbers);
EMU_DESCRIBED(sns::CreateSMSSandboxPhoneNumberResult);
EMU_DESCRIBED_OPERATION(sns::CreateSMSSandboxPhoneNumber);
EMU_DESCRIBED(sns::VerifySMSSandboxPhoneNumberResult);
EMU_DESCRIBED_OPERATION(sns::VerifySMSSandboxPhoneNumber);
EMU_DESCRIBED(sns::DeleteSMSSandboxPhoneNumberResult);
EMU_DESCRIBED_OPERATION(sns::DeleteSMSSandboxPhoneNumber);
EMU_DESCRIBED(sns::SmsSandboxPhoneNumber);
EMU_DESCRIBED(sns::ListSMSSandboxPhoneNumbersResult);
EMU_DESCRIBED_OPERATION(sns::ListSMSSandboxPhoneNumbers);
EMU_DESCRIBED(sns::GetSMSSandboxAccountStatusResult);
EMU_DESCRIBED_OPERATION(sns::GetSMSSandboxAccountStatus);
}  // namespace emu
