// Amazon Resource Names: arn:partition:service:region:account:resource.
// Source: AWS IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emu {

struct Arn {
  std::string partition = "aws";
  std::string service = {};
  std::string region = {};    // empty for global services and for S3
  std::string account = {};   // empty for S3 buckets
  std::string resource = {};  // all that follows, colons and slashes included

  // Nothing when the text does not have six parts beginning with "arn".
  static std::optional<Arn> parse(std::string_view text);
  std::string str() const;

  // The last part of the resource: the queue's, table's, function's, role's or bucket's name.
  std::string_view name() const;

  friend bool operator==(const Arn&, const Arn&) = default;
};

}  // namespace emu
