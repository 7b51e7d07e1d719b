#include "iam/policy_document.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/policy/document.h"
#include "iam/policy_checks.h"
#include "iam/policy_compiler.h"

namespace emu::iam {

namespace {

Status read_document(DocumentKind kind, std::string_view json, policy::Document& document) {
  if (const auto refusal = policy::read(json, document)) return malformed_by(kind, *refusal);
  return check_document(kind, document);
}

// ${$} stands for a dollar sign in today's version of the language, so that what was no variable in
// the older one is none now.
void escape_variables(std::vector<std::string>& texts) {
  for (std::string& text : texts) {
    for (std::size_t at = text.find("${"); at != text.npos; at = text.find("${", at)) {
      text.replace(at, 1, "${$}");
      at += 4;
    }
  }
}

void escape_variables(policy::Document& document) {
  for (policy::Statement& statement : document.statements) {
    if (statement.resource) escape_variables(statement.resource->names);
    for (policy::Condition& condition : statement.conditions) escape_variables(condition.values);
  }
}

}  // namespace

Result<std::shared_ptr<const CompiledPolicy>> read_policy(DocumentKind kind,
                                                          std::string_view json) {
  policy::Document document;
  EMU_CHECK(read_document(kind, json, document));
  return compile_policy(document);
}

Status check_policy(DocumentKind kind, std::string_view json) {
  policy::Document document;
  return read_document(kind, json, document);
}

std::shared_ptr<const CompiledPolicy> read_resource_policy(std::string_view json) {
  policy::Document document;
  return policy::read(json, document) ? policy_that_denies_everything() : compile_policy(document);
}

std::string merge_documents(std::span<const std::string> documents) {
  policy::Document merged{.version = std::string(policy::kVersionNow)};
  for (const std::string& json : documents) {
    policy::Document document;
    policy::read(json, document);
    if (!document.has_variables()) escape_variables(document);
    for (policy::Statement& statement : document.statements) {
      statement.sid.clear();
      merged.statements.push_back(std::move(statement));
    }
  }
  return policy::write(merged);
}

std::size_t counted_size(std::string_view json) {
  return static_cast<std::size_t>(std::count_if(json.begin(), json.end(), [](char c) {
    return c != ' ' && c != '\t' && c != '\n' && c != '\r';
  }));
}

}  // namespace emu::iam
