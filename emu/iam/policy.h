// A policy document in the form in which it is evaluated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/caller.h"
#include "core/policy/document.h"
#include "iam/condition.h"
#include "iam/pattern.h"

namespace emu::iam {

using policy::Effect;

// How directly a resource's policy names a caller, from not at all to by itself. The difference
// decides which implicit denials of the caller's own policies still count.
enum class Grant {
  kNone,
  kAccount,  // to the caller's account, which decides for itself
  kRole,     // to the caller's role: boundary and session policy still limit it
  kDirect,   // to the user, the session, the service, or to everyone
};

// The Principal or NotPrincipal of a statement.
struct Principals {
  bool everyone = false;
  bool every_service = false;
  std::vector<std::string> accounts = {};  // 12 digits
  std::vector<std::string> arns = {};      // users, roles and sessions
  std::vector<std::string> services = {};  // "lambda.amazonaws.com"

  Grant grant_to(const Caller& caller) const;
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
  Grant grant_to(const Caller& caller) const;
};

struct CompiledPolicy {
  std::vector<Statement> statements;
};

}  // namespace emu::iam
