#!/usr/bin/env bash
# Packs a finished build, and runs the program where nothing is but glibc: the archive unpacked into
# a root of its own, and the package of Debian taken apart.
#
#   archive_test.sh <build folder> <scratch folder>
#
# Exit code 77, which ctest counts as skipped: the machine allows no root of one's own.

set -euo pipefail

build=$1
scratch=$2
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

fail() {
  echo "$1" >&2
  exit 1
}

# What glibc brings; whoever unpacks the archive has it.
is_of_glibc() {
  [[ $1 =~ ^(ld-linux.*|lib(c|m|pthread|dl|rt|resolv))\.so\. ]]
}

# Every library that a file of the folder names is one of glibc's or lies in lib/emu.
check_needed() {
  local folder=$1 file needed
  [[ -x $folder/bin/emu ]] || fail "$folder holds no bin/emu"
  for file in "$folder"/bin/emu "$folder"/lib/emu/*; do
    while read -r needed; do
      is_of_glibc "$needed" || [[ -e $folder/lib/emu/$needed ]] ||
        fail "$file needs $needed, which is not in the package"
    done < <(objdump --private-headers "$file" | sed -n 's/^ *NEEDED *//p')
  done
}

# The newest version of glibc that something asks for.
newest_glibc() {
  objdump --dynamic-syms "$1"/bin/emu "$1"/lib/emu/* |
    grep --only-matching 'GLIBC_[0-9.]*[0-9]' | sed 's/GLIBC_//' | sort -uV | tail -1
}

# A root with the folder as /emu, and glibc.
make_root() {
  local folder=$1 root=$2 library
  mkdir -p "$root/tmp"
  cp -a "$folder" "$root/emu"
  while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done < <(ldd "$folder/bin/emu" | grep --only-matching '/[^ ]*' | while read -r library; do
    is_of_glibc "$(basename "$library")" && echo "$library"
  done)
}

rm -rf "$scratch"
mkdir -p "$scratch"
(cd "$build" && cpack -G "TGZ;DEB" -B "$scratch/packages") >"$scratch/cpack.log" 2>&1 ||
  fail "$(cat "$scratch/cpack.log")"

tar -xzf "$scratch"/packages/emu-*.tar.gz -C "$scratch"
folder=$(echo "$scratch"/emu-*)
check_needed "$folder"
glibc=$(newest_glibc "$folder")
echo "The newest glibc that is asked for: $glibc"
du -sh "$folder" "$scratch"/packages/emu* | sed "s|$scratch/||"
# The README tells of a build on Debian 12.
if grep --quiet '^VERSION_ID="12"' /etc/os-release; then
  said=$(sed -n 's/.*glibc \([0-9.]*[0-9]\) or later.*/\1/p' "$project/README.md" | head -1)
  [[ $(printf '%s\n' "$glibc" "$said" | sort -V | tail -1) == "$said" ]] ||
    fail "README.md says glibc $said, but $glibc is needed"
fi

# A package of Debian has the same in it.
if command -v dpkg-deb >/dev/null; then
  dpkg-deb --extract "$scratch"/packages/emu*.deb "$scratch/deb"
  check_needed "$scratch/deb/usr"
  dpkg-deb --field "$scratch"/packages/emu*.deb Depends
fi

root=$scratch/root
make_root "$folder" "$root"
# Where the program lies the loader asks /proc, which this root does not have.
origin=LD_ORIGIN_PATH=/emu/bin
change_root=$(PATH=$PATH:/usr/sbin command -v chroot)
in_root=(env -i "$origin" "$change_root" "$root")
if [[ $(id -u) != 0 ]]; then
  in_root=(env -i "$origin" "$(command -v unshare)" --user --map-root-user "$change_root" "$root")
  "${in_root[@]}" /emu/bin/emu version || {
    echo "No root of one's own is allowed here."
    exit 77
  }
fi
"${in_root[@]}" /emu/bin/emu version
"${in_root[@]}" /emu/bin/emu run /emu/share/emu/scenarios/bus-small.yaml --quiet

# A server that is ready ends with 0 when it is asked to.
coproc server { exec "${in_root[@]}" /emu/bin/emu serve --port 0 2>&1; }
# shellcheck disable=SC2154  # coproc sets it
pid=$server_PID
while read -r line <&"${server[0]}" && [[ $line != Ready* ]]; do
  :
done
[[ $line == Ready* ]] || fail "the server said at last: $line"
kill -TERM "$pid"
wait "$pid" || fail "the server ended with $?"
echo "It runs where there is only glibc."
