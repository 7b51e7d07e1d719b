// What the operations of S3 share.
// Source: Amazon S3 API Reference, "Data Types".
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <string>
#include <vector>

namespace emu::s3 {

struct Tag {
  std::string key;         // 1 to 128 characters
  std::string value = {};  // up to 256, may be empty
  static void describe(StructureShape<Tag>& s);
};

struct Tagging {
  std::vector<Tag> tag_set = {};
  static void describe(StructureShape<Tagging>& s);
};

struct Owner {
  std::string id = {};  // canonical user id: 64 hexadecimal digits
  static void describe(StructureShape<Owner>& s);
};

}  // namespace emu::s3
