// AWS::Serverless::Function: the function, its role, alias and version, its URL, and its events.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/sam/building.h"
#include "cloudformation/sam/events.h"
#include "cloudformation/sam/role.h"
#include "core/text/ascii.h"

namespace emu::cloudformation::sam {

namespace {

constexpr std::array<std::string_view, 24> kFunctionPassed = {"FunctionName",
                                                              "Description",
                                                              "Handler",
                                                              "Runtime",
                                                              "MemorySize",
                                                              "Timeout",
                                                              "Environment",
                                                              "Layers",
                                                              "VpcConfig",
                                                              "KmsKeyArn",
                                                              "Architectures",
                                                              "EphemeralStorage",
                                                              "ImageConfig",
                                                              "LoggingConfig",
                                                              "PackageType",
                                                              "FileSystemConfigs",
                                                              "RecursiveLoop",
                                                              "SnapStart",
                                                              "Role",
                                                              "ReservedConcurrentExecutions",
                                                              "TenancyConfig",
                                                              "DurableConfig",
                                                              "CodeSigningConfigArn",
                                                              "RuntimeManagementConfig"};
constexpr std::array<std::string_view, 18> kFunctionRead = {"CodeUri",
                                                            "InlineCode",
                                                            "ImageUri",
                                                            "Policies",
                                                            "Events",
                                                            "Tags",
                                                            "Tracing",
                                                            "DeadLetterQueue",
                                                            "AutoPublishAlias",
                                                            "EventInvokeConfig",
                                                            "FunctionUrlConfig",
                                                            "ProvisionedConcurrencyConfig",
                                                            "PermissionsBoundary",
                                                            "RolePath",
                                                            "AssumeRolePolicyDocument",
                                                            "VersionDescription",
                                                            "AutoPublishCodeSha256",
                                                            "PropagateTags"};

Result<Node> code_property(const Building& building, const Source& source) {
  const Node& properties = source.properties;
  if (const Node* uri = properties.find("CodeUri")) {
    return code_of(*uri, "S3Bucket", "S3Key", "S3ObjectVersion");
  }
  if (const Node* code = properties.find("InlineCode")) {
    return object(code->place, {{"ZipFile", *code}});
  }
  if (const Node* image = properties.find("ImageUri")) {
    return object(image->place, {{"ImageUri", *image}});
  }
  return invalid(building, source, source.place, "'InlineCode' or 'CodeUri' must be set.",
                 "write CodeUri: with a folder, a zip file or s3://bucket/key");
}

Status add_dead_letters(const Building& building, const Source& source, Node& function,
                        RoleNeeds& needs) {
  const Node* queue = source.properties.find("DeadLetterQueue");
  if (queue == nullptr) return {};
  const std::string_view type = queue->text_of("Type");
  const Node* target = queue->find("TargetArn");
  if ((type != "SQS" && type != "SNS") || target == nullptr) {
    return invalid(building, source, queue->place,
                   "'DeadLetterQueue' requires Type and TargetArn properties to be specified.",
                   "write {Type: SQS, TargetArn: !GetAtt Queue.Arn}");
  }
  function.set("DeadLetterConfig", object(queue->place, {{"TargetArn", *target}}));
  needs.inline_policies.push_back(inline_policy(
      "DeadLetterQueuePolicy", type == "SQS" ? "sqs:SendMessage" : "sns:Publish", *target));
  return {};
}

void add_event_policies(const std::vector<Event>& events, const Source& source, RoleNeeds& needs) {
  const auto need = [&](std::string_view name) {
    auto& managed = needs.managed;
    if (std::find(managed.begin(), managed.end(), name) == managed.end()) managed.push_back(name);
  };
  if (source.properties.find("VpcConfig")) need("service-role/AWSLambdaVPCAccessExecutionRole");
  if (source.properties.text_of("Tracing") == "Active") need("AWSXrayWriteOnlyAccess");
  for (const Event& event : events) {
    if (event.type == "SQS") need("service-role/AWSLambdaSQSQueueExecutionRole");
    if (event.type == "DynamoDB") need("service-role/AWSLambdaDynamoDBExecutionRole");
    if (event.type == "Kinesis") need("service-role/AWSLambdaKinesisExecutionRole");
  }
}

Status make_alias(Building& building, const Source& source, const Node& code, Invoked& invoked) {
  const Node* alias = source.properties.find("AutoPublishAlias");
  if (alias == nullptr) return {};
  const Place place = alias->place;
  const auto name = known_text(building, *alias);
  if (!name || name->empty() || !std::all_of(name->begin(), name->end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '_';
      })) {
    return invalid(building, source, place,
                   "AutoPublishAlias must be a string or a Ref to a template parameter, and have "
                   "letters, digits, - and _ only.",
                   "write AutoPublishAlias: live");
  }
  std::string plain = *name;
  std::erase_if(plain, [](char c) { return !is_alphanumeric(c); });
  const Node* sha = source.properties.find("AutoPublishCodeSha256");
  const std::string version = source.id + "Version" + short_hash(sha ? *sha : code);
  const std::string id = source.id + "Alias" + plain;
  Node version_properties = object(place, {{"FunctionName", ref_node(source.id, place)}});
  copy_as(source.properties, "VersionDescription", "Description", version_properties);
  EMU_CHECK(
      add(building, source, version, "AWS::Lambda::Version", std::move(version_properties), place));
  building.made.items.back().set("DeletionPolicy", text_node("Retain", place));
  Node properties = object(place, {{"Name", text_node(*name, place)},
                                   {"FunctionName", ref_node(source.id, place)},
                                   {"FunctionVersion", get_att_node(version, "Version", place)}});
  copy_as(source.properties, "ProvisionedConcurrencyConfig", "ProvisionedConcurrencyConfig",
          properties);
  EMU_CHECK(add(building, source, id, "AWS::Lambda::Alias", std::move(properties), place));
  building.renamed[source.id + ".Version"] = version;
  building.renamed[source.id + ".Alias"] = id;
  invoked = {.ref = ref_node(id, place), .arn = ref_node(id, place), .uri_name = id};
  return {};
}

Status make_url(Building& building, const Source& source, const Invoked& invoked) {
  const Node* config = source.properties.find("FunctionUrlConfig");
  if (config == nullptr) return {};
  const Place place = config->place;
  const std::string_view type = config->text_of("AuthType");
  if (type != "NONE" && type != "AWS_IAM") {
    return invalid(building, source, place,
                   "AuthType is required to configure function property `FunctionUrlConfig`. "
                   "Please provide either AWS_IAM or NONE.",
                   "write AuthType: NONE");
  }
  Node url =
      object(place, {{"AuthType", text_node(type, place)}, {"TargetFunctionArn", invoked.ref}});
  static constexpr std::array<std::string_view, 2> kPassed = {"Cors", "InvokeMode"};
  copy_members(*config, kPassed, url);
  EMU_CHECK(add(building, source, source.id + "Url", "AWS::Lambda::Url", std::move(url), place));
  if (type != "NONE") return {};
  return add(building, source, source.id + "UrlPublicPermissions", "AWS::Lambda::Permission",
             object(place, {{"Action", text_node("lambda:InvokeFunctionUrl", place)},
                            {"FunctionName", invoked.ref},
                            {"Principal", text_node("*", place)},
                            {"FunctionUrlAuthType", text_node("NONE", place)}}),
             place);
}

// One of OnSuccess and OnFailure: a queue or topic is made when its type alone is given.
Result<Node> destination_of(Building& building, const Source& source, std::string_view which,
                            const Node& given, RoleNeeds& needs) {
  const std::string prefix = fmt::format("{}EventInvokeConfig{}", source.id, which);
  const std::string_view type = given.text_of("Type");
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kActions = {
      {{"SQS", "sqs:SendMessage"},
       {"SNS", "sns:Publish"},
       {"Lambda", "lambda:InvokeFunction"},
       {"EventBridge", "events:PutEvents"}}};
  const auto action = std::find_if(kActions.begin(), kActions.end(),
                                   [&](const auto& each) { return each.first == type; });
  const Node* arn = given.find("Destination");
  Node target = arn == nullptr ? Node() : *arn;
  if (action == kActions.end() || (arn == nullptr && type != "SQS" && type != "SNS")) {
    return invalid(building, source, given.place,
                   "'Type: SQS, SNS, EventBridge or Lambda' and, for the last two, 'Destination' "
                   "must be provided.",
                   "write {Type: SQS, Destination: !GetAtt Queue.Arn}");
  }
  if (arn == nullptr) {
    const std::string id = prefix + (type == "SQS" ? "Queue" : "Topic");
    EMU_CHECK(add(building, source, id, type == "SQS" ? "AWS::SQS::Queue" : "AWS::SNS::Topic",
                  map_node(given.place), given.place));
    target = type == "SQS" ? get_att_node(id, "Arn", given.place) : ref_node(id, given.place);
  }
  needs.inline_policies.push_back(inline_policy(prefix + "Policy", action->second, target));
  return object(given.place, {{"Destination", target}});
}

Status make_invoke_config(Building& building, const Source& source, RoleNeeds& needs) {
  const Node* config = source.properties.find("EventInvokeConfig");
  if (config == nullptr) return {};
  const Node* alias = source.properties.find("AutoPublishAlias");
  const std::string qualifier = alias ? known_text(building, *alias).value_or("") : "$LATEST";
  Node made = object(config->place, {{"FunctionName", ref_node(source.id, config->place)},
                                     {"Qualifier", text_node(qualifier, config->place)}});
  static constexpr std::array<std::string_view, 2> kPassed = {"MaximumEventAgeInSeconds",
                                                              "MaximumRetryAttempts"};
  copy_members(*config, kPassed, made);
  if (const Node* destinations = config->find("DestinationConfig")) {
    Node both = map_node(destinations->place);
    for (std::size_t i = 0; i < destinations->keys.size(); ++i) {
      EMU_TRY(Node && one, destination_of(building, source, destinations->keys[i].name,
                                          destinations->items[i], needs));
      both.set(destinations->keys[i].name, std::move(one));
    }
    made.set("DestinationConfig", std::move(both));
  }
  return add(building, source, source.id + "EventInvokeConfig", "AWS::Lambda::EventInvokeConfig",
             std::move(made), config->place);
}

}  // namespace

Status make_function(Building& building, const Source& source) {
  const Node& properties = source.properties;
  const Place place = source.place;
  EMU_CHECK(check_properties(building, source, properties, kFunctionPassed, kFunctionRead,
                             "AWS::Serverless::Function"));
  EMU_TRY(const Node& code, code_property(building, source));
  EMU_TRY(const std::vector<Event>& events, read_events(building, source));
  RoleNeeds needs;
  add_event_policies(events, source, needs);
  Node function = object(place, {{"Code", code}});
  copy_members(properties, kFunctionPassed, function);
  if (properties.find("Role") == nullptr) {
    function.set("Role", get_att_node(source.id + "Role", "Arn", place));
  }
  if (const Node* tracing = properties.find("Tracing")) {
    function.set("TracingConfig", object(tracing->place, {{"Mode", *tracing}}));
  }
  EMU_CHECK(add_dead_letters(building, source, function, needs));
  function.set("Tags", tag_list(properties.find("Tags"), place));
  EMU_CHECK(add_main(building, source, source.id, "AWS::Lambda::Function", std::move(function)));
  Invoked invoked{.ref = ref_node(source.id, place),
                  .arn = get_att_node(source.id, "Arn", place),
                  .uri_name = source.id + ".Arn"};
  EMU_CHECK(make_alias(building, source, code, invoked));
  EMU_CHECK(make_url(building, source, invoked));
  EMU_CHECK(make_invoke_config(building, source, needs));
  if (properties.find("Role") == nullptr) EMU_CHECK(make_role(building, source, std::move(needs)));
  for (const Event& event : events) EMU_CHECK(make_event(building, source, invoked, event));
  return {};
}

}  // namespace emu::cloudformation::sam
