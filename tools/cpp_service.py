"""The files of a service beside its shapes, as they are before anybody has thought about them: for
scaffold.py. What is here is what every service has; style and order are those of emu/logs."""

import re

import cpp_shapes

_PROTOCOLS = {
    "json": "kJson",
    "query": "kQuery",
    "rest-json": "kRestJson",
    "rest-xml": "kRestXml",
    "smithy-rpc-v2-cbor": "kCbor",
}


def class_of(service):
    return service.capitalize()


def names(model):
    """What AWS calls a service in prose and in its API model."""
    metadata = model["metadata"]
    return metadata["serviceFullName"], f"{metadata['serviceFullName']} API model, {metadata['apiVersion']}"


def _codes_of_gate(model):
    """The codes of a refusal by IAM and of a member that breaks its constraints."""
    if model["metadata"]["protocol"] == "query":
        return "AccessDenied", "ValidationError"
    return "AccessDeniedException", "ValidationException"


def error_codes(model, operations):
    """Of these operations and of the gate, in their order."""
    codes = set(_codes_of_gate(model))
    for name in operations:
        for error in model["operations"][name].get("errors", []):
            shape = model["shapes"][error["shape"]]
            codes.add(shape.get("error", {}).get("code", error["shape"]))
    return sorted(codes)


def _constant(code):
    words = re.split(r"[^A-Za-z0-9]+", code)
    return "k" + "".join(word[:1].upper() + word[1:] for word in words)


def public_errors(service, model, operations):
    title, _ = names(model)
    constants = "".join(
        f'inline constexpr const char* {_constant(code)} = "{code}";\n'
        for code in error_codes(model, operations)
    )
    return f"""// The codes of the errors of {title}, as Error::code holds them.
#pragma once

namespace emu::{service}::errors {{

{constants}
}}  // namespace emu::{service}::errors
"""


def overview(service, model, parts):
    title, _ = names(model)
    includes = "".join(f"#include <emu/{service}/{part}.h>\n" for part in sorted(parts))
    return f"// {title}.\n// Source: {title} API Reference.\n#pragma once\n\n{includes}"


def readme(service, model, operations):
    title, _ = names(model)
    rows = "".join(f"| {name} | |\n" for name in operations)
    return (
        f"# {title}\n\n| operation | notes |\n| --- | --- |\n{rows}\n"
        f"## Known differences from AWS\n\n## Sources\n\n{title} API Reference.\n"
    )


def limits(service, model):
    title, _ = names(model)
    return f"// The numbers of {title}.\n#pragma once\n\nnamespace emu::{service} {{}}\n"


def errors_header(service, model):
    title, _ = names(model)
    return f"""// What {title} answers when it refuses.
#pragma once

#include <emu/result.h>
#include <emu/{service}/errors.h>

#include <string>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::{service} {{

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

}}  // namespace emu::{service}
"""


def errors_source(service, model):
    denied, invalid = (_constant(code) for code in _codes_of_gate(model))
    return f"""#include "{service}/errors.h"

namespace emu::{service} {{

Error access_denied(const Call&, const std::string& text) {{
  return {{.code = errors::{denied}, .message = text, .status = 403}};
}}

Error invalid(const Call&, const std::vector<Violation>& violations) {{
  return {{.code = errors::{invalid}, .message = validation_text(violations)}};
}}

}}  // namespace emu::{service}
"""


def state(service, model):
    title, _ = names(model)
    return f"""// What {title} stores in one account and region.
#pragma once

#include <string>
#include <utility>

namespace emu::{service} {{

struct State {{
  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {{}}

  std::string account;
  std::string region;
}};

}}  // namespace emu::{service}
"""


def signatures(service, part, operations):
    return [
        f"Result<{part.result_of(name)}> {cpp_shapes.snake(name)}(Call& call, const {name}& in);"
        for name in operations
    ]


def service_header(service, model, part, operations):
    title, _ = names(model)
    declared = "".join(f"  {line}\n" for line in signatures(service, part, operations))
    name = class_of(service)
    return f"""// A fake {title}.
#pragma once

#include <emu/{service}.h>

#include <memory>
#include <optional>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "{service}/state.h"

namespace emu::{service} {{

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class {name} final : public Service {{
 public:
  explicit {name}(World& world) : world_(world) {{}}

{declared}
  const ServiceProfile& profile() const override {{ return kProfile; }}
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

 private:
  State& state(const Call& call) {{ return states_.at(call.account(), call.region()); }}

  World& world_;
  Regional<State> states_;
}};

}}  // namespace emu::{service}
"""


def service_source(service):
    name = class_of(service)
    return f"""#include "{service}/service.h"

namespace emu::{service} {{

std::unique_ptr<Service> make_service(World& world) {{ return std::make_unique<{name}>(world); }}

void {name}::reset(std::optional<std::string_view> account) {{
  states_.each_of(account, [](State& state) {{ state = State(state.account, state.region); }});
}}

}}  // namespace emu::{service}
"""


def registrations(service, operations):
    name = class_of(service)
    return [
        f"table.add<{each}>(*this, &{name}::{cpp_shapes.snake(each)});" for each in operations
    ]


def operations_source(service, model, operations):
    title, _ = names(model)
    added = "".join(f"  {line}\n" for line in registrations(service, operations))
    return f"""// What {title} answers, and what each operation asks of IAM.
#include "{service}/service.h"

namespace emu::{service} {{

void {class_of(service)}::add_to(OperationTable& table) {{
{added}}}

}}  // namespace emu::{service}
"""


def profile(service, model, operations):
    title, source = names(model)
    metadata = model["metadata"]
    protocol = [f".kind = ProtocolKind::{_PROTOCOLS[metadata['protocol']]}"]
    if "targetPrefix" in metadata:
        protocol.append(f'.target_prefix = "{metadata["targetPrefix"]}"')
        protocol.append(f'.json_version = "{metadata["jsonVersion"]}"')
    namespace = metadata.get("xmlNamespace")
    if namespace:
        uri = namespace if isinstance(namespace, str) else namespace["uri"]
        protocol.append(f'.xml_namespace = "{uri}"')
    fields = ", ".join(protocol)
    errors = "".join(
        f"    ErrorProfile{{.code = errors::{_constant(code)}}},\n"
        for code in error_codes(model, operations)
    )
    return f"""// How {title} describes itself to the rest of emu.
// Source: {source}.

#include <array>

#include "core/gate/service_profile.h"
#include "{service}/errors.h"
#include "{service}/service.h"

namespace emu::{service} {{

namespace {{

constexpr std::array kProtocols = {{
    ProtocolProfile{{{fields}}},
}};

constexpr std::array kErrors = {{
{errors}}};

// What callers who are too fast are told comes first.
constexpr std::array kFailures = {{
    FailureProfile{{.code = "ThrottlingException", .message = "Rate exceeded"}},
}};

}}  // namespace

constinit const ServiceProfile kProfile = {{
    .name = "{service}",
    .signing_name = "{metadata.get("signingName", metadata["endpointPrefix"])}",
    .host_prefix = "{metadata["endpointPrefix"]}",
    .api_version = "{metadata["apiVersion"]}",
    .sdk_id = "{metadata["serviceId"]}",
    .cli_name = "{service}",
    .protocols = kProtocols,
    .errors = kErrors,
    .failures = kFailures,
    .access_denied = &access_denied,
    .invalid = &invalid}};

}}  // namespace emu::{service}
"""


def operation_source(service, part, name):
    return f"""#include "{service}/service.h"

namespace emu::{service} {{

Result<{part.result_of(name)}> {class_of(service)}::{cpp_shapes.snake(name)}(Call&, const {name}&) {{
  return Error{{.code = "NotImplemented", .message = "{name} is not written yet.", .status = 501}};
}}

}}  // namespace emu::{service}
"""


def operation_test(service, name):
    return f"""#include <doctest/doctest.h>
#include <emu/cloud.h>
#include <emu/{service}.h>

namespace emu::{service} {{
namespace {{

TEST_SUITE("{service}: {name}") {{
  TEST_CASE("its usage") {{
    Cloud cloud;
    Aws aws = cloud.aws();
    CHECK(aws.send({name}{{}}).ok());
  }}
}}

}}  // namespace
}}  // namespace emu::{service}
"""
