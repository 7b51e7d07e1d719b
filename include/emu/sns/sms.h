// Text messages of SNS: how they are sent, and to whom. Include <emu/sns.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sns {

struct SetSMSAttributesResult {
  static void describe(StructureShape<SetSMSAttributesResult>& s);
};

// Of the account in this region. An empty value takes an attribute back to its default.
struct SetSMSAttributes {
  static constexpr OperationName kOperation{"sns", "SetSMSAttributes"};
  using Result = SetSMSAttributesResult;
  std::map<std::string, std::string> attributes;
  static void describe(StructureShape<SetSMSAttributes>& s);
};

struct GetSMSAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetSMSAttributesResult>& s);
};

// Those of that name, or all that are set.
struct GetSMSAttributes {
  static constexpr OperationName kOperation{"sns", "GetSMSAttributes"};
  using Result = GetSMSAttributesResult;
  std::vector<std::string> attributes = {};
  static void describe(StructureShape<GetSMSAttributes>& s);
};

struct CheckIfPhoneNumberIsOptedOutResult {
  std::optional<bool> is_opted_out = {};
  static void describe(StructureShape<CheckIfPhoneNumberIsOptedOutResult>& s);
};

struct CheckIfPhoneNumberIsOptedOut {
  static constexpr OperationName kOperation{"sns", "CheckIfPhoneNumberIsOptedOut"};
  using Result = CheckIfPhoneNumberIsOptedOutResult;
  std::string phone_number;
  static void describe(StructureShape<CheckIfPhoneNumberIsOptedOut>& s);
};

struct ListPhoneNumbersOptedOutResult {
  std::vector<std::string> phone_numbers = {};
  std::string next_token = {};
  static void describe(StructureShape<ListPhoneNumbersOptedOutResult>& s);
};

struct ListPhoneNumbersOptedOut {
  static constexpr OperationName kOperation{"sns", "ListPhoneNumbersOptedOut"};
  using Result = ListPhoneNumbersOptedOutResult;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListPhoneNumbersOptedOut>& s);
};

struct OptInPhoneNumberResult {
  static void describe(StructureShape<OptInPhoneNumberResult>& s);
};

// Nobody opts out here, so that it has nothing to do.
struct OptInPhoneNumber {
  static constexpr OperationName kOperation{"sns", "OptInPhoneNumber"};
  using Result = OptInPhoneNumberResult;
  std::string phone_number;
  static void describe(StructureShape<OptInPhoneNumber>& s);
};

struct PhoneNumberInformation {
  std::optional<Time> created_at = {};
  std::string phone_number = {};
  std::string status = {};
  std::string iso2_country_code = {};
  std::string route_type = {};
  std::vector<std::string> number_capabilities = {};
  static void describe(StructureShape<PhoneNumberInformation>& s);
};

struct ListOriginationNumbersResult {
  std::string next_token = {};
  std::vector<PhoneNumberInformation> phone_numbers = {};
  static void describe(StructureShape<ListOriginationNumbersResult>& s);
};

// There are none.
struct ListOriginationNumbers {
  static constexpr OperationName kOperation{"sns", "ListOriginationNumbers"};
  using Result = ListOriginationNumbersResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> max_results = {};
  static void describe(StructureShape<ListOriginationNumbers>& s);
};

struct CreateSMSSandboxPhoneNumberResult {
  static void describe(StructureShape<CreateSMSSandboxPhoneNumberResult>& s);
};

// Sends a one-time password to the number, which the outbox shows. A number that is there is sent
// another one.
struct CreateSMSSandboxPhoneNumber {
  static constexpr OperationName kOperation{"sns", "CreateSMSSandboxPhoneNumber"};
  using Result = CreateSMSSandboxPhoneNumberResult;
  std::string phone_number;
  std::optional<std::string> language_code = {};
  static void describe(StructureShape<CreateSMSSandboxPhoneNumber>& s);
};

struct VerifySMSSandboxPhoneNumberResult {
  static void describe(StructureShape<VerifySMSSandboxPhoneNumberResult>& s);
};

// Fails with ResourceNotFound for a number that is not there, and VerificationException for another
// password than the newest.
struct VerifySMSSandboxPhoneNumber {
  static constexpr OperationName kOperation{"sns", "VerifySMSSandboxPhoneNumber"};
  using Result = VerifySMSSandboxPhoneNumberResult;
  std::string phone_number;
  std::string one_time_password;
  static void describe(StructureShape<VerifySMSSandboxPhoneNumber>& s);
};

struct DeleteSMSSandboxPhoneNumberResult {
  static void describe(StructureShape<DeleteSMSSandboxPhoneNumberResult>& s);
};

struct DeleteSMSSandboxPhoneNumber {
  static constexpr OperationName kOperation{"sns", "DeleteSMSSandboxPhoneNumber"};
  using Result = DeleteSMSSandboxPhoneNumberResult;
  std::string phone_number;
  static void describe(StructureShape<DeleteSMSSandboxPhoneNumber>& s);
};

struct SmsSandboxPhoneNumber {
  std::string phone_number = {};
  std::string status = {};
  static void describe(StructureShape<SmsSandboxPhoneNumber>& s);
};

struct ListSMSSandboxPhoneNumbersResult {
  std::vector<SmsSandboxPhoneNumber> phone_numbers = {};
  std::string next_token = {};
  static void describe(StructureShape<ListSMSSandboxPhoneNumbersResult>& s);
};

struct ListSMSSandboxPhoneNumbers {
  static constexpr OperationName kOperation{"sns", "ListSMSSandboxPhoneNumbers"};
  using Result = ListSMSSandboxPhoneNumbersResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> max_results = {};
  static void describe(StructureShape<ListSMSSandboxPhoneNumbers>& s);
};

struct GetSMSSandboxAccountStatusResult {
  std::optional<bool> is_in_sandbox = {};
  static void describe(StructureShape<GetSMSSandboxAccountStatusResult>& s);
};

// No account is in the sandbox: text messages go to every number.
struct GetSMSSandboxAccountStatus {
  static constexpr OperationName kOperation{"sns", "GetSMSSandboxAccountStatus"};
  using Result = GetSMSSandboxAccountStatusResult;
  static void describe(StructureShape<GetSMSSandboxAccountStatus>& s);
};

}  // namespace emu::sns
