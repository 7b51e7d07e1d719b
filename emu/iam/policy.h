// A policy document in the form in which it is evaluated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/caller.h"
#include "core/gate/resource_policies.h"
#include "core/policy/document.h"
#include "iam/condition.h"
#include "iam/pattern.h"

namespace emu::iam {

using policy::Effect;

// The Principal or NotPrincipal of a statement.
struct Principals {
  bool everyone = false;
  bool every_service = false;
  std::vector<std::string> accounts = {};         // 12 digits
  std::vector<std::string> arns = {};             // users, roles and sessions
  std::vector<std::string> services = {};         // "lambda.amazonaws.com"
  std::vector<std::string> canonical_users = {};  // accounts, as S3 names them

  AccessGrant grant_to(const Caller& caller) const;
};

struct Statement {
  std::string id;  // its Sid, or its number in the policy: "#1"
  Effect effect = Effect::kAllow;
  bool has_principals = false;
  bool is_not_principal = false;
  Principals principals = {};
  bool is_not_action = false;
  std::vector<Pattern> actions = {};  // in lower case
  bool is_not_resource = false;
  bool any_resource = false;  // a trust policy names none
  std::vector<ArnPattern> resources = {};
  std::vector<Condition> conditions = {};

  // Whether action, resource and conditions fit. `action` is given in lower case.
  bool applies(std::string_view action, std::string_view resource, RequestContext& context) const;
  // kDirect for a statement without principals, which belongs to the caller.
  AccessGrant grant_to(const Caller& caller) const;
};

struct CompiledPolicy {
  std::vector<Statement> statements;
};

}  // namespace emu::iam
