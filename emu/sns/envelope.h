// What subscribers get: a message in the JSON that SNS puts around it, and a function's event.
// Sources: Amazon SNS Developer Guide, "HTTP/HTTPS notification JSON format", "HTTP/HTTPS
// subscription confirmation JSON format", "Verifying the signatures of Amazon SNS messages"; Lambda
// Developer Guide, "Invoking Lambda functions with Amazon SNS notifications".
#pragma once

#include <string>
#include <string_view>

#include "sns/message.h"
#include "sns/signer.h"
#include "sns/target.h"

namespace emu::sns {

// Writes one message. Its subscribers share its signature, which the message keeps.
class Envelope {
 public:
  // Both must outlive it.
  Envelope(const PublishedMessage& message, Signer& signer) : message_(message), signer_(signer) {}

  // For queues, HTTP endpoints and mail as JSON.
  std::string document(const Target& target);
  // {"Records": […]}
  std::string lambda_event(const Target& target);

 private:
  const std::string& signature(const std::string& text);
  std::string certificate_url() const;
  std::string unsubscribe_url(const Target& target) const;

  const PublishedMessage& message_;
  Signer& signer_;
};

// The link that confirms a subscription.
std::string confirmation_url(const PublishedMessage& message);

}  // namespace emu::sns
