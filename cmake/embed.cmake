# Writes OUTPUT/SYMBOL.{h,cc}, which hold the bytes of FILE. Run by emu_embed().

file(READ "${FILE}" bytes HEX)
file(SIZE "${FILE}" size)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")

file(WRITE "${OUTPUT}/${SYMBOL}.h" "#pragma once

#include <string_view>

namespace emu::embedded {
std::string_view ${SYMBOL}();
}  // namespace emu::embedded
")
# The closing zero keeps the array legal when the file is empty. The array is the function's own,
# since several files may be compiled in one unit.
file(WRITE "${OUTPUT}/${SYMBOL}.cc" "#include \"embedded/${SYMBOL}.h\"

namespace emu::embedded {
std::string_view ${SYMBOL}() {
  static constexpr char kBytes[] = {${bytes}'\\0'};
  return {kBytes, ${size}};
}
}  // namespace emu::embedded
")
