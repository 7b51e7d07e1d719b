// The transform AWS::Serverless-2016-10-31: SAM's resources become those of CloudFormation.
#pragma once

#include <emu/result.h>

#include "cloudformation/template.h"

namespace emu::cloudformation::sam {

// Works on the tree: what SAM makes is put behind what it is made for.
Status apply_serverless(Node& root, const Template& from, const ParameterValues& parameters);

}  // namespace emu::cloudformation::sam
