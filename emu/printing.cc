#include <emu/printing.h>

namespace emu {

std::ostream& operator<<(std::ostream& out, const Error& error) { return out << to_string(error); }

std::ostream& operator<<(std::ostream& out, const Event& event) { return out << to_string(event); }

namespace dynamodb {

std::ostream& operator<<(std::ostream& out, const AttributeValue& value) {
  return out << to_json(value);
}

}  // namespace dynamodb

}  // namespace emu
