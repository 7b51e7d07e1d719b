// A resource's properties, read into the structs of the services' operations.
//
// CloudFormation's properties have the names of the API's members, as a rule, and are looser in
// their types: "30" is a number where one is wanted, and 30 a text. What differs is said in a
// Reading. A property that is not known, or of a wrong type, is refused in CloudFormation's words.
#pragma once

#include <emu/description.h>
#include <emu/result.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu::cloudformation {

using Json = nlohmann::json;

struct Reading {
  // Properties that have another name as members of the API, at any depth.
  std::vector<std::pair<std::string_view, std::string_view>> renamed = {};
  // Properties that may be a JSON document where the API wants its text, at any depth.
  std::vector<std::string_view> documents = {};
  // Properties of the resource itself that are known and read elsewhere.
  std::vector<std::string_view> apart = {};
  // Members that are no properties, such as the id of what is made.
  std::vector<std::string_view> hidden = {};
};

// A list of tags fills a map of them, too.
Status read_properties(const Shape& shape, void* value, const Json& properties,
                       const Reading& reading);

template <class T>
Result<T> read_as(const Json& properties, const Reading& reading = {}) {
  Result<T> out(std::in_place);
  if (Status status = read_properties(shape_of<T>(), &*out, properties, reading); !status) {
    out.fail(std::move(status).failure());
  }
  return out;
}

// Refuses properties that are not among these.
Status check_properties(const Json& properties, std::initializer_list<std::string_view> known);

// Null when it is absent.
const Json* find_property(const Json& properties, std::string_view name);

// Of a scalar, as text: true is "true" and 30 is "30". Nothing of anything else.
std::optional<std::string> as_text(const Json& value);

// The property's text; empty when it is absent. An Error when it is no scalar.
Result<std::string> text_property(const Json& properties, std::string_view name);
// The same, and an Error when it is absent or empty.
Result<std::string> required_text(const Json& properties, std::string_view name);
// A list of texts, or one.
Result<std::vector<std::string>> list_property(const Json& properties, std::string_view name);
// A document as its text, which may be given as a text; an Error when it is absent.
Result<std::string> document_property(const Json& properties, std::string_view name);
// "true" and true.
Result<bool> flag_property(const Json& properties, std::string_view name);

// {"Key": …, "Value": …} of a list, as a map.
Result<std::vector<std::pair<std::string, std::string>>> tags_property(const Json& properties,
                                                                       std::string_view name);

Error property_error(std::string message);

}  // namespace emu::cloudformation
