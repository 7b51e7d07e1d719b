#include "cloudformation/dependencies.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <string>

#include "cloudformation/references.h"

namespace emu::cloudformation {

Dependencies::Dependencies(const Template& from, const ConditionValue& holds) : from_(from) {
  const std::size_t count = from.resources.size();
  std::map<std::string_view, std::size_t> places;
  included_.resize(count);
  needs_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Resource& resource = from.resources[i];
    places[resource.logical_id] = i;
    included_[i] = resource.condition.empty() || !holds || holds(resource.condition).value_or(true);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!included_[i]) continue;
    std::set<std::size_t> needed;
    const auto need = [&](std::string_view name, Place place, bool is_strict) {
      const auto found = places.find(name);
      if (found == places.end()) return;  // a parameter
      if (included_[found->second]) {
        needed.insert(found->second);
      } else if (is_strict && !left_out_) {
        left_out_ = make_error(
            from.file, place,
            fmt::format("Template format error: Unresolved resource dependencies [{}] in the "
                        "Resources block of the template",
                        name),
            fmt::format("the condition of {} does not hold; write !If [{}, …, !Ref AWS::NoValue]",
                        name, from.resources[found->second].condition));
      }
    };
    ReferenceVisitor visitor;
    visitor.chosen = holds;
    visitor.reference = [&](const Reference& each) { need(each.name, each.place, true); };
    visit_references(from.resources[i].properties, visitor);
    for (const std::string& name : from.resources[i].depends_on) {
      need(name, from.resources[i].place, false);
    }
    needs_[i].assign(needed.begin(), needed.end());
  }
}

Status Dependencies::check_included() const {
  if (left_out_) return *left_out_;
  return {};
}

Result<std::vector<std::size_t>> Dependencies::order() const {
  std::vector<std::size_t> open(needs_.size());
  std::vector<std::vector<std::size_t>> needed_by(needs_.size());
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  std::size_t included = 0;
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    if (!included_[i]) continue;
    ++included;
    open[i] = needs_[i].size();
    for (const std::size_t other : needs_[i]) needed_by[other].push_back(i);
    if (open[i] == 0) ready.push(i);
  }
  std::vector<std::size_t> order;
  while (!ready.empty()) {
    order.push_back(ready.top());
    ready.pop();
    for (const std::size_t next : needed_by[order.back()]) {
      if (--open[next] == 0) ready.push(next);
    }
  }
  if (order.size() == included) return order;
  std::vector<std::size_t> waiting;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] > 0) waiting.push_back(i);
  }
  return circle(waiting);
}

// Those that only need what is in the circle, without being in it, are not named: from what waits,
// what nothing that waits needs is taken away until nothing changes.
Error Dependencies::circle(const std::vector<std::size_t>& waiting) const {
  std::set<std::size_t> left(waiting.begin(), waiting.end());
  std::map<std::size_t, std::size_t> wanted;  // by how many of those left
  for (const std::size_t i : left) {
    for (const std::size_t other : needs_[i]) wanted[other] += left.contains(other) ? 1 : 0;
  }
  std::vector<std::size_t> unwanted;
  for (const std::size_t i : left) {
    if (wanted[i] == 0) unwanted.push_back(i);
  }
  while (!unwanted.empty()) {
    const std::size_t last = unwanted.back();
    unwanted.pop_back();
    left.erase(last);
    for (const std::size_t other : needs_[last]) {
      if (left.contains(other) && --wanted[other] == 0) unwanted.push_back(other);
    }
  }
  std::string names;
  for (const std::size_t i : left) {
    names += (names.empty() ? "" : ", ") + from_.resources[i].logical_id;
  }
  return make_error(from_.file, from_.resources[*left.begin()].place,
                    fmt::format("Circular dependency between resources: [{}]", names),
                    "let one of them name another without Ref, GetAtt, Sub or DependsOn");
}

}  // namespace emu::cloudformation
