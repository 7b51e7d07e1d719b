// Reads policy documents. Nothing else knows them as JSON.
//
// Sources: AWS IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM JSON policy
// element reference".
#pragma once

#include <emu/result.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "iam/policy.h"

namespace emu::iam {

enum class DocumentKind {
  kPermissions,  // of a user, role or session: has resources and no principals
  kTrust,        // of a role: has principals and no resources, and is about AssumeRole
  kResource,     // of a queue, bucket or function: has both
};

// Errors: MalformedPolicyDocument, in IAM's words.
Result<std::shared_ptr<const CompiledPolicy>> read_policy(DocumentKind kind, std::string_view json);

// The same without a policy to evaluate.
Status check_policy(DocumentKind kind, std::string_view json);

// One document with the statements of all, for a session that several policies narrow. Each must
// have been read without error.
std::string merge_documents(std::span<const std::string> documents);

// The characters of a document that count towards its limit: all but white space.
std::size_t counted_size(std::string_view json);

}  // namespace emu::iam
