// The same emu::Aws over HTTP: AWS itself, an `emu serve`, or any endpoint that speaks as AWS does.
//
//   auto options = emu::remote_options_from_environment();      // AWS_ENDPOINT_URL and the like
//   emu::Aws aws = emu::remote_aws(options.value()).value();
//   aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"}).value();
//
// A handle may be copied and used from many threads. Calls are signed with Signature Version 4 and
// made again as the AWS SDKs do in their standard mode: after throttling, 500, 502, 503, 504, a
// time-out or a broken connection, after a random wait that doubles from one second to at most 20,
// and as long as a budget of 500, of which each retry takes 5 (after a time-out 10) and successes
// give back. An operation whose answer was lost may so be executed twice. A machine's clock that is
// wrong is corrected by the server's.
//
// An error that AWS answers has its code, message and status. One without an answer has the status
// 0 and the code ConnectionError or RequestTimeout.
//
// Calls are not validated before they are sent. Not followed: the redirect of a bucket that is in
// another region than the handle.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace emu {

struct RemoteCredentials {
  std::string access_key_id = {};
  std::string secret_access_key = {};
  std::string session_token = {};  // of temporary credentials
};

struct RemoteOptions {
  // Where all calls go, as in "http://127.0.0.1:4566"; empty: to AWS.
  std::string endpoint = {};
  // Instead of that for some services, by their names: {"s3", "http://127.0.0.1:9000"}.
  std::map<std::string, std::string> service_endpoints = {};
  std::string region = "us-east-1";
  RemoteCredentials credentials = {};
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(5);
  // Between two bytes of an answer. A long poll is silent for up to 20 seconds.
  std::chrono::milliseconds read_timeout = std::chrono::seconds(60);
  int attempts_max = 3;  // the first one included
  bool verify_tls = true;
  std::string ca_file = {};  // PEM; empty: the authorities that the system trusts
};

// The error is about the options: an endpoint that is no URL, a region that is no name.
Result<Aws> remote_aws(const RemoteOptions& options);
// What is behind such a handle.
Result<std::shared_ptr<AwsBackend>> remote_backend(const RemoteOptions& options);

// What AWS's own tools take from the environment and its files, read in this order:
//
//   credentials  AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN; then the profile
//   profile      AWS_PROFILE or "default", in the files AWS_SHARED_CREDENTIALS_FILE or
//                ~/.aws/credentials, and AWS_CONFIG_FILE or ~/.aws/config
//   region       AWS_REGION, AWS_DEFAULT_REGION, the profile's region; else us-east-1
//   endpoint     AWS_ENDPOINT_URL_<SERVICE>, AWS_ENDPOINT_URL, the profile's endpoint_url
//   retries      AWS_MAX_ATTEMPTS
//   TLS          AWS_CA_BUNDLE
//
// <SERVICE> is APIGATEWAYV2, CLOUDWATCH_LOGS, DYNAMODB, IAM, LAMBDA, S3, SQS or STS. Not supported:
// IAM Identity Center (SSO), roles of profiles, credential processes, and the metadata services of
// EC2, ECS and EKS; temporary credentials that others have got can be given by the variables.
Result<RemoteOptions> remote_options_from_environment();

}  // namespace emu
