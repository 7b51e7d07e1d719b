#include <emu/cloud.h>
#include <emu/version.h>

#include <chrono>
#include <cstdio>

int main() {
  emu::Cloud cloud;
  const emu::Time start = cloud.now();
  cloud.advance(std::chrono::hours(12));
  std::printf("emu %s moved its clock\n", emu::version());
  return cloud.now() == start + std::chrono::hours(12) ? 0 : 1;
}
