// Whether a statement of a policy lets the public in, which services refuse that block it.
// Sources: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage" (The meaning of
// "public"); Amazon DynamoDB Developer Guide, "Blocking public access with resource-based policies
// in DynamoDB".
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/policy/document.h"

namespace emu::policy {

// The keys that say who calls, or for whom, as DynamoDB and Secrets Manager trust them.
inline constexpr std::array<std::string_view, 15> kKeysOfCallers = {"aws:principalaccount",
                                                                    "aws:principalarn",
                                                                    "aws:principalorgid",
                                                                    "aws:principalorgpaths",
                                                                    "aws:sourceaccount",
                                                                    "aws:sourcearn",
                                                                    "aws:sourcevpc",
                                                                    "aws:sourcevpce",
                                                                    "aws:userid",
                                                                    "aws:principalservicename",
                                                                    "aws:principalservicenameslist",
                                                                    "aws:principalisawsservice",
                                                                    "aws:ec2instancesourcevpc",
                                                                    "aws:sourceorgid",
                                                                    "aws:sourceorgpaths"};

// A statement is public when it allows something to everyone, unless a condition holds it to fixed
// values of a key that the service trusts. The keys are written in small letters; of aws:SourceIp
// networks that are narrow enough are taken, of aws:PrincipalIsAWSService `true`.
bool is_public(const Statement& statement, std::span<const std::string_view> trusted_keys);

}  // namespace emu::policy
