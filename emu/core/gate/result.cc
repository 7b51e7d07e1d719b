#include <emu/result.h>

namespace emu {

AwsError::AwsError(Error error)
    : std::runtime_error(error.code + ": " + error.message), error_(std::move(error)) {}

Failure::Failure(Error error) : error_(new Error(std::move(error))) {}

Error* Failure::copy(const Error& error) { return new Error(error); }
void Failure::destroy(Error* error) noexcept { delete error; }
void Failure::raise(const Error& error) { throw AwsError(error); }

}  // namespace emu
