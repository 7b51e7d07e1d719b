// Source: AWS SDKs and Tools Reference Guide, "Using shared config and credentials files" and
// "Using environment variables".
#include "remote/environment.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace emu;
using namespace emu::remote;

namespace {

using Texts = std::map<std::string, std::string>;

Result<RemoteOptions> read(const Texts& variables, const Texts& files = {}) {
  const auto look_up = [](const Texts& texts) {
    return [&texts](const std::string& name) -> std::optional<std::string> {
      const auto found = texts.find(name);
      if (found == texts.end()) return std::nullopt;
      return found->second;
    };
  };
  return read_options({.variable = look_up(variables), .file = look_up(files)});
}

const Texts kFiles = {{"/home/me/.aws/credentials",
                       "# mine\n[default]\naws_access_key_id = AKID1\r\n"
                       "aws_secret_access_key=s/e+c=ret # not more\n\n"
                       "[shop]\nAWS_ACCESS_KEY_ID = AKID2\naws_secret_access_key = two\n"
                       "aws_session_token = token\n"},
                      {"/home/me/.aws/config",
                       "[default]\nregion = eu-west-1\ns3 =\n  region = nested\n"
                       "[profile shop]\nregion=ap-northeast-2\nendpoint_url=http://shop:1\n"
                       "[sso-session shop]\nregion = no\n"
                       "[profile login]\nsso_session = shop\n"}};

}  // namespace

TEST_SUITE("remote: the environment") {
  TEST_CASE("variables say who calls, where, and in which region") {
    const auto options = read({{"AWS_ACCESS_KEY_ID", "AKID"},
                               {"AWS_SECRET_ACCESS_KEY", "secret"},
                               {"AWS_SESSION_TOKEN", "token"},
                               {"AWS_REGION", "eu-central-1"},
                               {"AWS_DEFAULT_REGION", "us-west-2"},
                               {"AWS_ENDPOINT_URL", "http://localhost:4566"},
                               {"AWS_ENDPOINT_URL_S3", "http://localhost:9000"},
                               {"AWS_MAX_ATTEMPTS", "5"},
                               {"AWS_CA_BUNDLE", "/etc/ca.pem"}});
    REQUIRE(options.ok());
    CHECK(options->credentials.access_key_id == "AKID");
    CHECK(options->credentials.secret_access_key == "secret");
    CHECK(options->credentials.session_token == "token");
    CHECK(options->region == "eu-central-1");
    CHECK(options->endpoint == "http://localhost:4566");
    CHECK(options->service_endpoints == Texts{{"s3", "http://localhost:9000"}});
    CHECK(options->attempts_max == 5);
    CHECK(options->ca_file == "/etc/ca.pem");
  }

  TEST_CASE("what no variable says comes from the profile") {
    const auto options = read({{"HOME", "/home/me"}}, kFiles);
    REQUIRE(options.ok());
    CHECK(options->credentials.access_key_id == "AKID1");
    CHECK(options->credentials.secret_access_key == "s/e+c=ret");
    CHECK(options->region == "eu-west-1");
    CHECK(options->endpoint.empty());
  }

  TEST_CASE("another profile is chosen by its name") {
    const auto options = read({{"HOME", "/home/me"}, {"AWS_PROFILE", "shop"}}, kFiles);
    REQUIRE(options.ok());
    CHECK(options->credentials.access_key_id == "AKID2");
    CHECK(options->credentials.session_token == "token");
    CHECK(options->region == "ap-northeast-2");
    CHECK(options->endpoint == "http://shop:1");
  }

  TEST_CASE("credentials are never mixed from two sources") {
    const auto options = read({{"HOME", "/home/me"},
                               {"AWS_PROFILE", "shop"},
                               {"AWS_ACCESS_KEY_ID", "AKID"},
                               {"AWS_SECRET_ACCESS_KEY", "secret"}},
                              kFiles);
    REQUIRE(options.ok());
    CHECK(options->credentials.access_key_id == "AKID");
    CHECK(options->credentials.session_token.empty());
  }

  TEST_CASE("files may lie elsewhere") {
    const auto options = read({{"AWS_SHARED_CREDENTIALS_FILE", "/c"}, {"AWS_CONFIG_FILE", "/d"}},
                              {{"/c", "[default]\naws_access_key_id=a\naws_secret_access_key=b"},
                               {"/d", "[default]\nregion=sa-east-1"}});
    REQUIRE(options.ok());
    CHECK(options->region == "sa-east-1");
  }

  TEST_CASE("what is missing or not supported is said plainly") {
    CHECK(read({}).error().message ==
          "there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (for an "
          "emulator, both to test)");
    CHECK(read({{"AWS_ACCESS_KEY_ID", "a"}}).error().message ==
          "there is an access key id, but no secret access key");
    CHECK(read({{"HOME", "/home/me"}, {"AWS_PROFILE", "nobody"}}, kFiles).error().message ==
          "there is no profile 'nobody', which AWS_PROFILE names");
    CHECK(read({{"HOME", "/home/me"}, {"AWS_PROFILE", "login"}}, kFiles)
              .error()
              .message.starts_with("the credentials of profile 'login' come from sso_session, "));
    CHECK_FALSE(read({{"AWS_ACCESS_KEY_ID", "a"},
                      {"AWS_SECRET_ACCESS_KEY", "b"},
                      {"AWS_MAX_ATTEMPTS", "many"}})
                    .ok());
  }
}
