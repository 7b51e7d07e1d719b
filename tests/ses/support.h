// What the tests of SES start from.
#pragma once

#include <emu/outbox.h>
#include <emu/ses.h>
#include <emu/sesv2.h>

#include <chrono>
#include <string>
#include <vector>

#include "support/fixture.h"

namespace emu::ses {

using namespace std::chrono_literals;

inline constexpr const char* kSender = "ops@example.com";
inline constexpr const char* kReader = "ann@example.org";

// An account whose one identity is kSender.
struct SenderFixture : test::Fixture {
  SenderFixture() { aws.send(VerifyEmailIdentity{.email_address = kSender}).value(); }

  // Mail of kSender to kReader.
  static SendEmail mail(const std::string& subject = "Seat 12A") {
    return {.source = kSender,
            .destination = {.to_addresses = {kReader}},
            .message = {.subject = {.data = subject}, .body = {.text = Content{.data = "hello"}}}};
  }

  std::vector<SentMessage> outbox() { return cloud.look(PeekOutbox{}).messages; }

  // The newest one, with all that it is made of.
  SentMessage newest() { return cloud.look(PeekOutbox{.id = outbox().back().id}).messages.at(0); }
};

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace emu::ses
