#include <emu/describe.h>
#include <emu/outbox.h>

namespace emu {

void SentAttachment::describe(StructureShape<SentAttachment>& s) {
  s.member("Name", &SentAttachment::name);
  s.member("ContentType", &SentAttachment::content_type);
  s.member("ContentId", &SentAttachment::content_id);
  s.member("Size", &SentAttachment::size);
  s.member("Content", &SentAttachment::content);
}

void SentMessage::describe(StructureShape<SentMessage>& s) {
  s.member("Id", &SentMessage::id);
  s.member("Service", &SentMessage::service);
  s.member("Protocol", &SentMessage::protocol);
  s.member("From", &SentMessage::from);
  s.member("To", &SentMessage::to);
  s.member("Cc", &SentMessage::cc);
  s.member("Bcc", &SentMessage::bcc);
  s.member("ReplyTo", &SentMessage::reply_to);
  s.member("Subject", &SentMessage::subject);
  s.member("Body", &SentMessage::body);
  s.member("Html", &SentMessage::html);
  s.member("Attachments", &SentMessage::attachments);
  s.member("Undelivered", &SentMessage::undelivered);
  s.member("ConfigurationSet", &SentMessage::configuration_set);
  s.member("TopicArn", &SentMessage::topic_arn);
  s.member("MessageId", &SentMessage::message_id);
  s.member("Token", &SentMessage::token);
  s.member("Region", &SentMessage::region);
  s.member("Raw", &SentMessage::raw);
  s.member("SentAt", &SentMessage::sent_at);
}

void PeekOutboxResult::describe(StructureShape<PeekOutboxResult>& s) {
  s.member("Messages", &PeekOutboxResult::messages);
}

void PeekOutbox::describe(StructureShape<PeekOutbox>& s) {
  s.member("Account", &PeekOutbox::account);
  s.member("Id", &PeekOutbox::id);
}

EMU_DESCRIBED(SentAttachment);
EMU_DESCRIBED(SentMessage);
EMU_DESCRIBED(PeekOutboxResult);
EMU_DESCRIBED_OPERATION(PeekOutbox);

}  // namespace emu
