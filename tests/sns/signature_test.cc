// Source: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS messages".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>

#include "core/gate/world.h"
#include "core/hash/hash.h"
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

// Numbers as bytes, the most significant one first: a * b modulo n, bit by bit.
std::string multiplied(const std::string& a, const std::string& b, const std::string& n) {
  std::string result(n.size(), '\0');
  unsigned over = 0;  // what does not fit into the result
  const auto byte = [](const std::string& number, std::size_t i) {
    return static_cast<int>(static_cast<unsigned char>(number[i]));
  };
  const auto take = [&](const std::string& number) {
    unsigned carry = 0;
    for (std::size_t i = n.size(); i-- > 0;) {
      carry += static_cast<unsigned>(byte(result, i) + byte(number, i));
      result[i] = static_cast<char>(carry);
      carry >>= 8U;
    }
    over += carry;
  };
  const auto reduce = [&] {
    while (over != 0 || result >= n) {
      int borrow = 0;
      for (std::size_t i = n.size(); i-- > 0;) {
        const int difference = byte(result, i) - byte(n, i) - borrow;
        result[i] = static_cast<char>(difference);
        borrow = difference < 0 ? 1 : 0;
      }
      over -= static_cast<unsigned>(borrow);
    }
  };
  for (std::size_t bit = 0; bit < b.size() * 8; ++bit) {
    take(std::string(result));
    reduce();
    if ((static_cast<unsigned>(byte(b, bit / 8)) >> (7 - bit % 8) & 1U) == 0) continue;
    take(a);
    reduce();
  }
  return result;
}

// What who verifies a signature compares.
std::string opened(const std::string& signature, const SigningKey& key) {
  std::string result = signature;
  for (int bit = 29; bit >= 0; --bit) {
    result = multiplied(result, result, key.modulus());
    if ((SigningKey::kExponent >> static_cast<unsigned>(bit) & 1U) == 0) continue;
    result = multiplied(result, signature, key.modulus());
  }
  return result;
}

// RFC 8017, section 9.2, "EMSA-PKCS1-v1_5".
std::string padded(std::string_view digest_info, std::string_view digest) {
  std::string block("\0\1", 2);
  block.resize(SigningKey::kBytes - 1 - digest_info.size() - digest.size(), '\xff');
  return block.append(1, '\0').append(digest_info).append(digest);
}

}  // namespace

TEST_SUITE("sns: signatures") {
  TEST_CASE("the public exponent opens signatures of both kinds, with every key") {
    const std::string_view sha1_info("\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
                                     15);
    const std::string_view sha256_info(
        "\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20", 19);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const SigningKey key{Random(seed)};
      const std::string text = "message " + std::to_string(seed);
      CHECK(opened(key.sign_sha1(text), key) == padded(sha1_info, as_bytes(sha1(text))));
      CHECK(opened(key.sign_sha256(text), key) == padded(sha256_info, as_bytes(sha256(text))));
    }
  }

  TEST_CASE("a key is made from its stream, and fills 2,048 bits") {
    const SigningKey key(Random(1));
    CHECK(key.modulus().size() == SigningKey::kBytes);
    CHECK((static_cast<unsigned char>(key.modulus()[0]) & 0x80U) != 0);
    CHECK(SigningKey(Random(1)).modulus() == key.modulus());
    for (std::uint64_t seed = 2; seed < 50; ++seed) {
      CHECK((static_cast<unsigned char>(SigningKey(Random(seed)).modulus()[0]) & 0x80U) != 0);
    }
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
