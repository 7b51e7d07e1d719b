#include "s3/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "core/text/utf8.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

// Letters, digits and spaces of any script, and + - = . _ : / @.
bool has_tag_characters(std::string_view text) {
  return is_valid_utf8(text) && std::all_of(text.begin(), text.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte >= 0x80 || is_alphanumeric(c) ||
                  std::string_view(" +-=._:/@").find(c) != std::string_view::npos;
         });
}

Error invalid_tag(std::string_view message, std::string_view key) {
  return make_error("InvalidTag", message, 400, {{"TagKey", std::string(key)}});
}

Status check_tags(const std::vector<Tag>& tags, std::string_view system_tag_text) {
  for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
    const std::size_t length = count_code_points(tag->key);
    if (length == 0 || length > kTagKeyLengthMax || !has_tag_characters(tag->key)) {
      return invalid_tag("The TagKey you have provided is invalid", tag->key);
    }
    if (count_code_points(tag->value) > kTagValueLengthMax || !has_tag_characters(tag->value)) {
      return invalid_tag("The TagValue you have provided is invalid", tag->key);
    }
    if (tag->key.starts_with("aws:")) return invalid_tag(system_tag_text, tag->key);
    const bool repeated =
        std::any_of(tags.begin(), tag, [&](const Tag& other) { return other.key == tag->key; });
    if (repeated) return invalid_tag("Cannot provide multiple Tags with the same key", tag->key);
  }
  return {};
}

Error malformed_header(std::string_view header) {
  return invalid_argument(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters "
      "without tag name duplicates.",
      "x-amz-tagging", header);
}

Error too_many_tags(std::string_view whose, std::size_t most) {
  return make_error("BadRequest", fmt::format("{} tags cannot be greater than {}", whose, most),
                    400);
}

}  // namespace

Status check_object_tags(const std::vector<Tag>& tags) {
  if (tags.size() > kObjectTagsMax) return too_many_tags("Object", kObjectTagsMax);
  return check_tags(tags, "Your TagKey cannot be prefixed with aws:");
}

Status check_bucket_tags(const std::vector<Tag>& tags) {
  if (tags.size() > kBucketTagsMax) return too_many_tags("Bucket", kBucketTagsMax);
  return check_tags(tags, "System tags cannot be added/updated by requester");
}

Result<std::vector<Tag>> parse_tag_header(std::string_view header) {
  auto pairs = parse_query(header, Plus::kIsSpace);
  if (!pairs) return malformed_header(header);
  std::vector<Tag> tags;
  for (QueryPair& pair : *pairs) {
    const bool repeated = std::any_of(tags.begin(), tags.end(),
                                      [&](const Tag& other) { return other.key == pair.name; });
    if (repeated || pair.name.empty()) return malformed_header(header);
    tags.push_back({.key = std::move(pair.name), .value = std::move(pair.value)});
  }
  EMU_CHECK(check_object_tags(tags));
  return tags;
}

}  // namespace emu::s3
