// How clients are told where the server is: what `emu serve` and `emu env` print, and `emu aws`.
#include "cli/client_environment.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/program.h"
#include "cli/served.h"

namespace emu::cli {
namespace {

// Stands for the AWS CLI: prints what it was given.
constexpr const char* kFakeAws =
    "#!/bin/sh\n"
    "echo \"$*\"\n"
    "echo \"$AWS_ACCESS_KEY_ID/$AWS_SECRET_ACCESS_KEY/$AWS_SESSION_TOKEN\"\n"
    "echo \"$AWS_REGION/$AWS_DEFAULT_REGION/$AWS_PROFILE\"\n"
    "exit 7\n";

class WithAws : public Folder {
 public:
  WithAws() {
    const std::string file = write("bin/aws", kFakeAws);
    fs::permissions(file, fs::perms::owner_all);
  }
  // Without whatever the machine's own environment says of AWS.
  Ran aws(const Served& served, const std::string& environment, const char* arguments) const {
    return shell(
        "unset $(env | sed -n 's/^\\(AWS_[A-Z_]*\\)=.*/\\1/p'); export PATH=\"$PWD/bin:$PATH\" "
        "EMU_URL=" +
        served.url() + " " + environment + "; emu aws " + arguments);
  }
};

TEST_SUITE("cli: the environment of clients") {
  TEST_CASE("`emu env` prints what a shell evaluates") {
    const Served served({"--region", "eu-west-1"});
    const Folder folder;
    const std::string url = " --url " + served.url();
    const Ran seen = folder.shell(
        "export AWS_PROFILE=real AWS_SESSION_TOKEN=real AWS_ENDPOINT_URL_SQS=real; eval \"$(emu "
        "env" +
        url +
        ")\"; echo \"$AWS_ENDPOINT_URL $AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY $AWS_REGION "
        "$AWS_DEFAULT_REGION ($AWS_PROFILE$AWS_SESSION_TOKEN$AWS_ENDPOINT_URL_SQS)\"");
    CHECK(seen.out == served.url() + " test test eu-west-1 eu-west-1 ()\n");
    const auto json =
        nlohmann::json::parse(folder.shell("emu env --json --account 111111111111" + url).out);
    CHECK(json.at("AWS_ENDPOINT_URL") == served.url());
    CHECK(json.at("AWS_ACCESS_KEY_ID") == "111111111111");
    CHECK(has(folder.shell("emu env --shell fish" + url).out, "set -gx AWS_REGION eu-west-1\n"));
    CHECK(has(folder.shell("emu env --shell powershell" + url).out,
              "$Env:AWS_REGION = 'eu-west-1'\n"));
    CHECK(folder.shell("emu env --account 12" + url).code == 2);
    CHECK(folder.shell("emu env --url http://127.0.0.1:1").code == 1);
  }

  TEST_CASE("what a server prints when it is ready says the same, and which clients are too old") {
    const Served served({"--region", "eu-west-1"});
    const Folder folder;
    folder.write("welcome", served.output());
    const Ran seen = folder.shell("eval \"$(grep '^  export' welcome)\"; emu env --json --url " +
                                  served.url() + " >wanted; env | grep ^AWS_ | sort");
    CHECK(has(seen.out, "AWS_ENDPOINT_URL=" + served.url() + "\n"));
    const auto wanted = nlohmann::json::parse(text_of(folder.path() / "wanted"));
    for (const auto& [name, value] : wanted.items()) {
      CHECK(has(seen.out, name + "=" + value.get<std::string>() + "\n"));
    }
    CHECK(has(served.output(), kOldClients));
  }

  TEST_CASE("`emu aws` runs the AWS CLI against the server, and nowhere else") {
    const Served served({"--region", "eu-west-1"});
    const WithAws folder;
    const std::string called =
        "--endpoint-url " + served.url() + " sqs list-queues --output text\n";
    Ran ran = folder.aws(served, "AWS_PROFILE=real AWS_SESSION_TOKEN=real",
                         "sqs list-queues --output text");
    CHECK(ran.code == 7);
    CHECK(ran.out == called + "test/test/\neu-west-1/eu-west-1/\n");
    ran = folder.aws(served,
                     "AWS_ACCESS_KEY_ID=111111111111 AWS_SECRET_ACCESS_KEY=s AWS_SESSION_TOKEN=t "
                     "AWS_DEFAULT_REGION=us-west-2",
                     "sqs list-queues --output text");
    CHECK(ran.out == called + "111111111111/s/t\nus-west-2/us-west-2/\n");
  }

  TEST_CASE("`emu aws` without a server or without the AWS CLI says so") {
    const Served served({});
    const WithAws folder;
    Ran ran = folder.shell("EMU_URL=http://127.0.0.1:1 emu aws sqs list-queues");
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "no emu answers at http://127.0.0.1:1"));
    ran = folder.shell("EMU_URL=" + served.url() + " PATH=/nowhere emu aws sqs list-queues");
    CHECK(ran.code == 127);
    CHECK(has(ran.err, "there is no program 'aws' in PATH"));
  }

  TEST_CASE("values are quoted for their shell") {
    const Served served({"--region", "it's; $(x)"});
    const Folder folder;
    const auto printed = [&](const char* shell) {
      return folder.shell(std::string("emu env --shell ") + shell + " --url " + served.url()).out;
    };
    CHECK(has(printed("sh"), "export AWS_REGION='it'\\''s; $(x)'\n"));
    CHECK(has(printed("fish"), "set -gx AWS_REGION 'it\\'s; $(x)'\n"));
    CHECK(has(printed("powershell"), "$Env:AWS_REGION = 'it''s; $(x)'\n"));
  }
}

}  // namespace
}  // namespace emu::cli
