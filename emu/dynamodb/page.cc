#include "dynamodb/page.h"

#include <emu/description.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Error attributes_missing() {
  return validation(
      "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
      "SPECIFIC_ATTRIBUTES");
}

Error attributes_not_allowed(const SelectParameters& in) {
  return validation(fmt::format(
      "Cannot specify the {} when choosing to get {}",
      in.has_projection ? "ProjectionExpression" : "AttributesToGet",
      *in.select == select_values::kCount ? std::string_view("only the Count") : *in.select));
}

// DynamoDB speaks of querying in the refusal of a Scan, too.
Error all_projected_needs_index() {
  return validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
}

Error all_attributes_not_projected(std::string_view index) {
  return invalid_parameter(
      fmt::format("Select type ALL_ATTRIBUTES is not supported for global secondary index {} "
                  "because its projection type is not ALL",
                  index));
}

Error not_projected(std::string_view index, const std::vector<std::string_view>& attributes) {
  return invalid_parameter(fmt::format("Global secondary index {} does not project [{}]", index,
                                       fmt::join(attributes, ", ")));
}

Error filter_not_projected(std::string_view index,
                           const std::vector<std::string_view>& attributes) {
  return invalid_parameter(
      fmt::format("Secondary index {} does not project one or more filter attributes: [{}]", index,
                  fmt::join(attributes, ", ")));
}

template <class T>
std::vector<std::string_view> not_covered(const ReadSource& source,
                                          const expression::Parsed<T>* parsed,
                                          const expression::Placeholders& placeholders) {
  std::vector<std::string_view> names;
  if (parsed == nullptr) return names;
  for (const expression::PathElement& attribute : parsed->attributes) {
    const std::string& name = placeholders.name(attribute);
    if (!source.covers(name)) names.push_back(name);
  }
  return names;
}

bool fetches(const PageRequest& of) {
  if (of.source.covers_all()) return false;
  if (of.selection == Selection::kAll) return true;
  return of.selection == Selection::kSpecific &&
         !not_covered(of.source, of.expressions.projection, of.expressions.placeholders).empty();
}

}  // namespace

Result<Selection> check_select(const SelectParameters& in) {
  const bool has_attributes = in.has_attributes_to_get || in.has_projection;
  if (!in.select) {
    if (has_attributes) return Selection::kSpecific;
    return in.has_index ? Selection::kCovered : Selection::kAll;
  }
  if (*in.select == select_values::kSpecificAttributes) {
    if (!has_attributes) return attributes_missing();
    return Selection::kSpecific;
  }
  if (has_attributes) return attributes_not_allowed(in);
  if (*in.select == select_values::kCount) return Selection::kCount;
  if (*in.select == select_values::kAllAttributes) return Selection::kAll;
  if (!in.has_index) return all_projected_needs_index();
  return Selection::kCovered;
}

Status Page::check_covered(const PageRequest& of) {
  const ReadSource& source = of.source;
  if (source.covers_all()) return {};
  if (source.is_global_index()) {
    if (of.selection == Selection::kAll) return all_attributes_not_projected(source.index->name);
    const auto names = not_covered(source, of.expressions.projection, of.expressions.placeholders);
    if (!names.empty()) return not_projected(source.index->name, names);
  }
  const auto names = not_covered(source, of.expressions.filter, of.expressions.placeholders);
  if (!names.empty()) return filter_not_projected(source.index->name, names);
  return {};
}

Page::Page(const PageRequest& of)
    : request_(of),
      fetches_(fetches(of)),
      limit_(of.limit.value_or(std::numeric_limits<std::int32_t>::max())) {}

bool Page::add(const StoredItem& item) {
  ++scanned_;
  bytes_ += request_.source.size_of(item);
  last_ = &item;
  if (request_.expressions.filter_holds(item)) {
    ++count_;
    if (request_.selection != Selection::kCount) items_.push_back(selected(item));
    if (fetches_) {
      fetched_bytes_ += item.size();
      fetched_units_ += static_cast<std::size_t>(read_units(item.size(), true));
    }
  }
  is_full_ = scanned_ >= limit_ || bytes_ + fetched_bytes_ >= kPageBytesMax;
  return !is_full_;
}

Item Page::selected(const StoredItem& item) const {
  switch (request_.selection) {
    case Selection::kSpecific:
      return request_.expressions.projected(item);
    case Selection::kCovered:
      return request_.source.covers_all() ? item.unpack()
                                          : item.unpack(request_.source.index->covered);
    default:
      return item.unpack();
  }
}

double Page::units(bool consistent) const {
  const double fetched = static_cast<double>(fetched_units_) * (consistent ? 1.0 : 0.5);
  return read_units(bytes_, consistent) + fetched;
}

std::optional<ConsumedCapacity> Page::capacity(const std::optional<std::string>& mode,
                                               const std::string& table, bool consistent) const {
  const double units = read_units(bytes_, consistent);
  const Index* index = request_.source.index;
  if (index == nullptr) return consumed(mode, table, units);
  const double fetched = static_cast<double>(fetched_units_) * (consistent ? 1.0 : 0.5);
  std::optional<ConsumedCapacity> capacity = consumed(mode, table, units + fetched);
  if (!capacity || !capacity->table) return capacity;
  capacity->table->capacity_units = fetched;
  auto& of_indexes =
      index->is_global ? capacity->global_secondary_indexes : capacity->local_secondary_indexes;
  of_indexes.emplace(index->name, Capacity{.capacity_units = units});
  return capacity;
}

}  // namespace emu::dynamodb
