// Patterns of policies: text in which * stands for any characters, ? for any character, and ${key}
// for the value of that condition key in the request.
//
// Sources: AWS IAM User Guide, "IAM JSON policy elements: Resource" and "IAM policy elements:
// Variables and tags".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/ascii.h"

namespace emu::iam {

class RequestContext;

enum class Wildcards { kLiteral, kActive };
enum class Variables { kLiteral, kActive };

// Whether text matches, for a pattern that a Pattern has prepared.
bool matches_wildcards(std::string_view pattern, std::string_view text);

class Pattern {
 public:
  // A "${" without its "}" is literal text.
  Pattern(std::string_view source, Wildcards wildcards, Variables variables);

  // The pattern with its variables filled in, to be given to matches_wildcards. Nothing when the
  // request has no value, or several, for a variable without default: nothing can match then.
  std::optional<std::string> expand(RequestContext& context) const;

  bool has_variables() const { return pieces_.size() > 1 || !pieces_.front().variable.empty(); }
  // Only without variables.
  const std::string& fixed() const { return pieces_.front().text; }

  bool matches(std::string_view text, RequestContext& context) const;

 private:
  struct Piece {
    std::string text;      // literal, with wildcards replaced; the default of a variable
    std::string variable;  // its key in lower case; empty for a literal
    bool has_default = false;
  };
  void add_literal(std::string text);

  std::vector<Piece> pieces_;
};

// How far a star may reach in a pattern of ARNs, whose segments lie between the first five colons.
enum class ArnStars {
  // Over colons, when it ends its segment.
  // Source: AWS IAM User Guide, "IAM JSON policy elements: Resource" (Using wildcards in resource
  // ARNs).
  kOfResources,
  // To the end of its segment, or over all that follows when it ends the pattern.
  // Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators" (ARN condition
  // operators).
  kOfConditions,
};

class ArnPattern {
 public:
  ArnPattern(std::string_view source, ArnStars stars, Variables variables);
  bool matches(std::string_view arn, RequestContext& context) const;

 private:
  Pattern pattern_;
  ArnStars stars_;
  std::string fixed_ = {};  // of a pattern without variables
};

}  // namespace emu::iam
