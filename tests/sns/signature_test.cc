// Source: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS messages".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>

#include "core/gate/world.h"
#include "sns/certificate.h"
#include "sns/signer.h"
#include "sns/support.h"

namespace emu::sns {

namespace {

// The text of a member of an envelope.
std::string member_of(const std::string& body, const std::string& name) {
  const std::string begin = "\"" + name + "\" : \"";
  const auto at = body.find(begin);
  if (at == std::string::npos) return {};
  const auto from = at + begin.size();
  return body.substr(from, body.find('"', from) - from);
}

}  // namespace

TEST_SUITE("sns: signatures") {
  TEST_CASE("a key is made from its stream, and fills 2,048 bits") {
    const SigningKey key(Random(1));
    CHECK(key.modulus().size() == SigningKey::kBytes);
    CHECK((static_cast<unsigned char>(key.modulus()[0]) & 0x80U) != 0);
    CHECK(SigningKey(Random(1)).modulus() == key.modulus());
    CHECK(SigningKey(Random(2)).modulus() != key.modulus());
    CHECK(key.sign_sha1("a").size() == SigningKey::kBytes);
    CHECK(key.sign_sha1("a") == SigningKey(Random(1)).sign_sha1("a"));
    CHECK(key.sign_sha1("a") != key.sign_sha1("b"));
    CHECK(key.sign_sha1("a") != key.sign_sha256("a"));
  }

  TEST_CASE_FIXTURE(TopicFixture, "the certificate is served where the message says") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn);
    publish("hi");
    const std::string url = member_of(received(queue).at(0).body, "SigningCertURL");
    const std::string host = "sns.us-east-1.amazonaws.com";
    REQUIRE(url.starts_with("https://" + host + "/"));
    const HttpResponse answer = cloud.http({.host = host, .target = url.substr(8 + host.size())});
    CHECK(answer.status == 200);
    CHECK(answer.body.view().starts_with("-----BEGIN CERTIFICATE-----\n"));
    CHECK(cloud.http({.host = host, .target = "/SimpleNotificationService-0.pem"}).status == 404);
  }

  TEST_CASE_FIXTURE(TopicFixture, "a topic chooses the version of its signatures") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn);
    aws.send(SetTopicAttributes{topic, "SignatureVersion", "2"}).value();
    publish("hi");
    const std::string body = received(queue).at(0).body;
    CHECK(member_of(body, "SignatureVersion") == "2");
    const std::string text = "Message\nhi\nMessageId\n" + member_of(body, "MessageId") +
                             "\nTimestamp\n" + member_of(body, "Timestamp") + "\nTopicArn\n" +
                             topic + "\nType\nNotification\n";
    Signer signer(cloud.world().random().fork("sns: signing key"));
    CHECK(signer.sign(text, '2') == member_of(body, "Signature"));
  }
}

}  // namespace emu::sns
