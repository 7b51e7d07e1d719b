#include <emu/describe.h>
#include <emu/secretsmanager/passwords.h>

namespace emu::secretsmanager {

void GetRandomPasswordResult::describe(StructureShape<GetRandomPasswordResult>& s) {
  s.member("RandomPassword", &GetRandomPasswordResult::random_password);
}

void GetRandomPassword::describe(StructureShape<GetRandomPassword>& s) {
  s.member("PasswordLength", &GetRandomPassword::password_length).range(1, 4096);
  s.member("ExcludeCharacters", &GetRandomPassword::exclude_characters).range(0, 4096);
  s.member("ExcludeNumbers", &GetRandomPassword::exclude_numbers);
  s.member("ExcludePunctuation", &GetRandomPassword::exclude_punctuation);
  s.member("ExcludeUppercase", &GetRandomPassword::exclude_uppercase);
  s.member("ExcludeLowercase", &GetRandomPassword::exclude_lowercase);
  s.member("IncludeSpace", &GetRandomPassword::include_space);
  s.member("RequireEachIncludedType", &GetRandomPassword::require_each_included_type);
}

}  // namespace emu::secretsmanager

namespace emu {
EMU_DESCRIBED(secretsmanager::GetRandomPasswordResult);
EMU_DESCRIBED_OPERATION(secretsmanager::GetRandomPassword);
}  // namespace emu
