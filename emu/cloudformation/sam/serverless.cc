#include "cloudformation/sam/serverless.h"

#include "cloudformation/sections.h"

namespace emu::cloudformation::sam {

Status apply_serverless(Node& root, const Template& from, const ParameterValues& /*parameters*/) {
  return make_error(from.file, root.place,
                    "The transform AWS::Serverless-2016-10-31 is not answered.",
                    "let sam or the AWS CLI make the plain template");
}

}  // namespace emu::cloudformation::sam
