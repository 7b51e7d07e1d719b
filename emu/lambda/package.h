// Deployment packages: the code that CreateFunction and UpdateFunctionCode are given.
//
// For a name to which C++ code is bound any package will do, since that code runs. For others it
// has to be what AWS would take.
#pragma once

#include <emu/lambda/function.h>
#include <emu/result.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "core/gate/call.h"

namespace emu::lambda {

// The code is given in one way, and not too large.
Status check_code(const FunctionCode& code, std::string_view operation);

struct Package {
  std::int64_t bytes = 0;
  std::int64_t unzipped_bytes = 0;  // as its directory says, when it has been read
  std::string sha256 = {};          // in base64
  Blob content = {};                // when it has been read
};

// Of code that is not looked at: what lies in S3 or an image is known by its URI, whose hash this
// gives.
Package describe_package(const FunctionCode& code);

// Reads the code, in S3 as the caller, and refuses what is no zip file. It calls S3, so others may
// come in between. An image is not read.
Result<Package> read_package(Call& call, const FunctionCode& code);

}  // namespace emu::lambda
