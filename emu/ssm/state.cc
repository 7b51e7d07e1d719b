#include "ssm/state.h"

#include <algorithm>
#include <charconv>

#include "core/text/ascii.h"
#include "ssm/limits.h"

namespace emu::ssm {

ParameterVersion* StoredParameter::version(std::int64_t number) {
  const std::int64_t oldest = versions.front().number;
  if (number < oldest || number > versions.back().number) return nullptr;
  return &versions[static_cast<std::size_t>(number - oldest)];
}

// Labels cannot begin with a digit.
ParameterVersion* StoredParameter::select(std::string_view selector) {
  if (selector.empty()) return &versions.back();
  if (is_digit(selector.front())) {
    std::int64_t number = 0;
    const char* end = selector.data() + selector.size();
    const auto read = std::from_chars(selector.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? version(number) : nullptr;
  }
  const auto labelled = std::find_if(
      versions.begin(), versions.end(),
      [&](const ParameterVersion& version) { return version.labels.contains(selector); });
  return labelled == versions.end() ? nullptr : &*labelled;
}

StoredParameter* State::find(std::string_view name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? nullptr : &found->second;
}

std::size_t State::count(bool is_advanced) const {
  return is_advanced ? advanced_ : parameters.size() - advanced_;
}

void State::forget_latest(const std::string& name, const ParameterVersion& version) {
  if (version.is_advanced) --advanced_;
  if (version.expires) expiries_.clear(name, *version.expires);
}

StoredParameter& State::add(const std::string& name, ParameterVersion version) {
  StoredParameter& parameter = parameters[name];
  if (!parameter.versions.empty()) {
    forget_latest(name, parameter.latest());
    version.number = parameter.latest().number + 1;
  }
  if (version.is_advanced) ++advanced_;
  if (version.expires) expiries_.set(name, *version.expires);
  if (parameter.versions.size() == kVersionsMax) parameter.versions.pop_front();
  parameter.versions.push_back(std::move(version));
  return parameter;
}

bool State::erase(std::string_view name) {
  const auto found = parameters.find(name);
  if (found == parameters.end()) return false;
  forget_latest(found->first, found->second.latest());
  parameters.erase(found);
  return true;
}

void State::settle(Time now) {
  expiries_.settle(now, [this](const std::string& name) { erase(name); });
}

}  // namespace emu::ssm
