// Templates that lie on this machine, and the code of functions beside them.
#pragma once

#include <emu/blob.h>
#include <emu/cloudformation.h>
#include <emu/result.h>

#include <cstddef>
#include <string>

namespace emu::sim {

// Of all files of a function's code together, as Lambda bounds them.
inline constexpr std::size_t kCodeBytesMax = std::size_t{250} * 1024 * 1024;

// Whether the file ends as templates do, and holds resources. False for one that cannot be read.
bool is_template_file(const std::string& path);

// The template with its text, and with `package` set to read code beside it.
Result<cloudformation::DeployTemplate> read_template_file(const std::string& path);

// A name for its stack: that of the file, or of its folder when it is called "template".
std::string stack_name_of(const std::string& path);

// What lies at a path, relative to a folder, as a zip file: a folder with all that is in it, one
// file, or a zip file as it is.
Result<Blob> package_code(const std::string& folder, const std::string& path);

}  // namespace emu::sim
