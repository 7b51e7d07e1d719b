// How values and items lie in a block of bytes.
//
// An attribute is its name and its value. A text is its length and its bytes; a value its type and,
// for what is no scalar, the length of its parts and the parts. Lengths take seven bits to a
// byte, the last of which has its highest bit clear.
#pragma once

#include <emu/dynamodb/value.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace emu::dynamodb {

inline constexpr std::size_t kPartsLengthBytes = sizeof(std::uint32_t);

// A value that is packed in a block, which it refers to.
class StoredValue {
 public:
  StoredValue(AttributeValue::Type type, std::string_view content)
      : type_(type), content_(content) {}

  AttributeValue::Type type() const { return type_; }
  // The text of a string, the canonical digits of a number, the bytes of a binary.
  std::string_view scalar() const { return content_; }
  AttributeValue unpack() const;
  // Bytes as DynamoDB counts them.
  std::size_t size() const;

 private:
  AttributeValue::Type type_;
  std::string_view content_;
};

// Becomes the value where that is to be, so that it is not moved there.
struct Unpacked {
  StoredValue stored;
  operator AttributeValue() const { return stored.unpack(); }  // NOLINT
};

// Walks over what is packed: attributes, or the parts of a value.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool at_end() const { return at_ == end_; }
  const char* at() const { return at_; }

  std::string_view text() { return take(length()); }

  StoredValue value() {
    using enum AttributeValue::Type;
    const auto type = static_cast<AttributeValue::Type>(*at_++);
    switch (type) {
      case kS:
      case kN:
      case kB:
        return {type, text()};
      case kBool:
        return {type, take(1)};
      case kNull:
        return {type, {}};
      default: {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, take(kPartsLengthBytes).data(), kPartsLengthBytes);
        return {type, take(bytes)};
      }
    }
  }

 private:
  std::size_t length() {
    std::size_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      length |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return length;
    }
  }

  std::string_view take(std::size_t bytes) {
    const std::string_view taken(at_, bytes);
    at_ += bytes;
    return taken;
  }

  const char* at_;
  const char* end_;
};

// The attributes of an item or a map.
Item unpack_attributes(std::string_view bytes);

}  // namespace emu::dynamodb
