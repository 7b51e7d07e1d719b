#include "core/gate/outbox.h"

#include <algorithm>
#include <utility>

#include "core/mail/mime.h"
#include "core/mail/mime_words.h"

namespace emu {

namespace {

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += sizeof text + text.size();
  return bytes;
}

// Of all that a client controls.
std::size_t bytes_of(const SentMessage& message) {
  std::size_t bytes = sizeof message + message.raw.size();
  for (const std::string* text :
       {&message.from, &message.to, &message.subject, &message.body, &message.html,
        &message.configuration_set, &message.topic_arn, &message.token}) {
    bytes += text->size();
  }
  for (const auto* texts : {&message.cc, &message.bcc, &message.reply_to, &message.undelivered}) {
    bytes += bytes_of(*texts);
  }
  return bytes;
}

void make_valid(std::string& text) { text = to_valid_utf8(std::move(text)); }

// One message must not make the whole outbox unreadable to those who ask for JSON.
void make_valid(SentMessage& message) {
  for (std::string* text : {&message.from, &message.to, &message.subject, &message.body}) {
    make_valid(*text);
  }
  for (auto* texts : {&message.cc, &message.bcc, &message.undelivered}) {
    for (std::string& text : *texts) make_valid(text);
  }
}

// What its raw form says.
void read_raw(SentMessage& message, bool with_contents) {
  if (message.raw.empty()) return;
  ParsedMail mail = parse_mail(
      message.raw.view(), with_contents ? AttachmentContents::kRead : AttachmentContents::kLeftOut);
  message.subject = mail.header("Subject");
  message.body = std::move(mail.text);
  message.html = std::move(mail.html);
  message.reply_to = mail.addresses("Reply-To");
  for (MailAttachment& attached : mail.attachments) {
    SentAttachment& out = message.attachments.emplace_back();
    out.name = std::move(attached.name);
    out.content_type = std::move(attached.content_type);
    out.content_id = std::move(attached.content_id);
    out.size = static_cast<std::int64_t>(attached.size);
    if (with_contents) out.content = Blob(std::move(attached.content));
  }
  if (!with_contents) message.raw = {};
}

}  // namespace

void Outbox::add(std::string_view account, SentMessage message) {
  message.id = std::to_string(++added_);
  make_valid(message);
  Box& box = boxes_[std::string(account)];
  box.bytes += bytes_of(message);
  box.messages.push_back(std::move(message));
  while (box.messages.size() > kOutboxMessagesMax || box.bytes > kOutboxBytesMax) {
    box.bytes -= bytes_of(box.messages.front());
    box.messages.pop_front();
  }
}

std::deque<SentMessage>::iterator Outbox::find(Box& box, std::string_view id) {
  if (id.empty()) return box.messages.end();  // text messages have an empty message_id
  return std::find_if(box.messages.begin(), box.messages.end(), [&](const SentMessage& message) {
    return message.id == id || message.message_id == id;
  });
}

PeekOutboxResult Outbox::peek(const PeekOutbox& in) {
  PeekOutboxResult out;
  const auto box = boxes_.find(or_own(in.account));
  if (box == boxes_.end()) return out;
  if (in.id.empty()) {
    out.messages.assign(box->second.messages.begin(), box->second.messages.end());
  } else if (const auto found = find(box->second, in.id); found != box->second.messages.end()) {
    out.messages.push_back(*found);
  }
  for (SentMessage& message : out.messages) read_raw(message, !in.id.empty());
  return out;
}

bool Outbox::remove(std::string_view account, std::string_view id) {
  const auto box = boxes_.find(or_own(account));
  if (box == boxes_.end()) return false;
  const auto found = find(box->second, id);
  if (found == box->second.messages.end()) return false;
  box->second.bytes -= bytes_of(*found);
  box->second.messages.erase(found);
  return true;
}

std::size_t Outbox::clear(std::optional<std::string_view> account) {
  std::size_t count = 0;
  if (!account) {
    for (const auto& [of, box] : boxes_) count += box.messages.size();
    boxes_.clear();
    added_ = 0;
  } else if (const auto box = boxes_.find(or_own(*account)); box != boxes_.end()) {
    count = box->second.messages.size();
    boxes_.erase(box);
  }
  return count;
}

}  // namespace emu
