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

// A pattern of ARNs. Wildcards do not reach over the first five colons; parts that are left out
// match anything; "*" alone matches every text.
class ArnPattern {
 public:
  ArnPattern(std::string_view source, Variables variables)
      : pattern_(source, Wildcards::kActive, variables) {}
  bool matches(std::string_view arn, RequestContext& context) const;

 private:
  Pattern pattern_;
};

}  // namespace emu::iam
