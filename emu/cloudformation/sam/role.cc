#include "cloudformation/sam/role.h"

#include <fmt/format.h>

#include <algorithm>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/sam/policy_templates.h"
#include "core/text/ascii.h"

namespace emu::cloudformation::sam {

namespace {

constexpr std::string_view kManaged = "arn:aws:iam::aws:policy/";

Node managed_arn(std::string_view name, Place place) {
  return text_node(fmt::format("{}{}", kManaged, name), place);
}

// A policy of AWS's that is given by its name alone.
Node managed_policy(const Node& name) {
  if (!name.is_text() || name.text.starts_with("arn:")) return name;
  const bool is_service_role =
      (name.text.starts_with("AWSLambda") && name.text.ends_with("ExecutionRole")) ||
      name.text == "AWSLambdaRole";
  return managed_arn(is_service_role ? "service-role/" + name.text : name.text, name.place);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) words.push_back(take_until(text, ' '));
  return words;
}

std::string variable_of(std::string_view parameter) {
  std::string name(parameter);
  name[0] = to_lower(name[0]);
  return name;
}

// The resource of a statement, with those parameters that it names.
Node resource_of(std::string_view text, const std::vector<std::string_view>& parameters,
                 const Node& values, Place place) {
  if (text == "*") return text_node(text, place);
  Node variables = map_node(place);
  for (const std::string_view parameter : parameters) {
    const std::string name = variable_of(parameter);
    if (text.find("${" + name + "}") != text.npos) variables.set(name, *values.find(parameter));
  }
  if (variables.keys.empty()) return sub_node(text, place);
  return object(place, {{"Fn::Sub", list_node({text_node(text, place), variables}, place)}});
}

Node statement_of(const PolicyStatement& statement, const std::vector<std::string_view>& parameters,
                  const Node& values, Place place) {
  Node actions = list_node({}, place);
  for (const std::string_view action : words_of(statement.actions)) {
    actions.items.push_back(text_node(action, place));
  }
  Node resources = list_node({}, place);
  for (const std::string_view resource : words_of(statement.resources)) {
    resources.items.push_back(resource_of(resource, parameters, values, place));
  }
  const bool is_one = resources.items.size() == 1;
  return object(place, {{"Action", actions},
                        {"Resource", is_one ? Node(resources.items[0]) : resources},
                        {"Effect", text_node("Allow", place)}});
}

Result<Node> expanded(const Building& building, const Source& source, const Node::Key& key,
                      const Node& values) {
  std::vector<std::string_view> known;
  for (const PolicyTemplate& each : policy_templates()) {
    known.push_back(each.name);
    if (each.name != key.name) continue;
    const auto parameters = words_of(each.parameters);
    for (const std::string_view parameter : parameters) {
      if (values.find(parameter) != nullptr) continue;
      return invalid(
          building, source, key.place,
          fmt::format("Must specify valid parameter values for policy template '{}'", key.name),
          fmt::format("write {}: {{{}: !Ref LogicalId}}", key.name, parameter));
    }
    for (const Node::Key& given : values.keys) {
      if (std::find(parameters.begin(), parameters.end(), given.name) != parameters.end()) continue;
      return invalid(
          building, source, given.place,
          fmt::format("Must specify valid parameter values for policy template '{}'", key.name),
          advice_for(given.name, parameters));
    }
    Node statements = list_node({}, key.place);
    for (const PolicyStatement& statement : each.statements) {
      if (statement.actions.empty()) continue;
      statements.items.push_back(statement_of(statement, parameters, values, key.place));
    }
    return object(key.place, {{"Statement", statements}});
  }
  return invalid(building, source, key.place,
                 fmt::format("There is no policy template {}.", key.name),
                 advice_for(key.name, known));
}

class PolicyReader {
 public:
  PolicyReader(const Building& building, const Source& source, Node& managed, Node& inlined)
      : building_(building), source_(source), managed_(managed), inlined_(inlined) {}

  Status read(const Node& policies) {
    if (!policies.is_list()) return read_one(policies);
    for (const Node& policy : policies.items) {
      EMU_CHECK(read_one(policy));
      ++index_;
    }
    return {};
  }

 private:
  Status read_one(const Node& policy) {
    if (!policy.is_map() || as_call(policy)) {
      managed_.items.push_back(managed_policy(policy));
      return {};
    }
    Node document = policy;
    if (policy.find("Statement") == nullptr) {
      if (policy.keys.size() != 1) {
        return invalid(building_, source_, policy.place, "A policy has a Statement.",
                       "write Statement: [{Effect: Allow, Action: …, Resource: …}], or the name of "
                       "one policy template");
      }
      EMU_TRY(document, expanded(building_, source_, policy.keys[0], policy.items[0]));
    }
    inlined_.items.push_back(object(
        policy.place,
        {{"PolicyName", text_node(fmt::format("{}RolePolicy{}", source_.id, index_), policy.place)},
         {"PolicyDocument", document}}));
    return {};
  }

  const Building& building_;
  const Source& source_;
  Node& managed_;
  Node& inlined_;
  int index_ = 0;
};

}  // namespace

Node inline_policy(std::string_view name, std::string_view action, const Node& resource) {
  const Place place = resource.place;
  const Node statement = object(place, {{"Action", text_node(action, place)},
                                        {"Resource", resource},
                                        {"Effect", text_node("Allow", place)}});
  return object(
      place, {{"PolicyName", text_node(name, place)},
              {"PolicyDocument", object(place, {{"Version", text_node("2012-10-17", place)},
                                                {"Statement", list_node({statement}, place)}})}});
}

Status make_role(Building& building, const Source& source, RoleNeeds needs) {
  const Place place = source.place;
  const Node* trust = source.properties.find("AssumeRolePolicyDocument");
  Node properties = object(
      place,
      {{"AssumeRolePolicyDocument",
        trust != nullptr
            ? *trust
            : object(place,
                     {{"Version", text_node("2012-10-17", place)},
                      {"Statement",
                       list_node(
                           {object(place,
                                   {{"Action", texts(place, {"sts:AssumeRole"})},
                                    {"Effect", text_node("Allow", place)},
                                    {"Principal",
                                     object(place, {{"Service",
                                                     texts(place, {"lambda.amazonaws.com"})}})}})},
                           place)}})}});
  Node managed = list_node({managed_arn("service-role/AWSLambdaBasicExecutionRole", place)}, place);
  for (const std::string_view name : needs.managed) {
    managed.items.push_back(managed_arn(name, place));
  }
  Node inlined = list_node(std::move(needs.inline_policies), place);
  if (const Node* policies = source.properties.find("Policies")) {
    EMU_CHECK(PolicyReader(building, source, managed, inlined).read(*policies));
  }
  properties.set("ManagedPolicyArns", std::move(managed));
  if (!inlined.items.empty()) properties.set("Policies", std::move(inlined));
  copy_as(source.properties, "PermissionsBoundary", "PermissionsBoundary", properties);
  copy_as(source.properties, "RolePath", "Path", properties);
  properties.set("Tags", tag_list(source.properties.find("Tags"), place));
  return add(building, source, source.id + "Role", "AWS::IAM::Role", std::move(properties), place);
}

}  // namespace emu::cloudformation::sam
