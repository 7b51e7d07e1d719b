// Who a caller is, and whom a key belongs to. Include <emu/sts.h>.
// Source: AWS Security Token Service API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <string>

namespace emu::sts {

struct GetCallerIdentityResult {
  std::string user_id = {};
  std::string account = {};
  std::string arn = {};
  static void describe(StructureShape<GetCallerIdentityResult>& s);
};

// Who the caller is. No policy can forbid it.
struct GetCallerIdentity {
  static constexpr OperationName kOperation{"sts", "GetCallerIdentity"};
  using Result = GetCallerIdentityResult;
  static void describe(StructureShape<GetCallerIdentity>& s);
};

struct GetAccessKeyInfoResult {
  std::string account = {};
  static void describe(StructureShape<GetAccessKeyInfoResult>& s);
};

// The account that a key belongs to.
// Errors: ValidationError for a key that is none.
struct GetAccessKeyInfo {
  static constexpr OperationName kOperation{"sts", "GetAccessKeyInfo"};
  using Result = GetAccessKeyInfoResult;
  std::string access_key_id;
  static void describe(StructureShape<GetAccessKeyInfo>& s);
};

}  // namespace emu::sts
