// Descriptions as data: what a struct says of itself with <emu/describe.h>, and what codecs,
// validation and printing read.
#pragma once

#include <emu/given_empty.h>
#include <emu/shape.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

class JsonView;
class JsonWriter;

enum class Kind : std::uint8_t {
  kString,
  kBoolean,
  kInteger,
  kDouble,
  kTimestamp,
  kBlob,
  kList,
  kMap,
  kStructure,
  kCustom,  // brings its own JSON form
};

// Where a member of a REST operation travels.
enum class Location : std::uint8_t {
  kBody,
  kHeader,        // one header; wire_name is its name
  kHeaderPrefix,  // a map; wire_name is the prefix of the headers
  kPath,          // a {label} of the URI
  kQuery,         // a parameter of the query
  kStatus,        // the response's status code
  kPayload,       // the member is the whole body
};

// What a value must keep to. Lengths count characters of strings, entries of lists and maps, bytes
// of blobs; for numbers the bounds hold for the value.
struct Constraints {
  std::int64_t min = std::numeric_limits<std::int64_t>::min();
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
  std::vector<std::string_view> values = {};  // of an enumeration
  bool (*matches)(std::string_view) = nullptr;
  // The regular expression that `matches` stands for, for the error's text.
  std::string_view pattern = {};
  bool not_null = false;  // of entries: the error's text says so, since JSON may hold null there
};

struct Member {
  std::string_view name;               // as in the API reference: "QueueUrl"
  std::string_view wire_name;          // where the protocol uses another one; else equal to name
  std::string_view element_name = {};  // of a list's entries in XML; else its shape's
  std::string_view query_name = {};    // in the Query protocol, where it has another one there
  std::string_view map_key = "key";    // of a map's entries in XML and Query
  std::string_view map_value = "value";
  const Shape& (*shape)() = nullptr;
  // The value in the structure, or null when it is absent.
  const void* (*get)(const void* structure, std::size_t offset) = nullptr;
  // Makes it present and gives its address.
  void* (*emplace)(void* structure, std::size_t offset) = nullptr;
  std::size_t offset = 0;
  Location location = Location::kBody;
  bool is_required = false;
  bool is_flattened = false;  // list or map without a wrapping element in XML and Query
  bool is_xml_attribute = false;
  bool always_written = false;  // also when empty
  bool is_document_text = false;
  bool may_be_broken = false;     // has a rule of its own, or may hold what has one
  bool holds_structures = false;  // is a structure, or may hold one
  Constraints constraints = {};
  // Of each entry of a list, each value of a map.
  std::optional<Constraints> element_constraints = {};
};

struct Shape {
  // What a structure has for the member, also for one that was given empty; null when it is absent.
  const void* present(const void* structure, std::size_t member) const;

  Kind kind = Kind::kStructure;
  std::string_view element_name = "member";  // of a list in XML

  // kStructure
  std::string_view name = {};  // of the type: "KeySchemaElement"
  std::vector<Member> members = {};
  // The structure's record of members that were given empty; null when it keeps none.
  GivenEmpty* (*given_empty)(void*) = nullptr;
  // Of the XML document that holds the members of a result, where it is not the operation's name.
  std::string_view document_name = {};
  // Declared where its XML element begins: "xmlns:xsi" and the URI. Elements of other shapes have
  // no attributes.
  std::string_view xml_namespace_name = {};
  std::string_view xml_namespace_uri = {};

  // kString, kBlob
  std::string_view (*text)(const void*) = nullptr;
  void (*set_text)(void*, std::string) = nullptr;
  // kBoolean, kInteger; kTimestamp in microseconds since the epoch
  std::int64_t (*integer)(const void*) = nullptr;
  void (*set_integer)(void*, std::int64_t) = nullptr;
  std::int64_t integer_max = 0;  // what fits the member's type, for decoding
  // kDouble
  double (*real)(const void*) = nullptr;
  void (*set_real)(void*, double) = nullptr;

  // kList, kMap: of what
  const Shape& (*element)() = nullptr;
  std::size_t (*size)(const void*) = nullptr;
  // kList
  const void* (*at)(const void*, std::size_t) = nullptr;
  void* (*append)(void*) = nullptr;
  // kMap, in the order of the keys
  void (*each)(const void*, void* visitor,
               void (*visit)(void* visitor, std::string_view key, const void* value)) = nullptr;
  void* (*insert)(void*, std::string key) = nullptr;

  // kCustom
  void (*write_json)(const void*, JsonWriter&) = nullptr;
  // False when the JSON does not fit; `why` then says so in AWS's words.
  bool (*read_json)(void*, const JsonView&, std::string& why) = nullptr;
};

}  // namespace emu
