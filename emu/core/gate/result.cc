#include <emu/result.h>

namespace emu {

std::string to_string(const Error& error) {
  std::string text = error.code + ": " + error.message;
  if (error.operation.empty()) return text;
  text += " (" + error.operation;
  if (error.called_at.line != 0) {
    text += std::string(" at ") + error.called_at.file + ":" + std::to_string(error.called_at.line);
  }
  return text + ")";
}

AwsError::AwsError(Error error) : std::runtime_error(to_string(error)), error_(std::move(error)) {}

Failure::Failure(Error error) : error_(new Error(std::move(error))) {}

Error* Failure::copy(const Error& error) { return new Error(error); }
void Failure::destroy(Error* error) noexcept { delete error; }
void Failure::raise(const Error& error) { throw AwsError(error); }

}  // namespace emu
