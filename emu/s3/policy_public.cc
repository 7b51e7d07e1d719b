#include "s3/policy_public.h"

#include <array>
#include <string_view>

#include "core/policy/public.h"

namespace emu::s3 {

bool is_public_statement(const policy::Statement& statement) {
  static constexpr std::array<std::string_view, 15> kTrusted = {
      "aws:sourceip",
      "aws:sourcearn",
      "aws:sourcevpc",
      "aws:sourcevpcarn",
      "aws:sourcevpce",
      "aws:sourceowner",
      "aws:sourceaccount",
      "aws:userid",
      "aws:principalorgid",
      "aws:principalorgpaths",
      "aws:principalaccount",
      "aws:principalarn",
      "s3:x-amz-server-side-encryption-aws-kms-key-id",
      "s3:dataaccesspointarn",
      "s3:dataaccesspointaccount"};
  return policy::is_public(statement, kTrusted);
}

}  // namespace emu::s3
