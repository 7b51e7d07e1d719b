#include "s3/http/router.h"

#include <emu/description.h>

#include <algorithm>
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"
#include "wire/protocol/uri_template.h"

namespace emu::s3 {

namespace {

// Names in queries that make another operation of a request. Source: Amazon S3 API model, the URIs
// of all operations.
constexpr std::array<std::string_view, 38> kSubresources = {
    "accelerate",
    "acl",
    "analytics",
    "attributes",
    "cors",
    "delete",
    "encryption",
    "intelligent-tiering",
    "inventory",
    "legal-hold",
    "lifecycle",
    "location",
    "logging",
    "metadataConfiguration",
    "metadataTable",
    "metrics",
    "notification",
    "object-lock",
    "ownershipControls",
    "policy",
    "policyStatus",
    "publicAccessBlock",
    "renameObject",
    "replication",
    "requestPayment",
    "restore",
    "retention",
    "select",
    "session",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versioning",
    "versions",
    "website",
    "metadataInventoryTable",
    "metadataJournalTable",
};

bool is_subresource(std::string_view name) {
  return std::find(kSubresources.begin(), kSubresources.end(), name) != kSubresources.end();
}

// A header without which the operation is another one: x-amz-copy-source of CopyObject.
std::string_view required_header(const Operation& op) {
  const auto& members = op.input().members;
  const auto found = std::find_if(members.begin(), members.end(), [](const Member& m) {
    return m.is_required && m.location == Location::kHeader;
  });
  return found == members.end() ? std::string_view() : found->wire_name;
}

Error subresource_not_implemented(std::string_view subresource) {
  return {.code = "NotImplemented",
          .message = "A header you provided implies functionality that is not implemented",
          .status = 501,
          .fields = {{"Header", std::string(subresource)}}};
}

}  // namespace

bool Router::Choice::fits(const std::vector<RawQueryPair>& query,
                          const HttpHeaders& headers) const {
  if (!header.empty() && headers.find(header) == nullptr) return false;
  return std::all_of(constants.begin(), constants.end(), [&](const RawQueryPair& constant) {
    return std::any_of(query.begin(), query.end(), [&](const RawQueryPair& pair) {
      return pair.name == constant.name && (constant.value.empty() || pair.value == constant.value);
    });
  });
}

bool Router::Choice::has_constant(std::string_view name) const {
  return std::any_of(constants.begin(), constants.end(),
                     [&](const RawQueryPair& constant) { return constant.name == name; });
}

Router::Router(const OperationTable& table) : table_(table) {
  for (const OperationEntry* entry : table.all()) {
    const Operation& op = *entry->operation;
    if (op.name.service != kProfile.name) continue;
    const Depth depth = depth_of(wire::template_path(op.name.uri));
    auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) {
      return g.method == op.name.method && g.depth == depth;
    });
    if (group == groups_.end()) {
      group = groups_.insert(group, {.method = op.name.method, .depth = depth});
    }
    group->choices.push_back({.operation = &op,
                              .constants = wire::template_constants(op.name.uri),
                              .header = required_header(op)});
  }
  for (Group& group : groups_) {
    std::stable_sort(group.choices.begin(), group.choices.end(),
                     [](const Choice& a, const Choice& b) { return a.rank() > b.rank(); });
  }
}

Router::Depth Router::depth_of(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.empty()) return Depth::kService;
  const auto slash = path.find('/');
  return slash == std::string_view::npos || slash + 1 == path.size() ? Depth::kBucket
                                                                     : Depth::kObject;
}

std::string_view Router::resource_type(Depth depth) {
  switch (depth) {
    case Depth::kService:
      return "SERVICE";
    case Depth::kBucket:
      return "BUCKET";
    case Depth::kObject:
      break;
  }
  return "OBJECT";
}

const Router::Group* Router::find_group(std::string_view method, Depth depth) const {
  const auto found = std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) {
    return group.depth == depth && group.method == method;
  });
  return found == groups_.end() ? nullptr : &*found;
}

bool Router::is_answered(std::string_view subresource, Depth depth) const {
  return std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) {
    return group.depth == depth &&
           std::any_of(group.choices.begin(), group.choices.end(),
                       [&](const Choice& choice) { return choice.has_constant(subresource); });
  });
}

Result<const OperationEntry*> Router::find(const Asked& asked) const {
  const Depth depth = depth_of(asked.path);
  const Group* group = find_group(asked.method, depth);
  const auto not_allowed = [&] { return method_not_allowed(asked.method, resource_type(depth)); };
  const std::vector<RawQueryPair> query = parse_raw_query(asked.query);

  const Choice* chosen = nullptr;
  if (group != nullptr) {
    const auto found =
        std::find_if(group->choices.begin(), group->choices.end(),
                     [&](const Choice& choice) { return choice.fits(query, asked.headers); });
    if (found != group->choices.end()) chosen = &*found;
  }
  for (const RawQueryPair& pair : query) {
    if (!is_subresource(pair.name) || (chosen != nullptr && chosen->has_constant(pair.name))) {
      continue;
    }
    if (!is_answered(pair.name, depth)) return subresource_not_implemented(pair.name);
    return not_allowed();
  }
  if (chosen == nullptr) return not_allowed();
  return table_.find(*chosen->operation);
}

}  // namespace emu::s3
