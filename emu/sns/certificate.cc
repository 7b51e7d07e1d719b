#include "sns/certificate.h"

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "core/hash/hash.h"
#include "core/text/base64.h"

namespace emu::sns {

namespace {

// Tags of ASN.1.
constexpr char kInteger = 0x02;
constexpr char kBitString = 0x03;
constexpr char kUtf8 = 0x0c;
constexpr char kUtcTime = 0x17;
constexpr char kSequence = 0x30;
constexpr char kSet = 0x31;

// An element of DER; the parts one after the other are its content.
std::string element(char tag, std::initializer_list<std::string_view> parts) {
  std::string content;
  for (const std::string_view part : parts) content += part;
  std::string encoded(1, tag);
  const std::size_t size = content.size();
  if (size < 128) {
    encoded += static_cast<char>(size);
  } else if (size < 256) {
    encoded += {'\x81', static_cast<char>(size)};
  } else {
    encoded += {'\x82', static_cast<char>(size >> 8U), static_cast<char>(size)};
  }
  return encoded + content;
}

// A positive number; its first bit is not its sign.
std::string integer(std::string_view bytes) {
  const bool has_first_bit = (static_cast<unsigned char>(bytes.front()) & 0x80U) != 0;
  return element(kInteger, {has_first_bit ? std::string_view("\0", 1) : std::string_view(), bytes});
}

std::string bit_string(std::string_view bytes) {
  return element(kBitString, {std::string_view("\0", 1), bytes});
}

// Identifiers with the parameters that the algorithms have: none.
constexpr std::string_view kRsa("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00", 13);
constexpr std::string_view kSha256WithRsa("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b\x05\x00",
                                          13);
constexpr std::string_view kCommonName("\x06\x03\x55\x04\x03", 5);

constexpr std::string_view kSubject = "sns.amazonaws.com";
constexpr std::string_view kFrom = "200101000000Z";
constexpr std::string_view kUntil = "491231235959Z";

std::string pem(std::string_view der) {
  constexpr std::size_t kLine = 64;
  const std::string text = base64_encode(der);
  std::string lines = "-----BEGIN CERTIFICATE-----\n";
  for (std::size_t at = 0; at < text.size(); at += kLine) {
    lines.append(text, at, kLine).append("\n");
  }
  return lines + "-----END CERTIFICATE-----\n";
}

}  // namespace

std::string certificate_of(const SigningKey& key) {
  constexpr std::string_view kExponentBytes("\x7c\x6b\x7b\x2b", 4);
  static_assert(SigningKey::kExponent == 0x7C6B'7B2B);
  const std::string modulus = key.modulus();
  const std::string public_key = element(
      kSequence, {element(kSequence, {kRsa}),
                  bit_string(element(kSequence, {integer(modulus), integer(kExponentBytes)}))});
  const std::string name = element(
      kSequence, {element(kSet, {element(kSequence, {kCommonName, element(kUtf8, {kSubject})})})});
  const std::string validity =
      element(kSequence, {element(kUtcTime, {kFrom}), element(kUtcTime, {kUntil})});
  const std::string algorithm = element(kSequence, {kSha256WithRsa});
  const Sha256Sum sum = sha256(modulus);
  const std::string serial = integer(as_bytes(sum).substr(0, 8));
  const std::string body =
      element(kSequence, {serial, algorithm, name, validity, name, public_key});
  return pem(element(kSequence, {body, algorithm, bit_string(key.sign_sha256(body))}));
}

}  // namespace emu::sns
