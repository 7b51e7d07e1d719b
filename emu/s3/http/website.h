// Websites: what a bucket that is configured as one answers to a browser.
// Sources: Amazon S3 User Guide, "Configuring an index document", "Configuring a custom error
// document", "(Optional) Configuring a webpage redirect".
#pragma once

#include <emu/http.h>
#include <emu/result.h>
#include <emu/s3/reading.h>
#include <emu/s3/websites.h>

#include <functional>
#include <string>

#include "core/gate/request_parts.h"
#include "s3/http/reading.h"

namespace emu::s3 {

Status check_website(const WebsiteConfiguration& website);

// Reads an object as the visitor may: as the request asks, with its conditions and range, or
// plainly.
enum class Fetching { kAsAsked, kPlain };
using Fetch = std::function<Result<GetObjectResult>(const std::string& key, Fetching how)>;

HttpResponse serve_website(const WebsiteConfiguration& website, const RequestParts& parts,
                           const Fetch& fetch, const AnswerIds& ids);

// The page that S3 shows when there is no error document.
HttpResponse error_page(const Error& error, const AnswerIds& ids);

}  // namespace emu::s3
