// Who makes a call.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace emu {

struct Caller {
  enum class Kind {
    kUnnamed,    // no identity asked for: an account itself, which is allowed all with its own
    kAnonymous,  // a request without credentials
    kUser,       // an IAM user
    kRole,       // a session of a role
    kService,    // an AWS service on its own behalf: allowed what resource policies grant it
  };
  Kind kind = Kind::kUnnamed;
  std::string account;
  std::string region;
  // arn:aws:iam::A:root, arn:aws:iam::A:user/U, arn:aws:sts::A:assumed-role/R/SESSION, or the
  // service's name: "apigateway.amazonaws.com". Empty for anonymous callers.
  std::string arn;
  std::string principal_id;         // what SQS calls SenderId: A, AIDA…, AROA…:SESSION
  std::string role_arn = {};        // kRole: arn:aws:iam::A:role/R
  std::string user_name = {};       // kUser
  std::string source_arn = {};      // kService: aws:SourceArn, the resource it acts for
  std::string source_account = {};  // kService: aws:SourceAccount
  // Scheme and host that the caller reached AWS by, "http://localhost:4566"; answers that hold URLs
  // use it. Empty in process: AWS's own.
  std::string endpoint = {};
  // aws:SourceIp, where the request came from. In process it is the machine itself.
  std::string source_ip = "127.0.0.1";
  // X-Amzn-Trace-Id of the request.
  std::string trace_header = {};
  std::string session_policy = {};                       // JSON given to AssumeRole; narrows
  std::map<std::string, std::string> session_tags = {};  // given to AssumeRole, or handed on
  std::vector<std::string> transitive_tags = {};         // keys of those that are handed on
};

using CallerPtr = std::shared_ptr<const Caller>;

}  // namespace emu
