// STS: who is calling, and temporary credentials.
//
//   auto session = aws.send(sts::AssumeRole{.role_arn = role, .role_session_name = "me"}).value();
//   emu::Aws as_role = cloud.aws({.access_key_id = session.credentials.access_key_id});
//
// Credentials expire in the time of the Cloud. Any operation may also answer ValidationError (400)
// when a member breaks its constraints, and AccessDenied (403).
// Source: AWS Security Token Service API Reference.
#pragma once

#include <emu/sts/callers.h>
#include <emu/sts/errors.h>
#include <emu/sts/sessions.h>
