// The regular expressions of Lambda's API model, as functions, each with the text that its refusal
// shows.
#pragma once

#include <string_view>
#include <vector>

namespace emu::lambda::patterns {

// Of what makes or changes a function itself.
inline constexpr std::string_view kFunctionName =
    R"((arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?)";
bool is_function_name(std::string_view text);

// Of everything else.
inline constexpr std::string_view kNamespacedFunctionName =
    R"((arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?)";
bool is_namespaced_function_name(std::string_view text);

inline constexpr std::string_view kRole =
    R"(arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+)";
bool is_role(std::string_view text);

inline constexpr std::string_view kHandler = R"([^\s]+)";
bool has_no_space(std::string_view text);

inline constexpr std::string_view kVariable = R"([a-zA-Z]([a-zA-Z0-9_])+)";
bool is_variable(std::string_view text);

inline constexpr std::string_view kQualifier = R"(\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+)";
bool is_qualifier(std::string_view text);

inline constexpr std::string_view kArn =
    R"(arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]{2}(-gov)?-[a-z]+-\d{1})?:(\d{12})?:(.*))";
bool is_arn(std::string_view text);

inline constexpr std::string_view kDestination =
    R"($|kafka://([^.]([a-zA-Z0-9\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*))";
bool is_destination_or_empty(std::string_view text);

inline constexpr std::string_view kResource = R"((arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|())";
bool is_resource_or_empty(std::string_view text);

inline constexpr std::string_view kLayer =
    R"(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)";
bool is_layer(std::string_view text);

// Without a version; or its name alone.
inline constexpr std::string_view kLayerName =
    R"((arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+)";
bool is_layer_name(std::string_view text);

inline constexpr std::string_view kStatementId = R"(([a-zA-Z0-9-_]+))";
bool is_statement_id(std::string_view text);

inline constexpr std::string_view kNamespacedStatementId = R"(([a-zA-Z0-9-_.]+))";
bool is_namespaced_statement_id(std::string_view text);

inline constexpr std::string_view kAction = R"((lambda:[*]|lambda:[a-zA-Z]+|[*]))";
bool is_action(std::string_view text);

inline constexpr std::string_view kAccount = R"(\d{12})";
bool is_account(std::string_view text);

inline constexpr std::string_view kEventSourceToken = R"([a-zA-Z0-9._\-]+)";
bool is_event_source_token(std::string_view text);

inline constexpr std::string_view kOrganization = R"(o-[a-z0-9]{10,32})";
bool is_organization(std::string_view text);

inline constexpr std::string_view kLogGroup = R"([\.\-_/#A-Za-z0-9]+)";
bool is_log_group(std::string_view text);

inline constexpr std::string_view kBucket = R"([0-9A-Za-z\.\-_]*(?<!\.))";
bool is_bucket(std::string_view text);

inline constexpr std::string_view kTaggable =
    R"(arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:(function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+))";
bool is_taggable(std::string_view text);

// All runtimes that were ever offered: deprecated ones are in use, and cost nothing here.
std::vector<std::string_view> runtimes();

}  // namespace emu::lambda::patterns
