// The functions that work on texts, lists and mappings.
#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "cloudformation/parameter_values.h"
#include "cloudformation/resolver.h"
#include "cloudformation/template_limits.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"

namespace emu::cloudformation {

namespace {

constexpr std::string_view kJoinRefusal =
    "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) "
    "a list of strings to be joined or a function that returns a list of strings (such as "
    "Fn::GetAZs) to be joined.";
constexpr std::string_view kSplitRefusal =
    "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and "
    "(2) a string to be split or a function that returns a string to be split.";
constexpr std::string_view kSelectRefusal =
    "Template error: Fn::Select requires a list argument with two elements: an integer index and a "
    "list";
constexpr std::string_view kFindRefusal =
    "Template error: every Fn::FindInMap object requires three parameters, the map name, map key "
    "and the attribute for return value";
constexpr std::string_view kCidrRefusal =
    "Template error: every Fn::Cidr object requires two or three parameters, the block, the count "
    "and the bits of each block.";

template <class T>
std::optional<T> whole_number(std::string_view text) {
  T number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

std::optional<std::uint32_t> read_ipv4(std::string_view text) {
  std::uint32_t address = 0;
  for (int i = 0; i < 4; ++i) {
    const auto byte = whole_number<std::uint8_t>(take_until(text, '.'));
    if (!byte) return std::nullopt;
    address = address << 8 | *byte;
  }
  return text.empty() ? std::optional(address) : std::nullopt;
}

std::string write_ipv4(std::uint64_t address) {
  return fmt::format("{}.{}.{}.{}", address >> 24 & 255, address >> 16 & 255, address >> 8 & 255,
                     address & 255);
}

}  // namespace

Result<Resolved> Resolver::join(const Node& argument) {
  EMU_TRY(const nlohmann::json& items, list(argument.items[1], kJoinRefusal));
  const std::string& delimiter = argument.items[0].text;
  std::string made;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto text = scalar_text(items[i]);
    if (!text) return error(argument.place, kJoinRefusal, "the items are texts");
    if (i > 0) made += delimiter;
    made += *text;
    if (made.size() > kResolvedBytesMax) break;
  }
  return Resolved(std::move(made));
}

Result<Resolved> Resolver::split(const Node& argument) {
  EMU_TRY(const std::string text, resolve_text(argument.items[1], kSplitRefusal));
  const std::string& delimiter = argument.items[0].text;
  nlohmann::json parts = nlohmann::json::array();
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(delimiter, begin);
    parts.push_back(text.substr(begin, end == text.npos ? text.npos : end - begin));
    if (end == text.npos) return Resolved(std::move(parts));
    begin = end + delimiter.size();
  }
}

Result<Resolved> Resolver::select(const Node& argument) {
  EMU_TRY(const std::string index_text, resolve_text(argument.items[0], kSelectRefusal));
  const auto index = whole_number<std::size_t>(index_text);
  if (!index) return error(argument.items[0].place, kSelectRefusal, "!Select [0, [a, b]]");
  Resolved value;
  EMU_TRY(value, resolve(argument.items[1]));
  // The value of a list parameter that came as a text is taken apart.
  if (value && value->is_string()) value = split_list(value->get_ref<const std::string&>());
  if (!value || !value->is_array()) return error(argument.items[1].place, kSelectRefusal);
  if (*index >= value->size()) {
    return error(argument.items[0].place,
                 fmt::format("Template error: Fn::Select  cannot select nonexistent value at index "
                             "{}",
                             *index),
                 fmt::format("the list has {} values, the first at index 0", value->size()));
  }
  return Resolved(std::move((*value)[*index]));
}

Result<Resolved> Resolver::find_in_map(const Node& argument) {
  std::string names[3];
  for (std::size_t i = 0; i < 3; ++i) {
    EMU_TRY(names[i], resolve_text(argument.items[i], kFindRefusal));
  }
  const Node* found = values_.from.root.find("Mappings");
  for (const std::string& name : names) {
    if (found != nullptr) found = found->find(name);
  }
  if (found != nullptr) return Resolved(to_json(*found));
  if (argument.items.size() == 4) {
    if (const Node* other = argument.items[3].find("DefaultValue")) return resolve(*other);
  }
  return error(
      argument.place,
      fmt::format("Template error: Unable to get mapping for {}::{}::{}", names[0], names[1],
                  names[2]),
      fmt::format("add the key {} with {} to the mapping {}", names[1], names[2], names[0]));
}

Result<Resolved> Resolver::base64(const Node& argument) {
  EMU_TRY(const std::string text,
          resolve_text(argument,
                       "Template error: every Fn::Base64 object must have a String-typed value."));
  return Resolved(base64_encode(text));
}

std::optional<nlohmann::json> cut_cidr(std::string_view block, std::string_view count,
                                       std::string_view bits) {
  const std::string_view address_text = take_until(block, '/');
  const auto address = read_ipv4(address_text);
  const auto prefix = whole_number<int>(block);
  const auto wanted = whole_number<int>(count);
  const auto host_bits = whole_number<int>(bits);
  constexpr int kCountMax = 256;
  if (!address || !prefix || !wanted || !host_bits) return std::nullopt;
  if (*prefix < 0 || *prefix > 32 || *wanted < 1 || *wanted > kCountMax || *host_bits < 1 ||
      *host_bits > 32 - *prefix) {
    return std::nullopt;
  }
  const std::uint64_t size = std::uint64_t{1} << *host_bits;
  const std::uint64_t whole = std::uint64_t{1} << (32 - *prefix);
  if (size * static_cast<std::uint64_t>(*wanted) > whole) return std::nullopt;
  const std::uint64_t first = *address & ~(whole - 1);
  nlohmann::json blocks = nlohmann::json::array();
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(*wanted); ++i) {
    blocks.push_back(fmt::format("{}/{}", write_ipv4(first + i * size), 32 - *host_bits));
  }
  return blocks;
}

Result<Resolved> Resolver::cidr(const Node& argument) {
  EMU_TRY(const std::string block, resolve_text(argument.items[0], kCidrRefusal));
  EMU_TRY(const std::string count, resolve_text(argument.items[1], kCidrRefusal));
  std::string bits = "8";
  if (argument.items.size() == 3) {
    EMU_TRY(bits, resolve_text(argument.items[2], kCidrRefusal));
  }
  if (auto blocks = cut_cidr(block, count, bits)) return Resolved(*std::move(blocks));
  return error(argument.place,
               fmt::format("Template error: Fn::Cidr cannot cut {} blocks of {} bits out of {}",
                           count, bits, block),
               "an IPv4 block such as 10.0.0.0/16, at most 256 blocks, and bits that fit into it");
}

Result<Resolved> Resolver::zones(const Node& argument) {
  EMU_TRY(std::string region,
          resolve_text(argument,
                       "Template error: every Fn::GetAZs object must have a String-typed value."));
  if (region.empty()) region = values_.pseudo.region;
  const std::vector<std::string>& known = values_.surroundings.availability_zones;
  if (!known.empty() && region == values_.pseudo.region) return Resolved(known);
  return Resolved(nlohmann::json::array({region + "a", region + "b", region + "c"}));
}

Result<Resolved> Resolver::import_value(const Node& argument) {
  EMU_TRY(const std::string name,
          resolve_text(argument, "Template error: every Fn::ImportValue object must have a "
                                 "String-typed value."));
  if (!values_.surroundings.import_value) {
    return error(argument.place, fmt::format("No export named {} found.", name),
                 "another stack exports it in its outputs");
  }
  EMU_TRY(std::string value, values_.surroundings.import_value(name));
  return Resolved(std::move(value));
}

Result<Resolved> Resolver::length(const Node& argument) {
  EMU_TRY(const nlohmann::json& items,
          list(argument, "Template error: every Fn::Length object must have a list."));
  return Resolved(items.size());
}

Result<Resolved> Resolver::json_text(const Node& argument) {
  EMU_TRY(Resolved && value, resolve(argument));
  return Resolved(value ? value->dump() : std::string("null"));
}

}  // namespace emu::cloudformation
