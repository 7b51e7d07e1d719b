// The internet as code of this cloud finds it: the APIs and websites of the cloud, by the names
// that they have in AWS, and what the HttpSender reaches, if somebody has brought one. Every other
// host is unknown.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <optional>
#include <string_view>

#include "core/gate/world.h"

namespace emu {

// A GET of "https://user:word@host:port/path?query"; what stands before the host becomes its header
// Authorization. Nothing if it is no URL of HTTP.
std::optional<HttpRequest> request_to(std::string_view url);

// The answer of an API or a website of this cloud; nothing when the host is none of theirs. It may
// wait, and is called inside the world.
std::optional<HttpResponse> answer_here(World& world, const HttpRequest& request);

// Waits for the answer, inside the world, which is free for others meanwhile. The error is one of
// http_errors.
Result<HttpResponse> send_to_internet(World& world, const HttpRequest& request);

}  // namespace emu
