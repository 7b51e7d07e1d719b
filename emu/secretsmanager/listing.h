// Lists of secrets: which filters let through, in which order, page by page.
// Source: AWS Secrets Manager API Reference, "ListSecrets" and "Filter".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "secretsmanager/state.h"

namespace emu::secretsmanager {

struct ListRequest {
  const std::vector<Filter>& filters;
  bool with_deleted = false;
  std::string_view sort_by = {};  // empty: created-date
  bool is_descending = false;
  std::optional<std::string> token = {};
  std::size_t room = 0;
};

struct ListPage {
  std::vector<Secret*> secrets = {};
  std::string next_token = {};
};

// By the time of creation a page costs what it passes over; any other order looks at all secrets.
// Errors: InvalidNextTokenException.
Result<ListPage> list_secrets(State& state, const ListRequest& request);

}  // namespace emu::secretsmanager
