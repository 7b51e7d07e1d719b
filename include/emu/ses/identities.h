// Identities of SES: addresses and domains that mail is sent from. Include <emu/ses.h>.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::ses {

struct VerifyEmailIdentityResult {
  static void describe(StructureShape<VerifyEmailIdentityResult>& s);
};

// Makes an identity of an address, which is verified at once. InvalidParameterValue for what is no
// address alone.
struct VerifyEmailIdentity {
  static constexpr OperationName kOperation{"ses", "VerifyEmailIdentity"};
  using Result = VerifyEmailIdentityResult;
  std::string email_address;
  static void describe(StructureShape<VerifyEmailIdentity>& s);
};

// The older name of VerifyEmailIdentity.
struct VerifyEmailAddress {
  static constexpr OperationName kOperation{"ses", "VerifyEmailAddress"};
  using Result = Nothing;
  std::string email_address;
  static void describe(StructureShape<VerifyEmailAddress>& s);
};

struct VerifyDomainIdentityResult {
  std::string verification_token = {};
  static void describe(StructureShape<VerifyDomainIdentityResult>& s);
};

// Makes an identity of a domain, which is verified at once; the token is for the record of DNS that
// AWS would look for.
struct VerifyDomainIdentity {
  static constexpr OperationName kOperation{"ses", "VerifyDomainIdentity"};
  using Result = VerifyDomainIdentityResult;
  std::string domain;
  static void describe(StructureShape<VerifyDomainIdentity>& s);
};

struct VerifyDomainDkimResult {
  std::vector<std::string> dkim_tokens = {};
  static void describe(StructureShape<VerifyDomainDkimResult>& s);
};

// Switches DKIM on for a domain, which becomes an identity unless it is one.
struct VerifyDomainDkim {
  static constexpr OperationName kOperation{"ses", "VerifyDomainDkim"};
  using Result = VerifyDomainDkimResult;
  std::string domain;
  static void describe(StructureShape<VerifyDomainDkim>& s);
};

struct DeleteIdentityResult {
  static void describe(StructureShape<DeleteIdentityResult>& s);
};

// Without effect for one that is not there.
struct DeleteIdentity {
  static constexpr OperationName kOperation{"ses", "DeleteIdentity"};
  using Result = DeleteIdentityResult;
  std::string identity;
  static void describe(StructureShape<DeleteIdentity>& s);
};

struct DeleteVerifiedEmailAddress {
  static constexpr OperationName kOperation{"ses", "DeleteVerifiedEmailAddress"};
  using Result = Nothing;
  std::string email_address;
  static void describe(StructureShape<DeleteVerifiedEmailAddress>& s);
};

struct ListIdentitiesResult {
  std::vector<std::string> identities = {};
  std::string next_token = {};
  static void describe(StructureShape<ListIdentitiesResult>& s);
};

// `identity_type` is "EmailAddress" or "Domain". At most 1,000 at a time.
struct ListIdentities {
  static constexpr OperationName kOperation{"ses", "ListIdentities"};
  using Result = ListIdentitiesResult;
  std::optional<std::string> identity_type = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListIdentities>& s);
};

struct ListVerifiedEmailAddressesResult {
  std::vector<std::string> verified_email_addresses = {};
  static void describe(StructureShape<ListVerifiedEmailAddressesResult>& s);
};

struct ListVerifiedEmailAddresses {
  static constexpr OperationName kOperation{"ses", "ListVerifiedEmailAddresses"};
  using Result = ListVerifiedEmailAddressesResult;
  static void describe(StructureShape<ListVerifiedEmailAddresses>& s);
};

struct IdentityVerificationAttributes {
  std::string verification_status = {};
  std::string verification_token = {};
  static void describe(StructureShape<IdentityVerificationAttributes>& s);
};

struct GetIdentityVerificationAttributesResult {
  std::map<std::string, IdentityVerificationAttributes> verification_attributes = {};
  static void describe(StructureShape<GetIdentityVerificationAttributesResult>& s);
};

// Leaves out identities that are not there, as the other questions for attributes do.
struct GetIdentityVerificationAttributes {
  static constexpr OperationName kOperation{"ses", "GetIdentityVerificationAttributes"};
  using Result = GetIdentityVerificationAttributesResult;
  std::vector<std::string> identities;
  static void describe(StructureShape<GetIdentityVerificationAttributes>& s);
};

struct SetIdentityDkimEnabledResult {
  static void describe(StructureShape<SetIdentityDkimEnabledResult>& s);
};

struct SetIdentityDkimEnabled {
  static constexpr OperationName kOperation{"ses", "SetIdentityDkimEnabled"};
  using Result = SetIdentityDkimEnabledResult;
  std::string identity;
  bool dkim_enabled = {};
  static void describe(StructureShape<SetIdentityDkimEnabled>& s);
};

struct IdentityDkimAttributes {
  std::optional<bool> dkim_enabled = {};
  std::string dkim_verification_status = {};
  std::vector<std::string> dkim_tokens = {};
  static void describe(StructureShape<IdentityDkimAttributes>& s);
};

struct GetIdentityDkimAttributesResult {
  std::map<std::string, IdentityDkimAttributes> dkim_attributes = {};
  static void describe(StructureShape<GetIdentityDkimAttributesResult>& s);
};

struct GetIdentityDkimAttributes {
  static constexpr OperationName kOperation{"ses", "GetIdentityDkimAttributes"};
  using Result = GetIdentityDkimAttributesResult;
  std::vector<std::string> identities;
  static void describe(StructureShape<GetIdentityDkimAttributes>& s);
};

struct SetIdentityMailFromDomainResult {
  static void describe(StructureShape<SetIdentityMailFromDomainResult>& s);
};

// The domain is below the identity's own; without one it is taken away.
struct SetIdentityMailFromDomain {
  static constexpr OperationName kOperation{"ses", "SetIdentityMailFromDomain"};
  using Result = SetIdentityMailFromDomainResult;
  std::string identity;
  std::optional<std::string> mail_from_domain = {};
  std::optional<std::string> behavior_on_mx_failure = {};
  static void describe(StructureShape<SetIdentityMailFromDomain>& s);
};

struct IdentityMailFromDomainAttributes {
  std::string mail_from_domain = {};
  std::string mail_from_domain_status = {};
  std::string behavior_on_mx_failure = {};
  static void describe(StructureShape<IdentityMailFromDomainAttributes>& s);
};

struct GetIdentityMailFromDomainAttributesResult {
  std::map<std::string, IdentityMailFromDomainAttributes> mail_from_domain_attributes = {};
  static void describe(StructureShape<GetIdentityMailFromDomainAttributesResult>& s);
};

struct GetIdentityMailFromDomainAttributes {
  static constexpr OperationName kOperation{"ses", "GetIdentityMailFromDomainAttributes"};
  using Result = GetIdentityMailFromDomainAttributesResult;
  std::vector<std::string> identities;
  static void describe(StructureShape<GetIdentityMailFromDomainAttributes>& s);
};

struct PutIdentityPolicyResult {
  static void describe(StructureShape<PutIdentityPolicyResult>& s);
};

// At most 20 of an identity, of 4 KB each. InvalidPolicy for what is no policy.
struct PutIdentityPolicy {
  static constexpr OperationName kOperation{"ses", "PutIdentityPolicy"};
  using Result = PutIdentityPolicyResult;
  std::string identity;
  std::string policy_name;
  std::string policy;
  static void describe(StructureShape<PutIdentityPolicy>& s);
};

struct DeleteIdentityPolicyResult {
  static void describe(StructureShape<DeleteIdentityPolicyResult>& s);
};

struct DeleteIdentityPolicy {
  static constexpr OperationName kOperation{"ses", "DeleteIdentityPolicy"};
  using Result = DeleteIdentityPolicyResult;
  std::string identity;
  std::string policy_name;
  static void describe(StructureShape<DeleteIdentityPolicy>& s);
};

struct ListIdentityPoliciesResult {
  std::vector<std::string> policy_names = {};
  static void describe(StructureShape<ListIdentityPoliciesResult>& s);
};

struct ListIdentityPolicies {
  static constexpr OperationName kOperation{"ses", "ListIdentityPolicies"};
  using Result = ListIdentityPoliciesResult;
  std::string identity;
  static void describe(StructureShape<ListIdentityPolicies>& s);
};

struct GetIdentityPoliciesResult {
  std::map<std::string, std::string> policies = {};
  static void describe(StructureShape<GetIdentityPoliciesResult>& s);
};

struct GetIdentityPolicies {
  static constexpr OperationName kOperation{"ses", "GetIdentityPolicies"};
  using Result = GetIdentityPoliciesResult;
  std::string identity;
  std::vector<std::string> policy_names;
  static void describe(StructureShape<GetIdentityPolicies>& s);
};

}  // namespace emu::ses
