// What CloudFormation knows of a type of resources: how one is made, removed and changed by calls
// of its service, and what Ref and GetAtt give.
//
// One file per type in types/, and one list of them in resource_types.cc.
#pragma once

#include <emu/aws.h>
#include <emu/blob.h>
#include <emu/result.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/properties.h"
#include "core/gate/caller.h"
#include "core/gate/world.h"

namespace emu::cloudformation {

// The zip file of code that lies at a path, which the template names.
using PackageReader = std::function<Result<Blob>(const std::string& path)>;

// A resource while it is worked on. What is made writes down its physical id as soon as there is
// something to remove, and its attributes when it is whole.
struct Making {
  World& world;
  Aws& aws;  // the stack's caller
  const Caller& caller;
  std::string_view stack_name;
  std::string_view stack_id;
  std::string_view logical_id;
  const PackageReader& package;

  Json properties = {};
  std::string physical_id = {};                 // what Ref gives
  std::map<std::string, Json> attributes = {};  // what GetAtt gives

  // A name as CloudFormation makes it, "stack-Queue-1XNPWXKAJ3XGM"; the stack's name and the
  // logical id are cut so that it fits.
  std::string new_name(std::size_t length_max) const;
  // The property that names the resource, or a new name.
  Result<std::string> name(std::string_view property, std::size_t length_max) const;
  // Of a service in the stack's region and account: "arn:aws:sqs:us-east-1:000000000000:orders".
  std::string arn(std::string_view service, std::string_view resource) const;
};

struct ResourceType {
  std::string_view name;  // "AWS::SQS::Queue"
  // All that GetAtt may ask for.
  std::vector<std::string_view> attributes = {};
  Status (*create)(Making& making) = nullptr;
  // That it is not there any more is no failure.
  Status (*remove)(Making& making) = nullptr;
  // Changes the resource to what its properties now are; `before` are those that it had. Null, or
  // false as an answer before anything has changed: a new one has to take its place.
  Result<bool> (*update)(Making& making, const Json& before) = nullptr;
};

// Null for a type that there is not.
const ResourceType* find_resource_type(std::string_view name);
// In the order of their names.
std::vector<const ResourceType*> all_resource_types();

}  // namespace emu::cloudformation
