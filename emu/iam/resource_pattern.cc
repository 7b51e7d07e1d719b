// Sources: AWS IAM User Guide, "IAM JSON policy elements: Resource", "IAM identifiers"; the texts
// are those that AWS answers with.
#include "iam/resource_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "iam/errors.h"

namespace emu::iam {

namespace {

constexpr std::size_t kArnParts = 6;
constexpr std::string_view kWildcards = "*?";

constexpr std::array<std::string_view, 3> kPartitions = {"aws", "aws-cn", "aws-us-gov"};

constexpr std::array<std::string_view, 13> kIamPaths = {"user/",
                                                        "federated-user/",
                                                        "role/",
                                                        "group/",
                                                        "instance-profile/",
                                                        "mfa/",
                                                        "server-certificate/",
                                                        "policy/",
                                                        "sms-mfa/",
                                                        "saml-provider/",
                                                        "oidc-provider/",
                                                        "report/",
                                                        "access-report/"};

// The parts of an ARN; those that a pattern leaves out are empty.
struct Parts {
  std::array<std::string_view, kArnParts> at = {};
  std::size_t count = 0;

  explicit Parts(std::string_view text) {
    while (count + 1 < kArnParts) {
      const std::size_t colon = text.find(':');
      at[count++] = text.substr(0, colon);
      if (colon == text.npos) return;
      text.remove_prefix(colon + 1);
    }
    at[count++] = text;
  }
  std::string_view partition() const { return at[1]; }
  std::string_view service() const { return at[2]; }
  std::string_view region() const { return at[3]; }
  std::string_view resource() const { return at[5]; }
};

bool has_wildcard(std::string_view text) { return text.find_first_of(kWildcards) != text.npos; }

bool is_partition(std::string_view text) {
  return has_wildcard(text) ||
         std::find(kPartitions.begin(), kPartitions.end(), text) != kPartitions.end();
}

// What a policy says of an IAM resource, or what stands for it.
bool is_iam_path(std::string_view path) {
  return path == "*" || path.starts_with("${") ||
         std::any_of(kIamPaths.begin(), kIamPaths.end(),
                     [&](std::string_view kind) { return path.starts_with(kind); });
}

Status check_iam_pattern(std::string_view text, const Parts& parts) {
  if (!parts.region().empty()) {
    return malformed(fmt::format("IAM resource {} cannot contain region information.", text));
  }
  if (is_iam_path(parts.resource())) return {};
  return malformed(
      "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, "
      "instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, "
      "oidc-provider/, report/, access-report/.");
}

// Those of S3 that have a region: arn:aws:s3:us-east-1:111122223333:accesspoint/reports.
bool may_have_region(std::string_view resource) {
  static constexpr std::array<std::string_view, 3> kRegional = {"accesspoint/", "job/",
                                                                "storage-lens/"};
  return std::any_of(kRegional.begin(), kRegional.end(),
                     [&](std::string_view kind) { return resource.starts_with(kind); });
}

}  // namespace

Status check_resource_pattern(std::string_view text) {
  if (text == "*") return {};
  if (!text.starts_with("arn:") && !(text.starts_with('*') && text.find(':') != text.npos)) {
    return malformed(fmt::format("Resource {} must be in ARN format or \"*\".", text));
  }
  const Parts parts(text);
  // A star that ends a part may stand for the parts that follow, too.
  const bool reaches_over = text.ends_with('*') || text.find("*:") != text.npos;
  if (parts.count < kArnParts && !reaches_over) return policy_failed_legacy_parsing();
  if (parts.count < 3) return {};
  if (!is_partition(parts.partition())) {
    return malformed(
        fmt::format("Partition \"{}\" is not valid for resource \"{}\".", parts.partition(), text));
  }
  if (has_wildcard(parts.service()) && parts.count == kArnParts) {
    return malformed("Resource vendor must be fully qualified and cannot contain regexes.");
  }
  if (parts.count < kArnParts) return {};
  if (parts.service() == "iam") return check_iam_pattern(text, parts);
  if (parts.service() == "s3" && !parts.region().empty() && !may_have_region(parts.resource())) {
    return malformed(fmt::format("Resource {} can not contain region information.", text));
  }
  return {};
}

}  // namespace emu::iam
