#include "lambda/region.h"

namespace emu::lambda {

LiveFunction* Region::find(std::string_view name) const {
  const auto found = functions.find(name);
  return found == functions.end() ? nullptr : found->second.get();
}

std::shared_ptr<const std::string> policy_document_of(
    const std::vector<PolicyStatement>& statements) {
  if (statements.empty()) return nullptr;
  std::string text = R"({"Version":"2012-10-17","Id":"default","Statement":[)";
  for (const PolicyStatement& statement : statements) {
    if (&statement != &statements.front()) text += ',';
    text += statement.json;
  }
  text += "]}";
  return std::make_shared<const std::string>(std::move(text));
}

void renew_revision(LiveFunction& function) {
  function.revision = make_revision(function.home->stored, *function.stored);
  function.idle.clear();
}

}  // namespace emu::lambda
