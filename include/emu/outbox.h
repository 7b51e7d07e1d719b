// The outbox: what AWS has sent to people and devices. Mail of SES and SNS, text messages, and what
// apps on phones get. For tests and tools, not for applications.
//
//   CHECK(cloud.look(PeekOutbox{}).messages.at(0).to == "ops@example.com");
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <string>
#include <vector>

namespace emu {

struct SentAttachment {
  std::string name = {};
  std::string content_type = {};  // "application/pdf"
  std::string content_id = {};    // of what HTML shows
  std::int64_t size = 0;          // in bytes
  Blob content = {};              // only where one message is asked for
  static void describe(StructureShape<SentAttachment>& s);
};

// What went to a person or a device.
struct SentMessage {
  std::string id = {};        // in the outbox: "1", "2", …
  std::string service = {};   // that sent it, as "ses"
  std::string protocol = {};  // "email", "email-json", "sms", "application"
  std::string from = {};      // of mail
  std::string to = {};        // addresses with ", " between them, phone number, ARN of an endpoint
  std::vector<std::string> cc = {};
  std::vector<std::string> bcc = {};
  std::vector<std::string> reply_to = {};
  std::string subject = {};  // of mail
  std::string body = {};     // plain text
  std::string html = {};
  std::vector<SentAttachment> attachments = {};
  // Recipients that it did not reach: bounced or suppressed.
  std::vector<std::string> undelivered = {};
  std::string configuration_set = {};
  std::string topic_arn = {};  // empty when it was not published to a topic
  std::string message_id = {};
  std::string token = {};  // of mail that asks for a confirmation
  std::string region = {};
  Blob raw = {};  // of SES, as it was sent; only where one message is asked for
  Time sent_at = {};
  static void describe(StructureShape<SentMessage>& s);
};

struct PeekOutboxResult {
  std::vector<SentMessage> messages = {};  // the oldest first
  static void describe(StructureShape<PeekOutboxResult>& s);
};

// The newest messages of an account, in all regions: up to 1,000 with up to 64 MiB in all.
struct PeekOutbox {
  static constexpr OperationName kOperation{"outbox", "PeekOutbox"};
  using Result = PeekOutboxResult;
  std::string account = {};  // empty: the cloud's own
  // Of one message alone, or its message_id: it then comes with all that it is made of.
  std::string id = {};
  static void describe(StructureShape<PeekOutbox>& s);
};

}  // namespace emu
