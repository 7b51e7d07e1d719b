# shellcheck shell=bash
# What ./run.sh and ./test.sh need before they can build. Sourced by both, with the project's root
# as the working directory.
#
#   install_packages <package>…   installs those that are missing, on Debian and Ubuntu; with nothing
#                                 missing it is silent and uses no network
#   install_clients <package>…    the same one by one: what is not to be had is left out with a notice
#                                 and named in EMU_MISSING_CLIENTS, for tests that then are skipped
#   build <preset> [target…]      configures when needed and builds; shows progress, and the
#                                 compiler's words when it fails

# True when something was installed, which CMake has not seen yet.
configure_again=false

kBuildPackages=(
  g++                  # the compiler, C++20
  cmake                # 3.25 or later
  ninja-build          # runs the build
  ccache               # makes a second build from nothing take seconds
  libssl-dev           # hashes and HMAC
  zlib1g-dev           # CRC32, compressed bodies
  libfmt-dev           # text
  nlohmann-json3-dev   # documents at the edge
  libyaml-cpp-dev      # scenarios and templates
  libboost-context-dev # fibers
  libsimdjson-dev      # reading JSON
  pkg-config           # finds cpp-httplib, whose macros change its ABI
  libexpat1-dev        # reading XML
  libsqlite3-dev       # the databases of the RDS Data API
  libzip-dev           # deployment packages of functions
  libcpp-httplib-dev   # accepting connections
  libjemalloc-dev      # the allocator of the program
  libhttp-parser-dev   # the heads of HTTP/1.1 requests
  doctest-dev          # tests; the header is needed to configure
)
# shellcheck disable=SC2034  # used by test.sh
kLintPackages=(
  clang-format # the ctest lint_format
  clang-tidy   # the build target lint-tidy
)
# shellcheck disable=SC2034  # used by test.sh
kClientPackages=(
  python3-boto3        # tests/clients: the AWS SDK for Python
  python3-pytest       # tests/docs: the example in docs/ci.md
  python3-pytest-xdist # the same, with two workers
  libgtest-dev         # tests/docs: the example for GoogleTest
  chromium             # tests/clients: a browser for the applications' pages
  rclone               # tests/clients: a program that copies files
  s3cmd                # the same
)
# The AWS CLI may come from elsewhere, as on Ubuntu 24.04, which has no package of it.
if [[ $(aws --version 2>&1) != aws-cli/2* ]]; then
  kClientPackages+=(awscli)
fi
# Node.js and npm may come from elsewhere. 18 is the oldest that the clients work with.
if ! node --eval 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null; then
  kClientPackages+=(nodejs)
fi
if ! command -v npm >/dev/null; then
  kClientPackages+=(npm)
fi

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs root, and there is no sudo here. As root, run: $*" >&2
    return 1
  fi
}

# Prints those that are not installed.
missing_packages() {
  local installed package
  installed=$(dpkg-query --show --showformat '<${Package} ${db:Status-Status}>' "$@" 2>/dev/null) ||
    true
  for package in "$@"; do
    if [[ $installed != *"<$package installed>"* ]]; then
      echo "$package"
    fi
  done
}

# Elsewhere the build itself finds out what is missing, and then says so.
has_apt() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y --no-install-recommends install "$@" >&2
}

install_packages() {
  has_apt || return 0
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    return 0
  fi
  echo "Installing ${missing[*]}" >&2
  if ! as_root apt-get -qq update >&2 || ! apt_install "${missing[@]}"; then
    echo "The packages could not be installed." >&2
    exit 2
  fi
  configure_again=true
}

install_clients() {
  has_apt || return 0
  local missing package
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    return 0
  fi
  as_root apt-get -qq update >&2 || true
  for package in "${missing[@]}"; do
    # A package of which there is only a name has no candidate.
    if apt-cache policy "$package" | grep --quiet 'Candidate: [^(]'; then
      echo "Installing $package" >&2
      apt_install "$package" && configure_again=true && continue
      echo "$package could not be installed: tests that need it fail where CI is set." >&2
    else
      echo "This system has no package $package: tests that need it are skipped." >&2
      export EMU_MISSING_CLIENTS="${EMU_MISSING_CLIENTS:-} $package"
    fi
  done
}

give_up_on_packages() {
  if ! command -v apt-get >/dev/null; then
    echo "Packages are installed automatically on Debian and Ubuntu only."
    echo "Install what these packages hold there, with headers, and run this again:"
    printf '  %s\n' "${kBuildPackages[@]}"
  fi >&2
  exit 2
}

# Passes on nothing of ninja's output but how far it is: on a terminal as a line that changes, and
# elsewhere as a line for each tenth, and when ten seconds have passed.
show_progress() {
  local line tenth status count='' last_tenth='' last_told=$SECONDS
  while true; do
    status=0
    IFS= read -r -t 10 line || status=$?
    # More than 128 says that the time is over.
    if ((status != 0 && status <= 128)); then
      break
    fi
    if ((status == 0)) && [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (Building|Linking|clang-tidy) ]]; then
      count=${BASH_REMATCH[1]}/${BASH_REMATCH[2]}
      tenth=$((BASH_REMATCH[1] * 10 / BASH_REMATCH[2]))
      if [[ -t 2 ]]; then
        printf '\r\033[KBuilding %s' "$count" >&2
      fi
    fi
    if [[ ! -t 2 && -n $count ]] && { [[ $tenth != "$last_tenth" ]] || ((SECONDS >= last_told + 10)); }; then
      echo "Building $count, after $SECONDS s" >&2
      last_tenth=$tenth
      last_told=$SECONDS
    fi
  done
  if [[ -t 2 && -n $count ]]; then
    printf '\r\033[K' >&2
  fi
}

build() {
  local preset=$1
  shift
  local folder=build/$preset
  local log=$folder/build.log
  mkdir -p "$folder"
  if ! command -v cmake >/dev/null || ! command -v ninja >/dev/null; then
    echo "cmake and ninja are needed to build." >&2
    give_up_on_packages
  fi
  if [[ $configure_again == true || ! -f $folder/build.ninja ||
    CMakePresets.json -nt $folder/build.ninja ]]; then
    if ! cmake --preset "$preset" >"$log" 2>&1; then
      cat "$log" >&2
      give_up_on_packages
    fi
  fi
  if [[ ! -t 2 ]]; then
    echo "Building the preset $preset; the log is $folder/build.log" >&2
  fi
  if ! ninja -C "$folder" "$@" 2>&1 | tee "$log" | show_progress; then
    grep --invert-match '^\[[0-9]*/[0-9]*\]' "$log" >&2
    echo "The build failed; the whole log is $PWD/$log" >&2
    exit 1
  fi
}
