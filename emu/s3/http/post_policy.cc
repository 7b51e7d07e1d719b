// The policy of an upload form: a JSON document in base64 that whoever made the form has signed.

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/time/iso_time.h"
#include "s3/errors.h"
#include "s3/http/errors.h"
#include "s3/http/post_form.h"

namespace emu::s3 {

namespace {

Error upload_too_small(std::size_t proposed, std::size_t least) {
  return {.code = "EntityTooSmall",
          .message = "Your proposed upload is smaller than the minimum allowed size",
          .status = 400,
          .fields = {{"ProposedSize", std::to_string(proposed)},
                     {"MinSizeAllowed", std::to_string(least)}}};
}

// As recorded from AWS, as far as is known.
Error invalid_policy_document(std::string_view why) {
  std::string message = "Invalid Policy: ";
  return {.code = "InvalidPolicyDocument", .message = message.append(why)};
}

Error invalid_condition() { return invalid_policy_document("Invalid Condition."); }

Error invalid_expiration(const JsonView& given) {
  std::string why = "Invalid 'expiration' value";
  if (given.type() == JsonView::Type::kString) why.append(": '").append(given.string()).append("'");
  return invalid_policy_document(why);
}

Error policy_refuses(std::string_view why) {
  std::string message = "Invalid according to Policy: ";
  return {.code = "AccessDenied", .message = message.append(why), .status = 403};
}

class PolicyCheck {
 public:
  PolicyCheck(const PostForm& form, std::string_view bucket) : form_(form), bucket_(bucket) {}

  Status condition(const JsonView& condition) {
    Status status;
    if (condition.type() == JsonView::Type::kObject) {
      condition.each_member([&](std::string_view name, const JsonView& value) {
        status = value.type() == JsonView::Type::kString
                     ? matches("eq", name, value.string())
                     : Status(invalid_policy_document(
                           "Invalid Simple-Condition: value must be a string."));
        return status.ok();
      });
      return status;
    }
    if (condition.type() != JsonView::Type::kArray || condition.size() != 3) {
      return invalid_condition();
    }
    std::vector<JsonView> parts;
    condition.each_element([&](const JsonView& part) {
      parts.push_back(part);
      return true;
    });
    if (parts[0].type() != JsonView::Type::kString) return invalid_condition();
    if (equal_ignoring_case(parts[0].string(), "content-length-range")) {
      return length(parts[1], parts[2]);
    }
    if (parts[1].type() != JsonView::Type::kString || !parts[1].string().starts_with('$') ||
        parts[2].type() != JsonView::Type::kString) {
      return invalid_condition();
    }
    return matches(parts[0].string(), parts[1].string().substr(1), parts[2].string());
  }

  // Every field but those that cannot be spoken of must have been.
  Status nothing_else() const {
    for (const auto& [name, value] : form_.fields) {
      const std::string field = lower_case(name);
      if (is_free(field)) continue;
      if (std::find(seen_.begin(), seen_.end(), field) == seen_.end()) {
        return policy_refuses("Extra input fields: " + field);
      }
    }
    return {};
  }

 private:
  static bool is_free(std::string_view field) {
    static constexpr std::array<std::string_view, 4> kFree = {"awsaccesskeyid", "policy",
                                                              "signature", "x-amz-signature"};
    return field.starts_with("x-ignore-") ||
           std::find(kFree.begin(), kFree.end(), field) != kFree.end();
  }

  // A Content-Type may be a list, each of whose entries must then begin so.
  static bool begins_with(std::string_view field, std::string_view value, std::string_view wanted) {
    if (field != "content-type") return value.starts_with(wanted);
    do {
      if (!trim(take_until(value, ',')).starts_with(wanted)) return false;
    } while (!value.empty());
    return true;
  }

  Status matches(std::string_view how, std::string_view name, std::string_view wanted) {
    seen_.push_back(lower_case(name));
    const std::string& field = seen_.back();
    const std::string_view value = field == "bucket" ? bucket_ : form_.field(name);
    if (equal_ignoring_case(how, "eq") && value == wanted) return {};
    if (equal_ignoring_case(how, "starts-with") && begins_with(field, value, wanted)) return {};
    std::string text = "Policy Condition failed: [\"";
    text.append(how).append("\", \"$").append(name).append("\", \"").append(wanted).append("\"]");
    return policy_refuses(text);
  }

  // It may be written as a text.
  static std::optional<std::uint64_t> number(const JsonView& value) {
    if (value.type() == JsonView::Type::kString) {
      std::uint64_t number = 0;
      const std::string_view text = value.string();
      const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc() || at != text.data() + text.size()) return std::nullopt;
      return number;
    }
    if (value.type() != JsonView::Type::kInteger || value.integer() < 0) return std::nullopt;
    return static_cast<std::uint64_t>(value.integer());
  }

  Status length(const JsonView& least, const JsonView& most) const {
    const auto min = number(least);
    const auto max = number(most);
    if (!min || !max) return invalid_condition();
    const std::size_t size = form_.file.size();
    if (size < *min) return upload_too_small(size, *min);
    if (size > *max) return entity_too_large(size, *max);
    return {};
  }

  const PostForm& form_;
  std::string_view bucket_;
  std::vector<std::string> seen_ = {};
};

}  // namespace

Status check_post_policy(const PostForm& form, std::string_view bucket, Time now) {
  if (form.fields.find("policy") == nullptr) return {};
  const auto text = base64_decode(form.field("policy"));
  std::string why;
  const auto document = text ? JsonDocument::parse(*text, why) : std::nullopt;
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return invalid_policy_document("Invalid JSON.");
  }
  const auto expiration = document->root().find("expiration");
  const auto conditions = document->root().find("conditions");
  if (!expiration) return invalid_policy_document("Policy missing expiration.");
  if (!conditions) return invalid_policy_document("Policy missing conditions.");
  const auto expires = expiration->type() == JsonView::Type::kString
                           ? parse_iso8601(expiration->string())
                           : std::nullopt;
  if (!expires) return invalid_expiration(*expiration);
  if (conditions->type() != JsonView::Type::kArray) return invalid_condition();
  if (*expires <= now) return policy_refuses("Policy expired.");

  PolicyCheck check(form, bucket);
  Status status;
  conditions->each_element([&](const JsonView& condition) {
    status = check.condition(condition);
    return status.ok();
  });
  return status ? check.nothing_else() : status;
}

}  // namespace emu::s3
