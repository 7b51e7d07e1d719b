// FunctionHost: the service that runs users' functions.
#pragma once

#include <emu/lambda/handler.h>

#include <string>

namespace emu {

class FunctionHost {
 public:
  virtual ~FunctionHost() = default;

  // Code for the functions of that name, in every account and region.
  virtual void bind(std::string function_name, lambda::HandlerFactory factory) = 0;
};

}  // namespace emu
