// Looking into what SNS has sent to people: the outbox is one for all services, <emu/outbox.h>.
#pragma once

#include <emu/outbox.h>

namespace emu::sns {

using emu::PeekOutbox;
using emu::PeekOutboxResult;
using emu::SentMessage;

}  // namespace emu::sns
