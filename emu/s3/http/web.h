// What visitors on the internet get of S3: objects of public buckets and websites, as a browser
// reads them, without credentials. hosts.h has the host names.
//
//   GET http://photos.s3.eu-west-1.amazonaws.com/a.jpg
//   GET http://page.s3-website.eu-west-1.amazonaws.com/
#pragma once

#include <emu/http.h>

#include "core/gate/world.h"
#include "s3/state.h"

namespace emu::s3 {

// What a bucket's rules answer to a browser that asks before a request. Called inside the world.
HttpResponse answer_preflight(World& world, const StoredBucket& bucket, const HttpRequest& request);

}  // namespace emu::s3
