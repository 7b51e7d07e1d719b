// Shapes as XML elements, in both directions. Instants are dates (ISO 8601).
#pragma once

#include <emu/description.h>

#include "core/gate/service_profile.h"
#include "wire/xml/xml_reader.h"
#include "wire/xml/xml_writer.h"

namespace emu::wire {

// The members of a structure that travel in the body, each as an element, into one that is open.
void write_xml_members(const ProtocolProfile& protocol, const Shape& shape, const void* structure,
                       XmlWriter& xml);

// False when an element does not fit the shape. Unknown ones are passed over.
bool read_xml_members(const ProtocolProfile& protocol, const Shape& shape, void* structure,
                      const XmlNode& node);

}  // namespace emu::wire
