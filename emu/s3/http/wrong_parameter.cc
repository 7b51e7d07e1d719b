#include "s3/http/wrong_parameter.h"

#include <algorithm>

#include "s3/errors.h"

namespace emu::s3 {

namespace {

const QueryPair* find(const std::vector<QueryPair>& query, std::string_view name) {
  const auto found = std::find_if(query.begin(), query.end(),
                                  [&](const QueryPair& pair) { return pair.name == name; });
  return found == query.end() ? nullptr : &*found;
}

std::optional<Error> wrong_version(std::string_view operation,
                                   const std::vector<QueryPair>& query) {
  constexpr std::string_view kParameter = "versionId";
  const QueryPair* version = find(query, kParameter);
  if (version == nullptr) return std::nullopt;
  // What is stored is a version of its own.
  if (operation == "PutObject" || operation == "CopyObject" ||
      operation == "CompleteMultipartUpload") {
    return invalid_argument("This operation does not accept a version-id.", kParameter,
                            version->value);
  }
  if (version->value.empty()) {
    return invalid_argument("Version id cannot be the empty string", kParameter, "");
  }
  return std::nullopt;
}

// To the operation, an empty token is none.
std::optional<Error> wrong_token(std::string_view operation, const std::vector<QueryPair>& query) {
  if (operation != "ListObjectsV2") return std::nullopt;
  const QueryPair* token = find(query, "continuation-token");
  if (token == nullptr || !token->value.empty()) return std::nullopt;
  return wrong_continuation_token("");
}

}  // namespace

std::optional<Error> wrong_parameter(std::string_view operation,
                                     const std::vector<QueryPair>& query) {
  if (auto wrong = wrong_version(operation, query)) return wrong;
  return wrong_token(operation, query);
}

}  // namespace emu::s3
