// Amazon Simple Email Service, its second API: what the first one does, and more, as REST-JSON.
//
//   aws.send(sesv2::CreateEmailIdentity{.email_identity = "example.com"}).value();
//   aws.send(sesv2::SendEmail{.from_email_address = "ops@example.com",
//                             .destination = sesv2::Destination{.to_addresses = {"a@b.org"}},
//                             .content = {.simple = …}}).value();
//   cloud.look(PeekOutbox{}).messages.at(0).to == "a@b.org"            // <emu/outbox.h>
//
// Both APIs work on the same identities, templates and configuration sets. Refusals have status
// 400, but NotFoundException 404 and TooManyRequestsException 429: BadRequestException,
// AlreadyExistsException, LimitExceededException, MessageRejected, SendingPausedException.
// Source: Amazon SES API v2 Reference.
#pragma once

#include <emu/sesv2/account.h>
#include <emu/sesv2/configuration_sets.h>
#include <emu/sesv2/contacts.h>
#include <emu/sesv2/errors.h>
#include <emu/sesv2/event_destinations.h>
#include <emu/sesv2/identities.h>
#include <emu/sesv2/sending.h>
#include <emu/sesv2/suppression.h>
#include <emu/sesv2/tags.h>
#include <emu/sesv2/templates.h>
#include <emu/sesv2/values.h>
