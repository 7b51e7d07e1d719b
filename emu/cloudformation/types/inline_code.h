// Source text in a template, Code.ZipFile, as the package that CloudFormation makes of it.
#pragma once

#include <emu/blob.h>

#include <string_view>

#include "core/text/stored_zip.h"

namespace emu::cloudformation {

// It is the file "index", and Python or JavaScript as the runtime says. Source: AWS CloudFormation
// User Guide, "AWS::Lambda::Function Code".
inline Blob zip_of_source(std::string_view source, std::string_view runtime) {
  StoredZip zip;
  zip.add(runtime.starts_with("python") ? "index.py" : "index.js", source);
  return Blob(zip.finish());
}

}  // namespace emu::cloudformation
