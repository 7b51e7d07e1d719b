#include "s3/http/router.h"

#include <emu/description.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "s3/errors.h"
#include "s3/http/absent_operations.h"
#include "s3/http/errors.h"
#include "s3/http/presigned.h"
#include "s3/service.h"
#include "wire/protocol/uri_template.h"

namespace emu::s3 {

namespace {

// A header without which the operation is another one: x-amz-copy-source of CopyObject.
std::string_view required_header(const Operation& op) {
  const auto& members = op.input().members;
  const auto found = std::find_if(members.begin(), members.end(), [](const Member& m) {
    return m.is_required && m.location == Location::kHeader;
  });
  return found == members.end() ? std::string_view() : found->wire_name;
}

// Parameters of a query without which the operation is another one: id of
// GetBucketInventoryConfiguration, which would be a list without it.
std::vector<std::string_view> required_parameters(const Operation& op) {
  std::vector<std::string_view> names;
  for (const Member& member : op.input().members) {
    if (member.is_required && member.location == Location::kQuery) {
      names.push_back(member.wire_name);
    }
  }
  return names;
}

bool holds(const std::vector<RawQueryPair>& query, std::string_view name) {
  return std::any_of(query.begin(), query.end(),
                     [&](const RawQueryPair& pair) { return pair.name == name; });
}

// What a MethodNotAllowed calls the resource: as the server access log does.
// Source: Amazon S3 User Guide, "Amazon S3 server access log format" (Operation).
std::string resource_type(std::string_view resource, std::string_view subresource) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypes = {{
      {"delete", "MULTI_OBJECT_DELETE"},
      {"logging", "LOGGING_STATUS"},
      {"policy", "BUCKETPOLICY"},
      {"requestPayment", "REQUEST_PAYMENT"},
      {"uploadId", "UPLOAD"},
      {"versions", "BUCKETVERSIONS"},
  }};
  if (subresource.empty()) return std::string(resource);
  for (const auto& [name, type] : kTypes) {
    if (name == subresource) return std::string(type);
  }
  std::string type(subresource);
  for (char& c : type) c = c == '-' ? '_' : to_upper(c);
  return type;
}

// Whether a header is there, or the parameter of a presigned URL that stands for it.
bool has_header(std::string_view header, const std::vector<RawQueryPair>& query,
                const Router::Asked& asked) {
  if (asked.headers.find(header) != nullptr) return true;
  return is_presigned(asked.query) &&
         std::any_of(query.begin(), query.end(), [&](const RawQueryPair& pair) {
           return equal_ignoring_case(pair.name, header);
         });
}

// As in "Conflicting query string parameters: acl, versioning", which AWS answers to
// ?acl&versioning.
Error conflicting_subresources(const std::vector<std::string_view>& names) {
  return invalid_argument(
      fmt::format("Conflicting query string parameters: {}", fmt::join(names, ", ")),
      "ResourceType", names.front());
}

}  // namespace

bool Router::Choice::fits(const std::vector<RawQueryPair>& query, const Asked& asked) const {
  if (!header.empty() && !has_header(header, query, asked)) return false;
  const bool has_parameters =
      std::all_of(parameters.begin(), parameters.end(),
                  [&](std::string_view parameter) { return holds(query, parameter); });
  if (!has_parameters) return false;
  return std::all_of(constants.begin(), constants.end(), [&](const RawQueryPair& constant) {
    return std::any_of(query.begin(), query.end(), [&](const RawQueryPair& pair) {
      return pair.name == constant.name && (constant.value.empty() || pair.value == constant.value);
    });
  });
}

bool Router::Choice::names(std::string_view parameter) const {
  return holds(constants, parameter) ||
         std::find(parameters.begin(), parameters.end(), parameter) != parameters.end();
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
    add_subresources(op);
    group->choices.push_back({.operation = &op,
                              .constants = wire::template_constants(op.name.uri),
                              .parameters = required_parameters(op),
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

// A constant of a URI names one, unless it has a value: ?acl, but not ?list-type=2.
void Router::add_subresources(const Operation& op) {
  for (const RawQueryPair& constant : wire::template_constants(op.name.uri)) {
    if (constant.value.empty()) subresources_.emplace(constant.name);
  }
}

bool Router::is_subresource(std::string_view name) const {
  return subresources_.contains(name) || is_of_absent_operation(name);
}

std::vector<std::string_view> Router::subresources_of(
    const std::vector<RawQueryPair>& query) const {
  std::vector<std::string_view> names;
  for (const RawQueryPair& pair : query) {
    if (is_subresource(pair.name)) names.push_back(pair.name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool Router::has_subresource(const Choice& choice) const {
  const auto& parameters = choice.parameters;
  const auto& constants = choice.constants;
  return std::any_of(parameters.begin(), parameters.end(),
                     [&](std::string_view name) { return is_subresource(name); }) ||
         std::any_of(constants.begin(), constants.end(),
                     [&](const RawQueryPair& constant) { return is_subresource(constant.name); });
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
                       [&](const Choice& choice) { return choice.names(subresource); });
  });
}

Error Router::refusal(const Asked& asked, Depth depth, std::string_view subresource) const {
  const std::string_view resource = depth == Depth::kService  ? "SERVICE"
                                    : depth == Depth::kBucket ? "BUCKET"
                                                              : "OBJECT";
  const std::string_view absent =
      absent_operation(asked.method, depth == Depth::kObject, subresource);
  if (!absent.empty()) return operation_not_implemented(absent);
  if (!subresource.empty() && !is_answered(subresource, depth)) {
    return operation_not_implemented(
        fmt::format("{} of the sub-resource {}", asked.method, subresource));
  }
  if (subresource.empty() && depth == Depth::kBucket && asked.method == "POST") {
    return form_expected();
  }
  return method_not_allowed(asked.method, resource_type(resource, subresource));
}

Result<const OperationEntry*> Router::find(const Asked& asked) const {
  const Depth depth = depth_of(asked.path);
  const Group* group = find_group(asked.method, depth);
  const std::vector<RawQueryPair> query = parse_raw_query(asked.query);
  const std::vector<std::string_view> subresources = subresources_of(query);
  if (subresources.size() > 1) return conflicting_subresources(subresources);
  const std::string_view subresource = subresources.empty() ? "" : subresources.front();

  const Choice* chosen = nullptr;
  if (group != nullptr) {
    const auto found =
        std::find_if(group->choices.begin(), group->choices.end(),
                     [&](const Choice& choice) { return choice.fits(query, asked); });
    if (found != group->choices.end()) chosen = &*found;
  }
  const bool is_named = subresource.empty() || (chosen != nullptr && chosen->names(subresource));
  if (chosen == nullptr || !is_named) return refusal(asked, depth, subresource);
  return table_.find(*chosen->operation);
}

std::string Router::allowed_methods(const Asked& asked) const {
  const Depth depth = depth_of(asked.path);
  const std::vector<RawQueryPair> query = parse_raw_query(asked.query);
  const std::vector<std::string_view> subresources = subresources_of(query);
  const std::string_view subresource = subresources.empty() ? "" : subresources.front();
  std::string allowed;
  for (const std::string_view method : {"GET", "DELETE", "HEAD", "PUT", "POST"}) {
    const Group* group = find_group(method, depth);
    if (group == nullptr) continue;
    const bool is_allowed =
        std::any_of(group->choices.begin(), group->choices.end(), [&](const Choice& choice) {
          return subresource.empty() ? !has_subresource(choice) : choice.names(subresource);
        });
    if (!is_allowed) continue;
    if (!allowed.empty()) allowed += ", ";
    allowed += method;
  }
  return allowed;
}

}  // namespace emu::s3
