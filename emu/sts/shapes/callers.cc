#include <emu/sts/callers.h>

#include "sts/shapes/describe.h"

namespace emu::sts {

void GetCallerIdentityResult::describe(StructureShape<GetCallerIdentityResult>& s) {
  s.member("UserId", &GetCallerIdentityResult::user_id);
  s.member("Account", &GetCallerIdentityResult::account);
  s.member("Arn", &GetCallerIdentityResult::arn);
}

void GetCallerIdentity::describe(StructureShape<GetCallerIdentity>&) {}

void GetAccessKeyInfoResult::describe(StructureShape<GetAccessKeyInfoResult>& s) {
  s.member("Account", &GetAccessKeyInfoResult::account);
}

void GetAccessKeyInfo::describe(StructureShape<GetAccessKeyInfo>& s) {
  s.member("AccessKeyId", &GetAccessKeyInfo::access_key_id)
      .required()
      .range(16, 128)
      .pattern(&pattern::word, pattern::kWord);
}

}  // namespace emu::sts

namespace emu {
EMU_DESCRIBED(sts::GetCallerIdentityResult);
EMU_DESCRIBED_OPERATION(sts::GetCallerIdentity);
EMU_DESCRIBED(sts::GetAccessKeyInfoResult);
EMU_DESCRIBED_OPERATION(sts::GetAccessKeyInfo);
}  // namespace emu
