// A service's profile: what everybody who has to do with services in general needs to know of each.
//
//   constinit const ServiceProfile emu::sqs::kProfile = {
//       .name = "sqs",
//       .signing_name = "sqs",
//       …
//       .protocols = kProtocols,
//       .errors = kErrors,
//       .access_denied = &access_denied,
//       .invalid = &invalid_input};
//
// Each service fills one in its profile.cc, with data and the words of its refusals. Nobody else
// knows a service by its name: the router, the protocols, the remote client, `emu operations` and
// the tests read it here. Sources: the services' API models, and the SDKs' pages "Service-specific
// endpoints".
#pragma once

#include <emu/result.h>
#include <emu/shape.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_time.h"

namespace emu {

class Call;
struct Violation;

enum class ProtocolKind : std::uint8_t {
  kJson,
  kCbor,  // RPC v2 CBOR; its names are those of AWS JSON, which a profile lists beside it
  kQuery,
  kQueryJson,  // Query, for clients that accept JSON only; no profile lists it
  kRestJson,
  kRestXml,
};

// A member by two names.
struct NamePair {
  std::string_view name;
  std::string_view other;
};

// One protocol that a service speaks, and the names and habits that it has there.
struct ProtocolProfile {
  ProtocolKind kind;

  // AWS JSON
  std::string_view target_prefix = {};    // of X-Amz-Target: "AmazonSQS"
  std::string_view json_version = {};     // "1.0"
  std::string_view error_namespace = {};  // of "__type", with its '#'
  bool has_crc32 = false;                 // answers carry x-amz-crc32
  bool names_query_errors = false;        // errors carry x-amzn-query-error
  // JSON that does not fit is refused in the words of the framework's first version.
  bool has_first_words = false;

  // AWS JSON and REST-JSON
  std::string_view message_member = "message";  // what errors call their text

  // REST-JSON
  JsonTime json_time = JsonTime::kEpochSeconds;

  // Query and REST-XML
  std::string_view xml_namespace = {};
  // Times in documents are in whole seconds: "2026-01-01T00:00:00.000Z".
  bool has_whole_seconds = false;
  // Query
  bool has_xml_declaration = false;
  bool has_error_detail = false;  // errors have an empty <Detail/>
  bool is_flattened = false;      // all lists and maps, whatever the shapes say
  // The parameter that may be left to the path that is called: "QueueUrl".
  std::string_view path_parameter = {};
  // The actions that such a path does not know.
  std::span<const std::string_view> actions_without_path = {};
  // What answers in JSON call the members that have older names there.
  std::span<const NamePair> older_json_names = {};
  // What is said of an action that is not known; "{}" stands for it. Empty: the usual words.
  std::string_view unknown_action = {};

  // Whether its error documents stand for those of a service that is not here.
  bool stands_for_unknown = false;
};

// An error code that the service answers with.
struct ErrorProfile {
  std::string_view code;
  std::string_view query_code = {};      // in Query, where it has an older name
  std::string_view query_message = {};   // in Query, where it is worded in another way
  std::string_view json_code = {};       // in AWS JSON, where it has a longer name
  std::string_view json_namespace = {};  // of "__type", where it is not the protocol's
  std::string_view message_member = {};  // where it is not the protocol's
};

// An error of load or outage that the service could answer any call with, in AWS's words.
struct FailureProfile {
  std::string_view code;
  std::string_view message;
  int status = 400;
};

// An effect that a fault rule may have on an operation of the service.
struct EffectProfile {
  std::string_view operation;
  std::string_view effect;
};

struct ServiceProfile {
  std::string_view name;          // as in OperationName, and of the folder: "sqs"
  std::string_view signing_name;  // in credential scopes; several services may share one
  // The first part of its host, "logs" of logs.us-east-1.amazonaws.com.
  std::string_view host_prefix;
  std::string_view api_version;
  // What SDKs call it, "CloudWatch Logs"; names of variables and packages follow from it.
  std::string_view sdk_id;
  std::string_view cli_name;  // of boto3 and, but for S3's "s3api", the AWS CLI: "logs"
  // Where a service lives that is one for all regions, and is signed for; empty for the others.
  std::string_view global_region = {};

  std::span<const ProtocolProfile> protocols;  // today's SDKs speak the first
  std::span<const ErrorProfile> errors;        // in the order of their codes
  // The first is what callers who are too fast are told.
  std::span<const FailureProfile> failures;
  std::span<const EffectProfile> effects = {};

  // What IAM's actions begin with, where it is not the name for signatures: "cloudwatch" of
  // CloudWatch, which signs as "monitoring".
  std::string_view iam_prefix = {};
  // Whether IAM's actions are HTTP methods, "apigateway:GET", instead of names of operations.
  bool actions_are_methods = false;

  // Signatures: the path is signed as it was sent, not in its normal form; requests carry the hash
  // of their body; a body that TLS protects may be left unsigned.
  bool signs_path_as_sent = false;
  bool sends_payload_hash = false;
  bool may_leave_payload_unsigned = false;
  // Requests without credentials are a caller's of their own, whom policies may allow things.
  bool has_anonymous_callers = false;
  // Whether an unnamed caller, who is an account itself, is judged where a resource may be another
  // account's or be denied to its own.
  bool judges_accounts = false;
  // Clients put the first part of the path, a bucket, before the host where it can be part of one.
  bool takes_first_segment_into_host = false;
  // Clients send a checksum with every body.
  bool wants_body_checksum = false;

  // Whether it keeps what applications store and send. A scenario that runs against an endpoint
  // leaves it to that endpoint's.
  bool keeps_application_data = false;

  // What nobody signed and nothing else identifies is a request to this service when its path
  // begins so; "/" takes whatever is left.
  std::string_view unsigned_path_prefix = {};
  // How long the bodies of requests may be. Zero: as long as the server lets objects be.
  std::size_t body_bytes_max = std::size_t{10} * 1024 * 1024;
  // Answers of so many bytes are compressed for clients that accept it, and requests may be
  // compressed. Zero: neither.
  std::size_t compressed_from = 0;
  // The form of its ids of requests: so many capital letters and digits, or a UUID.
  std::size_t request_id_letters = 0;
  // What its answers have in the header Server; empty for those without one.
  std::string_view server_header = {};

  // How it words what the gate refuses on its behalf: what IAM does not allow, and members that
  // break the shape's constraints, of which there is at least one.
  Error (*access_denied)(const Call& call, const std::string& text);
  Error (*invalid)(const Call& call, const std::vector<Violation>& violations);
  // How the call with that input fails when it is to fail with an error, where that depends on the
  // operation. Null: with the error itself.
  Error (*injected)(const Call& call, const void* in, Error error) = nullptr;

  std::string_view action_prefix() const { return iam_prefix.empty() ? signing_name : iam_prefix; }
};

// All services in the order of their names. The list is in cloud.cc.
std::span<const ServiceProfile* const> all_profiles();

// By the name in OperationName; null when it is of no service.
const ServiceProfile* find_profile(std::string_view name);

// The service of an operation that is in the table.
const ServiceProfile& profile_of(const Operation& op);

// All services that credentials of that name are for, such as both generations of API Gateway.
std::vector<const ServiceProfile*> profiles_signed_as(std::string_view signing_name);

// Null when the service does not speak it.
const ProtocolProfile* find_protocol(const ServiceProfile& service, ProtocolKind kind);

// Null for a code without a row.
const ErrorProfile* find_error(const ServiceProfile& service, std::string_view code);

// Null for a code that is no failure of the service's.
const FailureProfile* find_failure(const ServiceProfile& service, std::string_view code);

// Null when the operation does not know the effect.
const EffectProfile* find_effect(const ServiceProfile& service, std::string_view operation,
                                 std::string_view effect);

// What a caller is told who is too fast.
Error too_fast(const ServiceProfile& service);

// "AWS.SimpleQueueService.NonExistentQueue" of "QueueDoesNotExist", and back; the code itself where
// there is no other.
std::string_view query_error_code(const ServiceProfile& service, std::string_view code);
std::string_view error_code_of_query(const ServiceProfile& service, std::string_view query_code);
// What Query says of an error.
std::string_view query_error_message(const ServiceProfile& service, const Error& error);
// "InvalidParameterValueException" of "InvalidParameterValue", and back, for AWS JSON.
std::string_view json_error_code(const ServiceProfile& service, std::string_view code);
std::string_view error_code_of_json(const ServiceProfile& service, std::string_view json_code);

// "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"
std::string endpoint_variable(const ServiceProfile& service);
// "client-cloudwatch-logs", the package of the SDK for JavaScript without its scope.
std::string javascript_client(const ServiceProfile& service);

}  // namespace emu
