// Which of S3's operations a request asks for: by its method, by whether its path names an object,
// a bucket or nothing, and by the sub-resources in its query.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/operation_table.h"
#include "core/text/percent.h"

namespace emu::s3 {

class Router {
 public:
  // S3's operations must be in the table, which must outlive the router. Those of others may
  // follow.
  explicit Router(const OperationTable& table);

  struct Asked {
    std::string_view method;
    std::string_view path;   // in path style
    std::string_view query;  // raw
    const HttpHeaders& headers;
  };
  Result<const OperationEntry*> find(const Asked& asked) const;

 private:
  enum class Depth : std::uint8_t { kService, kBucket, kObject };

  struct Choice {
    const Operation* operation;
    std::vector<RawQueryPair> constants;
    std::string_view header = {};  // that must be there

    bool fits(const std::vector<RawQueryPair>& query, const HttpHeaders& headers) const;
    bool has_constant(std::string_view name) const;
    std::size_t rank() const { return constants.size() + (header.empty() ? 0 : 1); }
  };
  struct Group {
    std::string_view method;
    Depth depth;
    std::vector<Choice> choices = {};  // those that ask for most come first
  };

  static Depth depth_of(std::string_view path);
  static std::string_view resource_type(Depth depth);
  const Group* find_group(std::string_view method, Depth depth) const;
  bool is_answered(std::string_view subresource, Depth depth) const;

  const OperationTable& table_;
  std::vector<Group> groups_ = {};
};

}  // namespace emu::s3
