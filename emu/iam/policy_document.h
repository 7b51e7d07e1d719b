// IAM's own policy documents: what it asks of them beyond the grammar, and in which words it
// refuses one.
//
// Sources: AWS IAM User Guide, "IAM JSON policy elements reference" and "IAM identifiers". The
// texts are those that AWS answers with.
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
  kManaged,      // the same as a policy of its own, in today's version of the language
  kTrust,        // of a role: has principals and no resources, and is about AssumeRole
};

// Errors: MalformedPolicyDocument, in IAM's words.
Result<std::shared_ptr<const CompiledPolicy>> read_policy(DocumentKind kind, std::string_view json);

// The same without a policy to evaluate.
Status check_policy(DocumentKind kind, std::string_view json);

// The policy of a queue, bucket or function, which has its owner's approval. One that cannot be
// read all the same denies everything.
std::shared_ptr<const CompiledPolicy> read_resource_policy(std::string_view json);

// One document with the statements of all, for a session that several policies narrow. Each must
// have been read without error.
std::string merge_documents(std::span<const std::string> documents);

// The characters of a document that count towards its limit: all but white space.
std::size_t counted_size(std::string_view json);

}  // namespace emu::iam
