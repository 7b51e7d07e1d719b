// Names of topics and subscriptions, and their ARNs.
//
//   arn:aws:sns:eu-west-1:111122223333:orders
//   arn:aws:sns:eu-west-1:111122223333:orders:c7fe3a54-ab0e-4ec2-88e0-db410a0f2bee
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

namespace emu::sns {

// Views into an ARN of SNS.
struct ResourceAddress {
  std::string_view partition;
  std::string_view region;
  std::string_view account;
  std::string_view resource;  // all that follows
};

// The parts of an ARN, or the error that names the parameter which holds it.
Result<ResourceAddress> address_of(std::string_view arn, std::string_view parameter);

// The account of an ARN; empty when the text is none.
std::string_view account_of(std::string_view arn);

// The topic's part of the ARN of a topic or of a subscription to it.
std::string_view topic_name(std::string_view resource);

std::string topic_arn(std::string_view account, std::string_view region, std::string_view name);

Status check_topic_name(std::string_view name, bool is_fifo);

}  // namespace emu::sns
