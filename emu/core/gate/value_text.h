// Values as AWS's framework prints them in the texts of its errors.
#pragma once

#include <emu/description.h>

#include <string>
#include <string_view>

namespace emu {

// As Java does: "pk", "[a, b]", "{a=1, b=2}", "KeySchemaElement(attributeName=pk, keyType=null)".
std::string value_text(const Shape& shape, const void* value);

// "keyType": the framework writes members with a small first letter.
void append_lower_first(std::string_view name, std::string& out);

}  // namespace emu
