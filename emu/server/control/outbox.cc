// Mail, text messages and what devices get: /_emu/outbox, and /_aws/ses for programs that were
// written for LocalStack (docs/from-localstack.md).
#include "core/gate/outbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/gate/world.h"
#include "core/json/json_writer.h"
#include "core/mail/mail_address.h"
#include "core/mail/mime_words.h"
#include "core/text/ascii.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

std::string account_of(const ControlRequest& request) {
  const std::string* account = find_parameter(request, "account");
  return account == nullptr ? std::string() : *account;
}

void write_list(JsonWriter& writer, std::string_view name, const std::vector<std::string>& texts) {
  writer.key(name);
  writer.begin_array();
  for (const std::string& text : texts) writer.string(text);
  writer.end_array();
}

void write(JsonWriter& writer, const SentAttachment& attachment) {
  writer.begin_object();
  writer.member("name", attachment.name);
  writer.member("content_type", attachment.content_type);
  writer.member("content_id", attachment.content_id);
  writer.member("size", attachment.size);
  writer.end_object();
}

void write(JsonWriter& writer, const SentMessage& message) {
  writer.begin_object();
  writer.member("id", message.id);
  writer.member("service", message.service);
  writer.member("protocol", message.protocol);
  writer.member("to", message.to);
  writer.member("subject", message.subject);
  writer.member("body", message.body);
  writer.member("html", message.html);
  writer.member("from", message.from);
  write_list(writer, "cc", message.cc);
  write_list(writer, "bcc", message.bcc);
  write_list(writer, "reply_to", message.reply_to);
  writer.key("attachments");
  writer.begin_array();
  for (const SentAttachment& attachment : message.attachments) write(writer, attachment);
  writer.end_array();
  write_list(writer, "undelivered", message.undelivered);
  writer.member("configuration_set", message.configuration_set);
  writer.member("topic_arn", message.topic_arn);
  writer.member("message_id", message.message_id);
  writer.member("token", message.token);
  writer.member("region", message.region);
  writer.member("sent_at", iso8601(message.sent_at));
  writer.end_object();
}

template <class Write>
ControlAnswer answer_messages(const std::vector<SentMessage>& messages, const Write& write_one) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("messages");
  writer.begin_array();
  for (const SentMessage& message : messages) write_one(writer, message);
  writer.end_array();
  writer.end_object();
  return json_answer(std::move(json));
}

Result<SentMessage> find_message(const ControlRequest& request, std::string_view id) {
  PeekOutboxResult seen;
  if (!id.empty()) {  // a look without an id is one at all messages
    seen = request.cloud.look(PeekOutbox{.account = account_of(request), .id = std::string(id)});
  }
  if (seen.messages.empty()) return not_found(fmt::format("there is no message '{}'", id));
  return std::move(seen.messages.front());
}

// What a browser would run does not come from this host's own pages.
ControlAnswer as_file(std::string_view content_type, Blob body) {
  return HttpResponse{.headers = {{"Content-Type", std::string(content_type)},
                                  {"Content-Disposition", "attachment"},
                                  {"X-Content-Type-Options", "nosniff"},
                                  {"Cache-Control", "no-store"}},
                      .body = std::move(body)};
}

bool is_media_type(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || std::string_view("/+-._").find(c) != std::string_view::npos;
  });
}

// The n-th attachment, counted from 1.
ControlAnswer attachment_of(const SentMessage& message, std::string_view number) {
  for (std::size_t i = 0; i < message.attachments.size(); ++i) {
    if (std::to_string(i + 1) != number) continue;
    const SentAttachment& found = message.attachments[i];
    return as_file(is_media_type(found.content_type) ? std::string_view(found.content_type)
                                                     : "application/octet-stream",
                   found.content);
  }
  return not_found(fmt::format("message {} has no attachment '{}'", message.id, number));
}

std::size_t remove_messages(const ControlRequest& request, const std::string* id) {
  World& world = request.cloud.world();
  const WorldEntry inside(world.scheduler());
  auto& outbox = world.interfaces().one<Outbox>();
  const std::string account = account_of(request);
  if (id != nullptr) return outbox.remove(account, *id) ? 1 : 0;
  return outbox.clear(account);
}

void write_part(JsonWriter& writer, std::string_view name, const std::string& text) {
  writer.key(name);
  if (text.empty()) {
    writer.null();
  } else {
    writer.string(text);
  }
}

void write_as_localstack(JsonWriter& writer, const SentMessage& message) {
  writer.begin_object();
  writer.member("Id", message.message_id);
  writer.member("Region", message.region);
  writer.member("Timestamp", iso8601(message.sent_at).substr(0, sizeof "2026-01-01T00:00:00" - 1));
  writer.member("Source", message.from);
  writer.key("Destination");
  writer.begin_object();
  write_list(writer, "ToAddresses", split_mail_addresses(message.to));
  write_list(writer, "CcAddresses", message.cc);
  write_list(writer, "BccAddresses", message.bcc);
  writer.end_object();
  writer.member("Subject", message.subject);
  writer.key("Body");
  writer.begin_object();
  write_part(writer, "text_part", message.body);
  write_part(writer, "html_part", message.html);
  writer.end_object();
  writer.member("RawData", to_valid_utf8(std::string(message.raw.view())));
  writer.end_object();
}

// The last part of the path, as of /_aws/ses.
std::string_view named_service(const ControlRequest& request) {
  std::string_view path = request.http.target;
  path = path.substr(0, path.find('?'));
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

ControlAnswer get_outbox(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"account"}));
  const auto seen = request.cloud.look(PeekOutbox{.account = account_of(request)});
  return answer_messages(seen.messages, [](JsonWriter& writer, const SentMessage& message) {
    write(writer, message);
  });
}

// <id>, <id>/raw and <id>/attachments/<n>
ControlAnswer get_outbox_message(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"account"}));
  std::string_view rest = request.rest;
  const std::string_view id = take_until(rest, '/');
  const std::string_view part = take_until(rest, '/');
  EMU_TRY(const SentMessage message, find_message(request, id));
  if (part == "attachments") return attachment_of(message, rest);
  if (part == "raw") return as_file("message/rfc822", message.raw);
  if (!part.empty()) return not_found(fmt::format("a message has no '{}'", part));
  std::string json;
  JsonWriter writer(json);
  write(writer, message);
  return json_answer(std::move(json));
}

ControlAnswer delete_outbox(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"account"}));
  return json_answer(fmt::format("{{\"deleted\":{}}}", remove_messages(request, nullptr)));
}

ControlAnswer delete_outbox_message(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"account"}));
  const std::string id(request.rest);
  if (remove_messages(request, &id) == 0) {
    return not_found(fmt::format("there is no message '{}'", id));
  }
  return json_answer("{\"deleted\":1}");
}

// Mail of that service alone; `email` is its sender.
ControlAnswer get_ses_messages(const ControlRequest& request) {
  const std::string* id = find_parameter(request, "id");
  const std::string* sender = find_parameter(request, "email");
  const std::string account = account_of(request);
  const std::string_view service = named_service(request);
  auto seen = request.cloud.look(PeekOutbox{.account = account});
  std::erase_if(seen.messages, [&](const SentMessage& message) {
    return message.service != service || (id != nullptr && message.message_id != *id) ||
           (sender != nullptr && bare_mail_address(message.from) != bare_mail_address(*sender));
  });
  for (SentMessage& message : seen.messages) {
    auto whole = request.cloud.look(PeekOutbox{.account = account, .id = message.id});
    if (!whole.messages.empty()) message.raw = whole.messages.front().raw;
  }
  return answer_messages(seen.messages, &write_as_localstack);
}

ControlAnswer delete_ses_messages(const ControlRequest& request) {
  remove_messages(request, find_parameter(request, "id"));
  return HttpResponse{.status = 204};
}

}  // namespace emu::server
