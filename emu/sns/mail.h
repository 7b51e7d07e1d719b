// What a person or a device is sent.
// Source: Amazon SNS Developer Guide, "Email subscription setup and management in Amazon SNS",
// "Amazon SNS mobile text messaging".
#pragma once

#include <emu/sns/looks.h>

#include "sns/message.h"
#include "sns/target.h"

namespace emu::sns {

// Without the time.
SentMessage mail_of(const PublishedMessage& message, const Target& target);

}  // namespace emu::sns
