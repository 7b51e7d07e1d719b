// S3: objects in buckets.
//
//   aws.send(s3::CreateBucket{.bucket = "site"}).value();
//   aws.send(s3::PutObject{.bucket = "site", .key = "stats.json", .body = R"({"requests":0})",
//                          .content_type = "application/json"}).value();
//   auto stats = aws.send(s3::GetObject{.bucket = "site", .key = "stats.json"}).value();
//   stats.body.view();
//
// Names of buckets are unique over all accounts. Reads after writes are consistent: what a call has
// stored, the next one sees. Keys are UTF-8 of up to 1,024 bytes.
//
// A bucket is open to its own account only, until its policy lets others in, or where lists are
// enabled (PutBucketOwnershipControls) an access control list does. What is to be public needs the
// block of public access taken away first; it is then also on
// "<bucket>.s3.<region>.amazonaws.com", and on "<bucket>.s3-website-<region>.amazonaws.com" once
// the bucket is configured as a website, for Cloud::http. CloudOptions::s3 gives new buckets the
// settings of before April 2023, when lists were enabled and nothing was blocked.
//
// Any operation on a bucket may also answer NoSuchBucket (404) and AccessDenied (403), the latter
// also when the owner is not the one expected. Statuses are 400 where none is named.
//
// Times of objects are kept to the microsecond; HTTP carries whole seconds.
#pragma once

#include <emu/s3/acl.h>
#include <emu/s3/analytics.h>
#include <emu/s3/attributes.h>
#include <emu/s3/buckets.h>
#include <emu/s3/configurations.h>
#include <emu/s3/cors.h>
#include <emu/s3/encryption.h>
#include <emu/s3/errors.h>
#include <emu/s3/lifecycle.h>
#include <emu/s3/listing.h>
#include <emu/s3/lock.h>
#include <emu/s3/multipart.h>
#include <emu/s3/notifications.h>
#include <emu/s3/options.h>
#include <emu/s3/policies.h>
#include <emu/s3/reading.h>
#include <emu/s3/replication.h>
#include <emu/s3/tagging.h>
#include <emu/s3/types.h>
#include <emu/s3/versions.h>
#include <emu/s3/websites.h>
#include <emu/s3/writing.h>
