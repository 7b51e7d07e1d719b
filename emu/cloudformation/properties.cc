#include "cloudformation/properties.h"

#include <emu/time.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/json/json_view.h"
#include "core/text/base64.h"
#include "core/time/iso_time.h"

namespace emu::cloudformation {

namespace {

constexpr int kPropertyDepthMax = 32;

bool is_among(std::string_view name, const std::vector<std::string_view>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Error wrong_type(std::string_view property, std::string_view type) {
  return property_error(fmt::format("Value of property {} must be of type {}", property, type));
}

Error unsupported_property(std::string_view name) {
  return property_error(fmt::format("Encountered unsupported property {}", name));
}

std::optional<std::int64_t> integer_of(const Json& value) {
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (std::abs(number) < 9e15 && std::floor(number) == number) {
      return static_cast<std::int64_t>(number);
    }
    return std::nullopt;
  }
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> real_of(const Json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<bool> flag_of(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  if (text == "true" || text == "True") return true;
  if (text == "false" || text == "False") return false;
  return std::nullopt;
}

// Fills values along a shape.
class Reader {
 public:
  explicit Reader(const Reading& reading) : reading_(reading) {}

  Status read(const Shape& shape, void* value, const Json& from, std::string_view property,
              int depth) const;
  Status structure(const Shape& shape, void* value, const Json& from, std::string_view property,
                   int depth) const;

 private:
  Status text(const Shape& shape, void* value, const Json& from, std::string_view property) const;
  Status list(const Shape& shape, void* value, const Json& from, std::string_view property,
              int depth) const;
  Status map(const Shape& shape, void* value, const Json& from, std::string_view property,
             int depth) const;
  Status time(const Shape& shape, void* value, const Json& from, std::string_view property) const;
  Status custom(const Shape& shape, void* value, const Json& from, std::string_view property) const;
  const Member* member(const Shape& shape, std::string_view property, bool is_top) const;

  const Reading& reading_;
};

Status Reader::text(const Shape& shape, void* value, const Json& from,
                    std::string_view property) const {
  if (auto scalar = as_text(from)) {
    shape.set_text(value, *std::move(scalar));
    return {};
  }
  if (!is_among(property, reading_.documents)) return wrong_type(property, "String");
  shape.set_text(value, from.dump());
  return {};
}

Status Reader::list(const Shape& shape, void* value, const Json& from, std::string_view property,
                    int depth) const {
  if (!from.is_array()) return wrong_type(property, "List");
  for (const Json& entry : from) {
    EMU_CHECK(read(shape.element(), shape.append(value), entry, property, depth + 1));
  }
  return {};
}

Status Reader::map(const Shape& shape, void* value, const Json& from, std::string_view property,
                   int depth) const {
  if (from.is_array()) {
    EMU_TRY(auto tags, tags_property(Json{{property, from}}, property));
    for (auto& [key, tag] : tags) {
      EMU_CHECK(read(shape.element(), shape.insert(value, key), Json(tag), property, depth + 1));
    }
    return {};
  }
  if (!from.is_object()) return wrong_type(property, "Map");
  for (const auto& [key, entry] : from.items()) {
    EMU_CHECK(read(shape.element(), shape.insert(value, key), entry, property, depth + 1));
  }
  return {};
}

Status Reader::time(const Shape& shape, void* value, const Json& from,
                    std::string_view property) const {
  if (from.is_number()) {
    shape.set_integer(value, static_cast<std::int64_t>(from.get<double>() * 1e6));
    return {};
  }
  const auto instant =
      from.is_string() ? parse_iso8601(from.get_ref<const std::string&>()) : std::optional<Time>();
  if (!instant) return wrong_type(property, "Timestamp");
  shape.set_integer(value, instant->time_since_epoch().count());
  return {};
}

Status Reader::custom(const Shape& shape, void* value, const Json& from,
                      std::string_view property) const {
  std::string why;
  const auto document = JsonDocument::parse(from.dump(), why);
  if (!document || !shape.read_json(value, document->root(), why)) {
    return wrong_type(property, "Object");
  }
  return {};
}

Status Reader::read(const Shape& shape, void* value, const Json& from, std::string_view property,
                    int depth) const {
  if (depth > kPropertyDepthMax) return wrong_type(property, "String");
  switch (shape.kind) {
    case Kind::kString:
      return text(shape, value, from, property);
    case Kind::kBlob: {
      const auto bytes = from.is_string() ? base64_decode(from.get_ref<const std::string&>())
                                          : std::optional<std::string>();
      if (!bytes) return wrong_type(property, "String");
      shape.set_text(value, *bytes);
      return {};
    }
    case Kind::kBoolean: {
      const auto flag = flag_of(from);
      if (!flag) return wrong_type(property, "Boolean");
      shape.set_integer(value, *flag ? 1 : 0);
      return {};
    }
    case Kind::kInteger: {
      const auto number = integer_of(from);
      if (!number || std::abs(*number) > shape.integer_max) return wrong_type(property, "Integer");
      shape.set_integer(value, *number);
      return {};
    }
    case Kind::kDouble: {
      const auto number = real_of(from);
      if (!number) return wrong_type(property, "Number");
      shape.set_real(value, *number);
      return {};
    }
    case Kind::kTimestamp:
      return time(shape, value, from, property);
    case Kind::kList:
      return list(shape, value, from, property, depth);
    case Kind::kMap:
      return map(shape, value, from, property, depth);
    case Kind::kStructure:
      return structure(shape, value, from, property, depth);
    case Kind::kCustom:
      return custom(shape, value, from, property);
  }
  return {};
}

const Member* Reader::member(const Shape& shape, std::string_view property, bool is_top) const {
  std::string_view name = property;
  for (const auto& [from, to] : reading_.renamed) {
    if (from == property) name = to;
    if (to == property && from != to) return nullptr;
  }
  if (is_top && is_among(name, reading_.hidden)) return nullptr;
  const auto found = std::find_if(shape.members.begin(), shape.members.end(),
                                  [&](const Member& m) { return m.name == name; });
  return found == shape.members.end() ? nullptr : &*found;
}

Status Reader::structure(const Shape& shape, void* value, const Json& from,
                         std::string_view property, int depth) const {
  if (!from.is_object()) {
    return property_error(fmt::format("Value of property {} must be an object", property));
  }
  for (const auto& [name, entry] : from.items()) {
    if (entry.is_null() || (depth == 0 && is_among(name, reading_.apart))) continue;
    const Member* to = member(shape, name, depth == 0);
    if (to == nullptr) return unsupported_property(name);
    void* place = to->emplace(value, to->offset);
    EMU_CHECK(read(to->shape(), place, entry, name, depth + 1));
  }
  return {};
}

}  // namespace

Error property_error(std::string message) {
  return {.code = "ValidationError", .message = std::move(message)};
}

Status read_properties(const Shape& shape, void* value, const Json& properties,
                       const Reading& reading) {
  return Reader(reading).structure(shape, value, properties, "Properties", 0);
}

Status check_properties(const Json& properties, std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : properties.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return unsupported_property(name);
    }
  }
  return {};
}

const Json* find_property(const Json& properties, std::string_view name) {
  const auto found = properties.find(name);
  return found == properties.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> as_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean() || value.is_number()) return value.dump();
  return std::nullopt;
}

Result<std::string> text_property(const Json& properties, std::string_view name) {
  const Json* value = find_property(properties, name);
  if (value == nullptr) return std::string();
  auto text = as_text(*value);
  if (!text) return wrong_type(name, "String");
  return *std::move(text);
}

Result<std::string> required_text(const Json& properties, std::string_view name) {
  EMU_TRY(std::string text, text_property(properties, name));
  if (text.empty()) return property_error(fmt::format("Property {} cannot be empty.", name));
  return text;
}

Result<std::vector<std::string>> list_property(const Json& properties, std::string_view name) {
  std::vector<std::string> out;
  const Json* value = find_property(properties, name);
  if (value == nullptr) return out;
  if (const auto one = as_text(*value)) return std::vector<std::string>{*one};
  if (!value->is_array()) return wrong_type(name, "List of String");
  for (const Json& entry : *value) {
    auto text = as_text(entry);
    if (!text) return wrong_type(name, "List of String");
    out.push_back(*std::move(text));
  }
  return out;
}

Result<std::string> document_property(const Json& properties, std::string_view name) {
  const Json* value = find_property(properties, name);
  if (value == nullptr) return property_error(fmt::format("Property {} cannot be empty.", name));
  if (value->is_string()) return value->get<std::string>();
  if (!value->is_object()) {
    return property_error(fmt::format("Value of property {} must be an object", name));
  }
  return value->dump();
}

Result<bool> flag_property(const Json& properties, std::string_view name) {
  const Json* value = find_property(properties, name);
  if (value == nullptr) return false;
  const auto flag = flag_of(*value);
  if (!flag) return wrong_type(name, "Boolean");
  return *flag;
}

Result<std::vector<std::pair<std::string, std::string>>> tags_property(const Json& properties,
                                                                       std::string_view name) {
  std::vector<std::pair<std::string, std::string>> out;
  const Json* tags = find_property(properties, name);
  if (tags == nullptr) return out;
  if (!tags->is_array()) return wrong_type(name, "List");
  for (const Json& tag : *tags) {
    if (!tag.is_object()) {
      return property_error(fmt::format("Value of property {} must be an object", name));
    }
    EMU_CHECK(check_properties(tag, {"Key", "Value"}));
    EMU_TRY(std::string key, text_property(tag, "Key"));
    EMU_TRY(std::string value, text_property(tag, "Value"));
    out.emplace_back(std::move(key), std::move(value));
  }
  return out;
}

}  // namespace emu::cloudformation
