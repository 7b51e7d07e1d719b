// Tags of topics, and their data protection policies, which are kept only.
#pragma once

#include <emu/result.h>
#include <emu/sns/topics.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace emu::sns {

// The tags with more of them, or what is wrong with those.
Result<std::map<std::string, std::string>> with_tags(std::map<std::string, std::string> tags,
                                                     const std::vector<Tag>& more);

// Whether a text may be a data protection policy. Empty: none.
Status check_data_protection(std::string_view json);

}  // namespace emu::sns
