// The messages of one batch, each of which may fail on its own.
#pragma once

#include <emu/lambda/events.h>
#include <emu/lambda/handler.h>

#include <functional>
#include <string>
#include <string_view>

namespace donuts {

// Works on each message, and answers which have failed: those for which `work` threw a
// std::exception, which is logged. They come back, or go to the dead-letter queue.
std::string each_message(emu::lambda::Context& context, std::string_view event,
                         const std::function<void(const emu::lambda::SqsRecord&)>& work);

}  // namespace donuts
