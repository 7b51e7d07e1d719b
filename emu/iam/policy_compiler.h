// Makes policies that can be evaluated of documents that were read.
#pragma once

#include <memory>

#include "core/policy/document.h"
#include "iam/policy.h"

namespace emu::iam {

std::shared_ptr<const CompiledPolicy> compile_policy(const policy::Document& document);

// A policy that denies everything to everyone.
std::shared_ptr<const CompiledPolicy> policy_that_denies_everything();

}  // namespace emu::iam
