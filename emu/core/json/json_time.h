// How instants are written in JSON.
#pragma once

namespace emu {

// Most services count seconds, API Gateway writes dates.
enum class JsonTime { kEpochSeconds, kIso8601 };

}  // namespace emu
