#include "cli/flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/text/ascii.h"

namespace emu::cli {

Error usage_error(std::string message) {
  return {.code = kUsageError, .message = std::move(message)};
}

void Flags::add_switch(std::string_view name, bool& target, std::string_view help) {
  flags_.push_back({name, {}, help, &target, nullptr, nullptr});
}

void Flags::add_value(std::string_view name, std::string_view value_name, std::string& target,
                      std::string_view help) {
  flags_.push_back({name, value_name, help, nullptr, &target, nullptr});
}

void Flags::add_list(std::string_view name, std::string_view value_name,
                     std::vector<std::string>& target, std::string_view help) {
  flags_.push_back({name, value_name, help, nullptr, nullptr, &target});
}

const Flags::Flag* Flags::find(std::string_view name) const {
  const auto found = std::find_if(flags_.begin(), flags_.end(),
                                  [&](const Flag& flag) { return flag.name == name; });
  return found == flags_.end() ? nullptr : &*found;
}

void Flags::Flag::set(std::string text) const {
  if (list != nullptr) {
    list->push_back(std::move(text));
  } else {
    *value = std::move(text);
  }
}

Result<std::vector<std::string>> Flags::parse(std::span<char* const> arguments) const {
  std::vector<std::string> others;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") {
      others.insert(others.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    arguments.end());
      break;
    }
    if (!argument.starts_with('-') || argument == "-") {
      others.emplace_back(argument);
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument == "-h" ? "--help" : argument.substr(0, equals);
    const Flag* flag = find(name);
    if (flag == nullptr) {
      return usage_error(fmt::format("there is no option '{}'; there is {}", name, names()));
    }
    if (flag->on != nullptr) {
      if (equals != argument.npos) return usage_error(fmt::format("'{}' takes no value", name));
      *flag->on = true;
    } else if (equals != argument.npos) {
      flag->set(std::string(argument.substr(equals + 1)));
    } else if (i + 1 < arguments.size()) {
      flag->set(arguments[++i]);
    } else {
      return usage_error(fmt::format("'{}' needs a value: {} {}", name, name, flag->value_name));
    }
  }
  return others;
}

std::string Flags::names() const {
  std::string text;
  for (const Flag& flag : flags_) {
    text += (text.empty() ? "" : ", ") + std::string(flag.name);
  }
  return text;
}

Status Flags::Flag::set_from(const std::string& variable, std::string_view text) const {
  if (on != nullptr) {
    const bool is_off = text.empty() || text == "0" || text == "false";
    if (!is_off && text != "1" && text != "true") {
      return usage_error(fmt::format("the variable {} needs 1 or 0, not '{}'", variable, text));
    }
    *on = !is_off;
    return {};
  }
  if (list == nullptr) {
    *value = text;
    return {};
  }
  while (!text.empty()) {
    if (const auto part = trim(take_until(text, ',')); !part.empty()) list->emplace_back(part);
  }
  return {};
}

Status Flags::read_environment(std::string_view prefix) const {
  for (const Flag& flag : flags_) {
    if (flag.name == "--help") continue;
    std::string variable(prefix);
    for (const char c : flag.name.substr(2)) variable += c == '-' ? '_' : to_upper(c);
    const char* const text = std::getenv(variable.c_str());
    if (text != nullptr) EMU_CHECK(flag.set_from(variable, text));
  }
  return {};
}

std::string Flags::help() const {
  const auto left = [](const Flag& flag) {
    std::string text(flag.name);
    if (!flag.value_name.empty()) text += " " + std::string(flag.value_name);
    return text;
  };
  std::size_t width = 0;
  for (const Flag& flag : flags_) width = std::max(width, left(flag).size());
  std::string text;
  for (const Flag& flag : flags_) {
    text += fmt::format("  {:{}}  {}\n", left(flag), width, flag.help);
  }
  return text;
}

}  // namespace emu::cli
