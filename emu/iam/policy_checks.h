// What IAM asks of a document that the grammar does not: the form of its actions, resources and
// Sids, and which elements its statements must have.
#pragma once

#include <emu/result.h>

#include "core/policy/document.h"
#include "iam/policy_document.h"

namespace emu::iam {

// Errors: MalformedPolicyDocument.
Status check_document(DocumentKind kind, const policy::Document& document);

// The refusal of the reader in IAM's words.
Error malformed_by(DocumentKind kind, const policy::Refusal& refusal);

}  // namespace emu::iam
