#include "dynamodb/packed.h"

#include <string>

#include "core/base/assert.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

template <class Set, class Element>
AttributeValue unpack_set(std::string_view parts) {
  Set set;
  for (PackedReader reader(parts); !reader.at_end();)
    set.values.emplace_back(Element(reader.text()));
  return set;
}

}  // namespace

Item unpack_attributes(std::string_view bytes) {
  Item item;
  for (PackedReader reader(bytes); !reader.at_end();) {
    const std::string_view name = reader.text();
    item.emplace_hint(item.end(), name, Unpacked{reader.value()});
  }
  return item;
}

AttributeValue StoredValue::unpack() const {
  switch (type_) {
    case Type::kS:
      return S(std::string(content_));
    case Type::kN:
      return N(std::string(content_));
    case Type::kB:
      return B(Blob(content_));
    case Type::kBool:
      return Bool(content_.front() != 0);
    case Type::kNull:
      return Null();
    case Type::kSs:
      return unpack_set<SS, std::string>(content_);
    case Type::kNs:
      return unpack_set<NS, std::string>(content_);
    case Type::kBs:
      return unpack_set<BS, Blob>(content_);
    case Type::kM:
      return M(unpack_attributes(content_));
    case Type::kL: {
      L list;
      for (PackedReader reader(content_); !reader.at_end();) {
        list.values.push_back(reader.value().unpack());
      }
      return list;
    }
    case Type::kNone:
    case Type::kSeveral:
      break;
  }
  EMU_ASSERT(false, "values without a type are never stored");
  return {};
}

std::size_t StoredValue::size() const {
  switch (type_) {
    case Type::kS:
    case Type::kB:
      return content_.size();
    case Type::kN:
      return number_size(content_);
    default:
      return value_size(unpack());
  }
}

}  // namespace emu::dynamodb
