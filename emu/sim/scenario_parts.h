// The parts of a scenario file, each read from its YAML node.
#pragma once

#include <emu/sim/scenario.h>
#include <yaml-cpp/yaml.h>

#include "sim/yaml_fields.h"

namespace emu::sim {

Load read_load(const YAML::Node& node, YamlProblems& problems);
Latency read_latency(const YAML::Node& node, YamlProblems& problems);
ScenarioFault read_fault(const YAML::Node& node, YamlProblems& problems);
Expectation read_expectation(const YAML::Node& node, YamlProblems& problems);

}  // namespace emu::sim
