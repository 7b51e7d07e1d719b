// Uploads that nobody signed. Whether they are let in shows in the head of the request, so that a
// body that is not wanted need not be sent: who waits for "100 Continue" hears the refusal instead.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <optional>

#include "core/gate/http_front.h"
#include "core/gate/request_parts.h"
#include "core/gate/world.h"
#include "s3/state.h"

namespace emu::s3 {

// Whether somebody has signed a request, rightly or not.
bool is_signed(const RequestParts& parts);

// Why an upload that nobody signed is refused; nothing for other operations, and where its body
// must be seen. Called inside the world.
std::optional<Error> refusal_of_visitor(World& world, const RequestParts& parts, HttpRoute route,
                                        const StoredBucket& bucket);

}  // namespace emu::s3
