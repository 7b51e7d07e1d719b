// Reading JSON: a parsed document and views into it.
//
// Parsing is strict: one value, valid UTF-8, at most kJsonDepthMax levels. The parser library is
// known to json_view.cc alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace emu {

// Deeper than what AWS accepts anywhere, so that services refuse in their own words.
inline constexpr std::size_t kJsonDepthMax = 256;

class JsonDocument;

// A value inside a document. Valid while the document lives.
class JsonView {
 public:
  enum class Type { kNull, kBoolean, kInteger, kReal, kString, kArray, kObject };

  Type type() const;
  bool is_null() const { return type() == Type::kNull; }

  // Each only for its type. An integer beyond 64 signed bits has the type kReal.
  bool boolean() const;
  std::int64_t integer() const;
  double real() const;  // of kInteger too
  std::string_view string() const;
  std::size_t size() const;  // of kArray and kObject

  // The member of an object, or nothing. Linear.
  std::optional<JsonView> find(std::string_view key) const;

  // Visits the elements of an array, as visit(JsonView) -> bool, until false. Whether all were
  // visited.
  template <class Visit>
  bool each_element(Visit&& visit) const {
    return walk_elements(&visit, [](void* v, const JsonView& element) {
      return (*static_cast<std::remove_reference_t<Visit>*>(v))(element);
    });
  }
  // Visits the members of an object in their order, as visit(std::string_view key, JsonView) ->
  // bool, until false.
  template <class Visit>
  bool each_member(Visit&& visit) const {
    return walk_members(&visit, [](void* v, std::string_view key, const JsonView& value) {
      return (*static_cast<std::remove_reference_t<Visit>*>(v))(key, value);
    });
  }

 private:
  friend class JsonDocument;
  friend struct JsonViewAccess;
  JsonView() = default;

  bool walk_elements(void* visitor, bool (*visit)(void*, const JsonView&)) const;
  bool walk_members(void* visitor, bool (*visit)(void*, std::string_view, const JsonView&)) const;

  alignas(8) std::byte element_[16];  // the parser library's own reference
};

// Parsed text. It keeps no reference to the text.
class JsonDocument {
 public:
  // Nothing when the text is not JSON; `why` then says what is wrong.
  static std::optional<JsonDocument> parse(std::string_view text, std::string& why);
  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();

  JsonView root() const;

 private:
  struct Parser;
  explicit JsonDocument(std::unique_ptr<Parser> parser);
  static std::unique_ptr<Parser> take_parser();

  std::unique_ptr<Parser> parser_;
};

}  // namespace emu
