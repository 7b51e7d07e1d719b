// Which of S3's operations a request asks for: by its method, by whether its path names an object,
// a bucket or nothing, and by the sub-resources in its query.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <cstdint>
#include <set>
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

  // The methods of the operations that there are of what a request names: "GET, DELETE, PUT".
  std::string allowed_methods(const Asked& asked) const;

 private:
  enum class Depth : std::uint8_t { kService, kBucket, kObject };

  struct Choice {
    const Operation* operation;
    std::vector<RawQueryPair> constants;
    std::vector<std::string_view> parameters = {};  // of the query, that must be there
    std::string_view header = {};                   // that must be there

    bool fits(const std::vector<RawQueryPair>& query, const Asked& asked) const;
    bool names(std::string_view parameter) const;
    std::size_t rank() const {
      return constants.size() + parameters.size() + (header.empty() ? 0 : 1);
    }
  };
  struct Group {
    std::string_view method;
    Depth depth;
    std::vector<Choice> choices = {};  // those that ask for most come first
  };

  void add_subresources(const Operation& op);
  // Whether a name in a query makes another operation of a request.
  bool is_subresource(std::string_view name) const;
  // Those in a query, each once, by name.
  std::vector<std::string_view> subresources_of(const std::vector<RawQueryPair>& query) const;
  bool has_subresource(const Choice& choice) const;
  static Depth depth_of(std::string_view path);
  const Group* find_group(std::string_view method, Depth depth) const;
  bool is_answered(std::string_view subresource, Depth depth) const;
  // Why nothing answers a request, whose query has that sub-resource, if any.
  Error refusal(const Asked& asked, Depth depth, std::string_view subresource) const;

  const OperationTable& table_;
  std::vector<Group> groups_ = {};
  // uploadId is a parameter of operations that have no other sign.
  std::set<std::string_view> subresources_ = {"uploadId"};
};

}  // namespace emu::s3
