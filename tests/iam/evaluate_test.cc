// Source: AWS IAM User Guide, "Policy evaluation logic", "Cross-account policy evaluation logic",
// "IAM JSON policy elements: Principal", "Troubleshoot access denied error messages".
#include "iam/evaluate.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "iam/policy_document.h"

namespace emu::iam {
namespace {

constexpr const char* kQueue = "arn:aws:sqs:us-east-1:111111111111:orders";

Caller role_session_of(const std::string& account) {
  return {.kind = Caller::Kind::kRole,
          .account = account,
          .region = "us-east-1",
          .arn = "arn:aws:sts::" + account + ":assumed-role/worker/run",
          .principal_id = "AROAWORKER:run",
          .role_arn = "arn:aws:iam::" + account + ":role/worker"};
}

Caller user_of(const std::string& account) {
  return {.kind = Caller::Kind::kUser,
          .account = account,
          .region = "us-east-1",
          .arn = "arn:aws:iam::" + account + ":user/ann",
          .principal_id = "AIDAANN",
          .user_name = "ann"};
}

Caller service_for(const std::string& source_arn) {
  return {.kind = Caller::Kind::kService,
          .account = "111111111111",
          .region = "us-east-1",
          .arn = "s3.amazonaws.com",
          .principal_id = "s3.amazonaws.com",
          .source_arn = source_arn,
          .source_account = "111111111111"};
}

Caller root_of(const std::string& account) {
  return {.kind = Caller::Kind::kUnnamed,
          .account = account,
          .region = "us-east-1",
          .arn = "arn:aws:iam::" + account + ":root",
          .principal_id = account};
}

Caller anonymous() {
  return {.kind = Caller::Kind::kAnonymous,
          .account = "111111111111",
          .region = "us-east-1",
          .arn = {},
          .principal_id = "ANONYMOUS"};
}

// Policies given as their statements' JSON; empty ones are not there.
struct Given {
  std::string identity = {};
  std::string boundary = {};
  std::string session = {};
  std::string resource = {};
  std::string trust = {};
  AccessGrant grant = AccessGrant::kNone;  // beside the resource's policy
  bool policy_only_denies = false;
};

std::string document(const std::string& statements) {
  return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}";
}

struct Answer {
  Decision decision;
  std::string text;
};

Answer ask(const Caller& caller, const Given& given, const std::string& action = "sqs:SendMessage",
           const std::string& resource = kQueue) {
  std::vector<std::shared_ptr<const CompiledPolicy>> kept;
  const auto compile = [&](DocumentKind kind, const std::string& statements,
                           std::string_view name) -> std::optional<NamedPolicy> {
    if (statements.empty()) return std::nullopt;
    kept.push_back(read_policy(kind, document(statements)).value());
    return NamedPolicy{.name = name, .policy = kept.back().get()};
  };
  std::vector<NamedPolicy> identity;
  if (auto own = compile(DocumentKind::kPermissions, given.identity, "own")) {
    identity.push_back(*own);
  }
  Question question{.caller = caller, .action = action, .resource = resource};
  question.is_same_account = caller.account == "111111111111";
  question.identity = identity;
  question.boundary = compile(DocumentKind::kPermissions, given.boundary, "boundary");
  question.session = compile(DocumentKind::kPermissions, given.session, "session");
  if (!given.resource.empty()) {
    kept.push_back(read_resource_policy(document(given.resource)));
    question.resource_policy = NamedPolicy{.name = "resource", .policy = kept.back().get()};
  }
  if (!given.trust.empty()) {
    question.resource_policy = compile(DocumentKind::kTrust, given.trust, "trust");
    question.is_trust = true;
  }
  question.resource_grant = given.grant;
  question.resource_policy_only_denies = given.policy_only_denies;
  RequestContext context({.caller = caller, .now = Time()});
  Answer answer{.decision = evaluate(question, context), .text = {}};
  if (!answer.decision.is_allowed) answer.text = refusal_text(question, answer.decision);
  return answer;
}

const std::string kAllow = R"({"Effect":"Allow","Action":"sqs:*","Resource":"*"})";
const std::string kDeny = R"({"Sid":"No","Effect":"Deny","Action":"sqs:Send*","Resource":"*"})";
const std::string kAllowOther = R"({"Effect":"Allow","Action":"s3:*","Resource":"*"})";

std::string resource_allow(const std::string& principal) {
  return R"({"Effect":"Allow","Principal":)" + principal +
         R"(,"Action":"SQS:SendMessage","Resource":"*"})";
}

const std::string kToSession =
    resource_allow(R"({"AWS":"arn:aws:sts::111111111111:assumed-role/worker/run"})");
const std::string kToRole = resource_allow(R"({"AWS":["arn:aws:iam::111111111111:role/worker"]})");
const std::string kToUser = resource_allow(R"({"AWS":"arn:aws:iam::111111111111:user/ann"})");
const std::string kToAccount = resource_allow(R"({"AWS":"arn:aws:iam::111111111111:root"})");
const std::string kToOtherAccount = resource_allow(R"({"AWS":"222222222222"})");
const std::string kToService = resource_allow(R"({"Service":"s3.amazonaws.com"})");
const std::string kToEveryone = resource_allow("\"*\"");

}  // namespace

TEST_SUITE("iam: policy evaluation") {
  TEST_CASE("a decision names the statement behind it, and a refusal says what is missing") {
    const Answer allowed = ask(role_session_of("111111111111"), {.identity = kAllow});
    CHECK(allowed.decision.is_allowed);
    CHECK(allowed.decision.policy == "own");
    CHECK(allowed.decision.statement == "#1");

    const Answer refused = ask(role_session_of("111111111111"), {});
    CHECK_FALSE(refused.decision.is_allowed);
    CHECK(refused.text ==
          "User: arn:aws:sts::111111111111:assumed-role/worker/run is not authorized to perform: "
          "sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111111111111:orders because no "
          "identity-based policy allows the sqs:SendMessage action");

    const Answer denied = ask(role_session_of("111111111111"), {.identity = kAllow + "," + kDeny});
    CHECK(denied.decision.is_explicit);
    CHECK(denied.decision.statement == "No");
    CHECK(denied.text ==
          "User: arn:aws:sts::111111111111:assumed-role/worker/run is not authorized to perform: "
          "sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111111111111:orders with an explicit "
          "deny in an identity-based policy");
  }

  // Amazon S3 User Guide, "How Amazon S3 authorizes a request".
  TEST_CASE("what a resource grants beside its policy counts as if the policy did") {
    const Caller own = user_of("111111111111");
    const Caller stranger = user_of("222222222222");
    const auto allows = [](const Caller& caller, const Given& given) {
      return ask(caller, given).decision.is_allowed;
    };
    CHECK(allows(own, {.grant = AccessGrant::kDirect}));
    CHECK_FALSE(allows(own, {.grant = AccessGrant::kAccount}));
    CHECK(allows(own, {.identity = kAllow}));
    CHECK_FALSE(allows(stranger, {.identity = kAllow}));
    CHECK(allows(stranger, {.identity = kAllow, .grant = AccessGrant::kAccount}));
    CHECK_FALSE(allows(stranger, {.grant = AccessGrant::kDirect}));
    CHECK(allows(anonymous(), {.grant = AccessGrant::kDirect}));
    CHECK_FALSE(allows(anonymous(), {.grant = AccessGrant::kAccount}));
    CHECK_FALSE(
        allows(stranger, {.identity = kAllow + "," + kDeny, .grant = AccessGrant::kDirect}));
    // A policy that counts for its denials only.
    CHECK_FALSE(allows(anonymous(), {.resource = kToEveryone, .policy_only_denies = true}));
    CHECK_FALSE(allows(
        stranger, {.identity = kAllow, .resource = kToOtherAccount, .policy_only_denies = true}));
  }

  TEST_CASE("the root of an account needs nobody's permission for what is the account's") {
    const std::string deny_all =
        R"({"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*"})";
    CHECK(ask(root_of("111111111111"), {}).decision.is_allowed);
    CHECK_FALSE(ask(root_of("111111111111"), {.resource = deny_all}).decision.is_allowed);
    CHECK_FALSE(ask(root_of("222222222222"), {}).decision.is_allowed);
    CHECK(ask(root_of("222222222222"), {.resource = kToOtherAccount}).decision.is_allowed);
    CHECK(ask(root_of("222222222222"), {.grant = AccessGrant::kAccount}).decision.is_allowed);
    CHECK_FALSE(ask(root_of("222222222222"), {.resource = deny_all, .grant = AccessGrant::kAccount})
                    .decision.is_allowed);
  }

  TEST_CASE("policies of all kinds together allow or refuse") {
    const Caller role = role_session_of("111111111111");
    const Caller stranger = role_session_of("222222222222");
    struct Case {
      const char* what;
      Caller caller;
      Given given;
      std::string refusal;  // a part of its text; empty when allowed
    };
    const std::vector<Case> cases = {
        {"nothing", role, {}, "because no identity-based policy"},
        {"own permission", role, {.identity = kAllow}, ""},
        {"another permission", role, {.identity = kAllowOther}, "because no identity-based policy"},
        {"deny in a boundary",
         role,
         {.identity = kAllow, .boundary = kAllow + "," + kDeny},
         "with an explicit deny in a permissions boundary"},
        {"deny in a session policy",
         role,
         {.identity = kAllow, .session = kDeny},
         "with an explicit deny in a session policy"},
        {"deny of the resource",
         role,
         {.identity = kAllow,
          .resource = R"({"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*"})"},
         "with an explicit deny in a resource-based policy"},
        {"boundary allows less",
         role,
         {.identity = kAllow, .boundary = kAllowOther},
         "because no permissions boundary allows the sqs:SendMessage action"},
        {"session allows less",
         role,
         {.identity = kAllow, .session = kAllowOther},
         "because no session policy allows the sqs:SendMessage action"},
        {"all allow", role, {.identity = kAllow, .boundary = kAllow, .session = kAllow}, ""},

        {"the resource names the role", role, {.resource = kToRole}, ""},
        {"the role, beyond its boundary",
         role,
         {.boundary = kAllowOther, .resource = kToRole},
         "because no permissions boundary"},
        {"the role, beyond its session policy",
         role,
         {.session = kAllowOther, .resource = kToRole},
         "because no session policy"},
        {"the session by name, whatever its limits",
         role,
         {.boundary = kAllowOther, .session = kAllowOther, .resource = kToSession},
         ""},
        {"the user by name, whatever the boundary",
         user_of("111111111111"),
         {.boundary = kAllowOther, .resource = kToUser},
         ""},
        {"everyone", role, {.resource = kToEveryone}, ""},
        {"the own account leaves it to IAM",
         role,
         {.resource = kToAccount},
         "because no identity-based policy"},
        {"somebody else", role, {.resource = kToUser}, "because no identity-based policy"},

        {"another account, own permission only",
         stranger,
         {.identity = kAllow},
         "because no resource-based policy"},
        {"another account, the resource only",
         stranger,
         {.resource = kToOtherAccount},
         "because no identity-based policy"},
        {"another account, both", stranger, {.identity = kAllow, .resource = kToOtherAccount}, ""},
        {"another account, everyone is not enough",
         stranger,
         {.resource = kToEveryone},
         "because no identity-based policy"},

        {"a service without a policy",
         service_for("arn:aws:s3:::b"),
         {},
         "because no resource-based policy"},
        {"a service that is let in", service_for("arn:aws:s3:::b"), {.resource = kToService}, ""},
        {"a service where another is",
         service_for("arn:aws:s3:::b"),
         {.resource = resource_allow(R"({"Service":"sns.amazonaws.com"})")},
         "because no resource-based policy"},
        {"a service as it is in its region",
         service_for("arn:aws:s3:::b"),
         {.resource = resource_allow(R"({"Service":"s3.us-east-1.amazonaws.com"})")},
         ""},
        {"a service as it is in another region",
         service_for("arn:aws:s3:::b"),
         {.resource = resource_allow(R"({"Service":"s3.us-west-1.amazonaws.com"})")},
         "because no resource-based policy"},
        {"nobody in particular", anonymous(), {.resource = kToEveryone}, ""},
        {"nobody in particular, an account",
         anonymous(),
         {.resource = kToAccount},
         "User: anonymous is not authorized"},
        {"all but one",
         role,
         {.identity = kAllow,
          .resource = R"({"Effect":"Deny","NotPrincipal":{"AWS":)"
                      R"("arn:aws:iam::111111111111:user/ann"},"Action":"*","Resource":"*"})"},
         "with an explicit deny in a resource-based policy"},
        {"the one",
         user_of("111111111111"),
         {.identity = kAllow,
          .resource = R"({"Effect":"Deny","NotPrincipal":{"AWS":)"
                      R"("arn:aws:iam::111111111111:user/ann"},"Action":"*","Resource":"*"})"},
         ""},
    };
    for (const Case& c : cases) {
      CAPTURE(c.what);
      const Answer answer = ask(c.caller, c.given);
      CHECK(answer.decision.is_allowed == c.refusal.empty());
      CHECK(answer.text.find(c.refusal) != std::string::npos);
    }
  }

  TEST_CASE("a role lets in whom its trust policy names, and then asks the others' own account") {
    const std::string action = R"(,"Action":"sts:AssumeRole"})";
    const auto trust = [&](const std::string& principal) {
      return Given{.trust = R"({"Effect":"Allow","Principal":)" + principal + action};
    };
    const auto may = [&](const Caller& caller, Given given, const std::string& identity = "") {
      given.identity = identity;
      return ask(caller, given, "sts:AssumeRole", "arn:aws:iam::111111111111:role/target")
          .decision.is_allowed;
    };
    const std::string own = R"({"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"})";
    const Caller user = user_of("111111111111");
    const Caller stranger = user_of("222222222222");

    CHECK(may(user, trust(R"({"AWS":"arn:aws:iam::111111111111:user/ann"})")));
    CHECK_FALSE(may(user, trust(R"({"AWS":"111111111111"})")));
    CHECK(may(user, trust(R"({"AWS":"111111111111"})"), own));
    CHECK_FALSE(may(user, trust(R"({"AWS":"222222222222"})"), own));
    CHECK(may(stranger, trust(R"({"AWS":"222222222222"})"), own));
    CHECK_FALSE(may(stranger, trust(R"({"AWS":"222222222222"})")));
    CHECK(may(service_for(""), trust(R"({"Service":"s3.amazonaws.com"})")));
    CHECK_FALSE(may(service_for(""), trust(R"({"Service":"lambda.amazonaws.com"})")));
  }

  TEST_CASE("a statement is about its actions and resources") {
    const Caller role = role_session_of("111111111111");
    struct Case {
      std::string elements;
      std::string action;
      std::string resource;
      bool is_allowed;
    };
    const std::string any = R"("Resource":"*")";
    const std::vector<Case> cases = {
        {R"("Action":"sqs:sendmessage",)" + any, "sqs:SendMessage", kQueue, true},
        {R"("Action":"SQS:S*d?essage",)" + any, "sqs:SendMessage", kQueue, true},
        {R"("Action":["s3:*","sqs:Get*"],)" + any, "sqs:SendMessage", kQueue, false},
        {R"("Action":"*",)" + any, "sqs:SendMessage", kQueue, true},
        {R"("NotAction":"sqs:*",)" + any, "sqs:SendMessage", kQueue, false},
        {R"("NotAction":"iam:*",)" + any, "sqs:SendMessage", kQueue, true},
        {R"("Action":"*","NotResource":"arn:aws:sqs:*:*:orders")", "sqs:SendMessage", kQueue,
         false},
        {R"("Action":"*","NotResource":"arn:aws:sqs:*:*:dlq")", "sqs:SendMessage", kQueue, true},
        {R"("Action":"*","Resource":"arn:aws:sqs:*:*:Orders")", "sqs:SendMessage", kQueue, false},
        {R"("Action":"*","Resource":"arn:aws:sqs:*:111111111111:ord*")", "sqs:SendMessage", kQueue,
         true},
        // A star that ends its segment may match beyond the colon.
        {R"("Action":"*","Resource":"arn:aws:sqs:*:orders")", "sqs:SendMessage", kQueue, true},
        {R"("Action":"*","Resource":"arn:aws:sqs:us-*:orders")", "sqs:SendMessage", kQueue, true},
        {R"("Action":"*","Resource":"arn:aws:sqs:u*t:*:orders")", "sqs:SendMessage", kQueue, false},
        {R"("Action":"*","Resource":"arn:aws:sqs:*t-1:*:orders")", "sqs:SendMessage", kQueue, true},
        {R"("Action":"*","Resource":"arn:aws:sqs:us-east-1?*:orders")", "sqs:SendMessage", kQueue,
         false},
        {R"("Action":"*","Resource":"arn:aws:sqs:*")", "sqs:SendMessage", kQueue, true},
        {R"("Action":"*","Resource":"arn:aws:sqs:us-east-1:111111111111:")", "sqs:SendMessage",
         kQueue, false},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/*")", "s3:GetObject", "arn:aws:s3:::b/a/b:c",
         true},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/*")", "s3:ListBucket", "arn:aws:s3:::b", false},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/${aws:userid}/*")", "s3:GetObject",
         "arn:aws:s3:::b/AROAWORKER:run/x", true},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/${aws:username}/*")", "s3:GetObject",
         "arn:aws:s3:::b/ann/x", false},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/${aws:username, 'all'}/*")", "s3:GetObject",
         "arn:aws:s3:::b/all/x", true},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/${*}")", "s3:GetObject", "arn:aws:s3:::b/x",
         false},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/${*}")", "s3:GetObject", "arn:aws:s3:::b/*",
         true},
        {R"("Action":"*","Resource":"arn:aws:s3:::b/?")", "s3:GetObject", "arn:aws:s3:::b/예",
         true},
    };
    for (const Case& c : cases) {
      CAPTURE(c.elements);
      CAPTURE(c.resource);
      const Given given{.identity = R"({"Effect":"Allow",)" + c.elements + "}"};
      CHECK(ask(role, given, c.action, c.resource).decision.is_allowed == c.is_allowed);
    }
  }

  TEST_CASE("variables are plain text in policies of the old version") {
    const Caller user = user_of("111111111111");
    RequestContext context({.caller = user, .now = Time()});
    struct Case {
      std::string version;
      bool applies;
    };
    const std::vector<Case> cases = {
        {R"("Version":"2012-10-17",)", true}, {R"("Version":"2008-10-17",)", false}, {"", false}};
    for (const Case& c : cases) {
      CAPTURE(c.version);
      const auto policy =
          read_policy(DocumentKind::kPermissions,
                      "{" + c.version +
                          R"("Statement":{"Effect":"Allow","Action":"s3:GetObject",)"
                          R"("Resource":"arn:aws:s3:::home/${aws:username}"}})")
              .value();
      CHECK(policy->statements.front().applies("s3:getobject", "arn:aws:s3:::home/ann", context) ==
            c.applies);
    }
  }
}

}  // namespace emu::iam
