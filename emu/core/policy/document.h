// Policy documents: the one reader of them. A service reads a policy here when it is set, and IAM
// reads it here again when it decides, so that what was accepted is what holds.
//
// The reader knows the grammar and nothing of any service: which actions and resources a policy may
// name is the service's own. A member that stands twice is refused, since readers do not agree on
// which of the two counts.
//
// Sources: AWS IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM JSON policy
// elements reference".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/condition_operator.h"

namespace emu::policy {

// Today's version of the language.
inline constexpr std::string_view kVersionNow = "2012-10-17";

enum class Effect { kAllow, kDeny };

// The names of a type: {"AWS": ["111122223333"]}.
struct PrincipalNames {
  std::string type;
  std::vector<std::string> names = {};
  friend bool operator==(const PrincipalNames&, const PrincipalNames&) = default;
};

// Action or NotAction, Resource or NotResource.
struct Names {
  std::vector<std::string> names = {};
  bool is_negated = false;
  friend bool operator==(const Names&, const Names&) = default;
};

// Principal or NotPrincipal.
struct Principal {
  bool is_everyone = false;  // "*"
  std::vector<PrincipalNames> names = {};
  bool is_negated = false;
  friend bool operator==(const Principal&, const Principal&) = default;
};

struct Condition {
  std::string operator_name;  // as it was written
  std::string key;
  std::vector<std::string> values = {};  // numbers and booleans as texts
  friend bool operator==(const Condition&, const Condition&) = default;
};

struct Statement {
  std::string sid = {};  // empty: none
  Effect effect = Effect::kAllow;
  std::optional<Principal> principal = {};
  std::optional<Names> action = {};
  std::optional<Names> resource = {};
  std::vector<Condition> conditions = {};
  friend bool operator==(const Statement&, const Statement&) = default;
};

struct Document {
  std::string version = {};  // empty: none, which stands for 2008-10-17
  std::optional<std::string> id = {};
  std::vector<Statement> statements = {};

  // Whether ${...} stands for a value of the request.
  bool has_variables() const;
  friend bool operator==(const Document&, const Document&) = default;
};

// What is wrong with a document; services put it in their own words.
enum class Problem {
  kNotJson,
  kNotAnObject,
  kUnknownElement,   // subject: its name
  kRepeatedMember,   // subject: its name
  kId,               // no text
  kVersion,          // not one of the two
  kNoStatements,     // no Statement
  kEmptyStatements,  // an empty list
  kStatement,        // not an object
  kSid,              // no text
  kRepeatedSid,      // subject: the Sid
  kNoEffect,
  kEffect,     // subject: what stands there, if it is a text
  kBothForms,  // such as Action and NotAction; subject: the first
  kActions,    // neither a text nor a list of texts
  kNoActions,  // an empty list
  kResources,  // as with actions
  kNoResources,
  kPrincipal,          // neither "*" nor an object with names
  kPrincipalName,      // subject: "TYPE":"NAME"
  kCondition,          // not objects within an object, down to values
  kConditionOperator,  // subject: the operator
  kConditionKey,       // empty
  kConditionValue,     // one that the operator cannot compare with; subject: the value
};

struct Refusal {
  Problem problem = Problem::kNotJson;
  std::string subject = {};
  // Of kConditionValue and kConditionOperator.
  std::optional<ConditionOperator> condition_operator = {};
};

// What is wrong first; nothing when `document` was read. Which elements a statement must have
// depends on where the policy stands, so none but Effect is asked for.
std::optional<Refusal> read(std::string_view json, Document& document);

// The document as JSON. It is read as an equal one.
std::string write(const Document& document);

}  // namespace emu::policy
