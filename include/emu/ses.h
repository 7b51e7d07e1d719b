// Amazon Simple Email Service, its first API: identities, mail, templates.
//
//   aws.send(ses::VerifyEmailIdentity{.email_address = "ops@example.com"}).value();
//   aws.send(ses::SendEmail{.source = "ops@example.com",
//                           .destination = {.to_addresses = {"driver@example.com"}},
//                           .message = {.subject = {.data = "Seat 12A"}, .body = …}}).value();
//   cloud.look(PeekOutbox{}).messages.at(0).subject == "Seat 12A"      // <emu/outbox.h>
//
// Nothing leaves the machine: mail lies in the outbox. All refusals have status 400:
// InvalidParameterValue, MessageRejected for senders that are not verified, LimitExceeded,
// Throttling for a quota that is used up, and those that an operation names.
// Source: Amazon SES API Reference.
#pragma once

#include <emu/ses/account.h>
#include <emu/ses/configuration_sets.h>
#include <emu/ses/errors.h>
#include <emu/ses/identities.h>
#include <emu/ses/notifications.h>
#include <emu/ses/sending.h>
#include <emu/ses/templates.h>
