#include <emu/version.h>

#include <cstdio>

int main() { std::printf("built with emu %s\n", emu::version()); }
