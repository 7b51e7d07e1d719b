#include <emu/description.h>
#include <emu/printing.h>

namespace emu {

std::ostream& operator<<(std::ostream& out, const Error& error) { return out << to_string(error); }

std::ostream& operator<<(std::ostream& out, const Event& event) { return out << to_string(event); }

namespace dynamodb {

std::ostream& operator<<(std::ostream& out, const AttributeValue& value) {
  return out << to_json(value);
}

std::ostream& operator<<(std::ostream& out, const Item& item) { return out << to_json(item); }

std::ostream& operator<<(std::ostream& out, const std::vector<Item>& items) {
  return out << to_json(items);
}

}  // namespace dynamodb

}  // namespace emu
