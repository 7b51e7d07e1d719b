// The comparisons that condition operators are made of. Each holds when any one of the policy's
// values does.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "iam/condition.h"

namespace emu::iam {

using ConditionTestMaker = std::shared_ptr<const ConditionTest> (*)(
    const std::vector<std::string>& values, Variables variables);

std::shared_ptr<const ConditionTest> make_string_equals(const std::vector<std::string>& values,
                                                        Variables variables);
std::shared_ptr<const ConditionTest> make_string_equals_ignore_case(
    const std::vector<std::string>& values, Variables variables);
std::shared_ptr<const ConditionTest> make_string_like(const std::vector<std::string>& values,
                                                      Variables variables);
std::shared_ptr<const ConditionTest> make_arn_like(const std::vector<std::string>& values,
                                                   Variables variables);

// Values that are no number never match.
std::shared_ptr<const ConditionTest> make_numeric_equals(const std::vector<std::string>& values,
                                                         Variables variables);
std::shared_ptr<const ConditionTest> make_numeric_less(const std::vector<std::string>& values,
                                                       Variables variables);
std::shared_ptr<const ConditionTest> make_numeric_at_most(const std::vector<std::string>& values,
                                                          Variables variables);
std::shared_ptr<const ConditionTest> make_numeric_greater(const std::vector<std::string>& values,
                                                          Variables variables);
std::shared_ptr<const ConditionTest> make_numeric_at_least(const std::vector<std::string>& values,
                                                           Variables variables);

// Dates are ISO 8601 in UTC or with an offset, or seconds since the epoch.
std::shared_ptr<const ConditionTest> make_date_equals(const std::vector<std::string>& values,
                                                      Variables variables);
std::shared_ptr<const ConditionTest> make_date_less(const std::vector<std::string>& values,
                                                    Variables variables);
std::shared_ptr<const ConditionTest> make_date_at_most(const std::vector<std::string>& values,
                                                       Variables variables);
std::shared_ptr<const ConditionTest> make_date_greater(const std::vector<std::string>& values,
                                                       Variables variables);
std::shared_ptr<const ConditionTest> make_date_at_least(const std::vector<std::string>& values,
                                                        Variables variables);

// Addresses and CIDR blocks of IPv4 and IPv6.
std::shared_ptr<const ConditionTest> make_ip_address(const std::vector<std::string>& values,
                                                     Variables variables);

}  // namespace emu::iam
