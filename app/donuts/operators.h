// The people who look after the shop: what reaches them, and when.
#pragma once

#include <emu/cloud.h>

#include <string>

#include "donuts/setup.h"

namespace donuts {

inline constexpr const char* kOperators = "operators@donuts.example";

// A topic that mails the operators, who follow the link of the mail that asks whether they want it.
// Its ARN. Throws emu::AwsError.
std::string create_operators_topic(Setup& setup, emu::Cloud& cloud);

// Tells the topic when something begins to lie in the queue, and when nothing does any more. What
// the queue's reader holds lies there, too. Throws emu::AwsError.
void create_depth_alarm(Setup& setup, const std::string& queue, const std::string& topic_arn);

}  // namespace donuts
