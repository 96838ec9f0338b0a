# The packages needed by orgscale's two commands, and how to install them. Sourced by tests/run.sh and
# examples/quickstart.sh; POSIX sh, without effects of its own. Variables of functions are global, so these
# names are taken: at_*, wanted*, candidate, folder, list, notes, needed, welcome, package, packages,
# install, version, source_tree, build_tree.

say() { printf '%s\n' "$*"; }

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

has() { command -v "$1" > /dev/null 2>&1; }

# at_least VERSION WANTED: whether a dotted version is at least WANTED; only two numbers count.
at_least() {
    at_major=${1%%.*}
    at_minor=${1#"$at_major"}
    at_minor=${at_minor#.}
    at_minor=${at_minor%%.*}
    wanted_major=${2%%.*}
    wanted_minor=${2#"$wanted_major"}
    wanted_minor=${wanted_minor#.}
    case $at_major${at_minor:-0} in *[!0-9]* | '') return 1 ;; esac
    [ "$at_major" -gt "$wanted_major" ] ||
        { [ "$at_major" -eq "$wanted_major" ] && [ "${at_minor:-0}" -ge "${wanted_minor:-0}" ]; }
}

# --- what is installed ---------------------------------------------------------------------------

# Prints the g++ to use, 12 or newer; nothing if there is none.
find_gxx() {
    for candidate in g++ g++-15 g++-14 g++-13 g++-12; do
        if has "$candidate" && at_least "$("$candidate" -dumpversion)" 12; then
            say "$candidate"
            return
        fi
    done
}

# Prints the clang++ to use, preferably 19, at least 16, with the libraries of its sanitizers; nothing if
# there is none.
find_clangxx() {
    for candidate in clang++-19 clang++-22 clang++-21 clang++-20 clang++-18 clang++-17 clang++-16 \
        clang++; do
        if has "$candidate" && at_least "$("$candidate" -dumpversion)" 16 && sanitizes "$candidate"; then
            say "$candidate"
            return
        fi
    done
}

sanitizes() {
    echo 'int main() {}' | "$1" -fsanitize=address,undefined -x c++ - -o /dev/null 2> /dev/null
}

# Prints the version of Boost's headers (1.81); nothing if there are none.
boost_version() {
    for folder in /usr/include /usr/local/include; do
        if [ -r "$folder/boost/version.hpp" ]; then
            sed -n 's/^#define BOOST_LIB_VERSION "\([0-9]*\)_\([0-9]*\).*/\1.\2/p' \
                "$folder/boost/version.hpp"
            return
        fi
    done
}

has_header() {
    [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]
}

is_installed() {
    has dpkg-query &&
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

# there_is PACKAGE: whether what the package provides is installed, from whatever source.
there_is() {
    case $1 in
        cmake) has cmake ;;
        ninja-build) has ninja || has make ;;
        g++) [ -n "$(find_gxx)" ] ;;
        clang-19) [ "$(find_clangxx)" = clang++-19 ] ;;
        boost) [ -n "$(boost_version)" ] ;;
        librange-v3-dev) has_header range/v3/version.hpp ;;
        nlohmann-json3-dev) has_header nlohmann/json.hpp ;;
        libcli11-dev) has_header CLI/CLI.hpp ;;
        libfmt-dev) has_header fmt/core.h ;;
        libtbb-dev) has_header tbb/parallel_for.h ;;
        libopenmpi-dev) has mpicxx || has mpic++ ;;
        openmpi-bin) has mpirun || has mpiexec ;;
        catch2) has_header catch2/catch.hpp || has_header catch2/catch_test_macros.hpp ;;
        libbenchmark-dev) has_header benchmark/benchmark.h ;;
        pkg-config) has pkg-config ;;
        ccache) has ccache ;;
        time) [ -x /usr/bin/time ] ;;
        clang-format-19) has clang-format-19 ;;
        *) is_installed "$1" ;;
    esac
}

# --- installing ----------------------------------------------------------------------------------

apt_get() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
    fi
}

is_offered() {
    apt-cache policy "$1" 2> /dev/null | grep -q '^  Candidate: [^(]'
}

# first_offered PACKAGES...: prints the first one in the archive.
first_offered() {
    for candidate in "$@"; do
        if is_offered "$candidate"; then
            say "$candidate"
            return
        fi
    done
}

# The packages that provide what is wanted on this system; nothing if there are none.
packages_of() {
    case $1 in
        boost) first_offered libboost1.81-dev libboost-dev ;;
        g++)
            version=$(apt-cache policy g++ 2> /dev/null |
                sed -n 's/^  Candidate: \([0-9]*:\)\{0,1\}\([0-9]*\)\..*/\2/p')
            if [ "${version:-0}" -ge 12 ]; then
                say g++
            else
                first_offered g++-15 g++-14 g++-13 g++-12
            fi ;;
        clang-19)
            package=$(first_offered clang-19 clang-22 clang-21 clang-20 clang-18 clang-17 clang-16)
            [ -z "$package" ] || say "$package libclang-rt-${package#clang-}-dev" ;;
        *) first_offered "$1" ;;
    esac
}

# need_packages NOTES NEEDED... -- WELCOME...: installs what is needed, and what is welcome if the archive
# has it. Packages missing from the archive are listed in the file NOTES, so that a second run neither asks
# again nor needs a network; remove the file to ask again.
need_packages() {
    notes=$1
    shift
    needed='' welcome='' list=needed
    for wanted in "$@"; do
        if [ "$wanted" = -- ]; then
            list=welcome
        elif ! there_is "$wanted"; then
            if [ $list = needed ]; then
                needed="$needed $wanted"
            elif ! grep -qx "$wanted" "$notes" 2> /dev/null; then
                welcome="$welcome $wanted"
            fi
        fi
    done
    [ -n "$needed$welcome" ] || return 0

    if ! has apt-get || ! has dpkg-query; then
        say "This is neither Debian nor Ubuntu, so nothing is installed. Missing packages, with Debian's names:"
        not_installed
        return
    fi
    if [ "$(id -u)" -ne 0 ] && ! has sudo; then
        say "Neither root nor sudo, so nothing is installed. Missing packages:"
        not_installed
        return
    fi

    say "Missing packages:$needed$welcome"
    say "Updating the package lists (apt-get update)"
    apt_get update > /dev/null || say "apt-get update failed; using the existing package lists"
    install=''
    for wanted in $needed; do
        packages=$(packages_of "$wanted")
        [ -n "$packages" ] || die "The archive has no $wanted, which is required."
        install="$install $packages"
    done
    for wanted in $welcome; do
        packages=$(packages_of "$wanted")
        install="$install${packages:+ $packages}"
        [ -n "$packages" ] || say "The archive has no $wanted; continuing without it"
        case "$packages" in
            "$wanted" | "$wanted "*) ;;
            *)
                mkdir -p "$(dirname "$notes")"
                say "$wanted" >> "$notes" ;;
        esac
    done
    [ -n "$install" ] || return 0
    say "Installing:$install"
    # shellcheck disable=SC2086 # one word each
    apt_get install -y --no-install-recommends --no-remove $install ||
        die "apt-get could not install$install"
}

not_installed() {
    for wanted in $needed $welcome; do
        case $wanted in
            boost) say "    libboost-dev (1.74 or newer)" ;;
            *) say "    $wanted" ;;
        esac
    done
    [ -z "$needed" ] || die "Required:$needed. Please install, then run this again."
}

# --- building ------------------------------------------------------------------------------------

# Stops with a message if CMake or Boost is too old; where these are new enough, so are the others.
check_versions() {
    has cmake || die "CMake is not installed."
    version=$(cmake --version | sed -n '1s/.*version \([0-9.]*\).*/\1/p')
    at_least "$version" 3.24 ||
        die "CMake 3.24 or newer is needed, but this one is $version (see https://cmake.org)."
    version=$(boost_version)
    if [ -n "$version" ]; then
        at_least "$version" 1.74 || die "Boost 1.74 or newer is needed, but this one is $version."
    fi
}

generator() {
    if has ninja; then say Ninja; else say 'Unix Makefiles'; fi
}

processors() { getconf _NPROCESSORS_ONLN 2> /dev/null || say 2; }

# is_configured ROOT FOLDER: whether the folder is a complete configuration of this source tree.
is_configured() {
    { [ -e "$2/build.ninja" ] || [ -e "$2/Makefile" ]; } &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$1" "$2/CMakeCache.txt" 2> /dev/null
}

# configure ROOT FOLDER OPTIONS...: starts afresh if the folder is incomplete or of another source tree.
configure() {
    source_tree=$1 build_tree=$2
    shift 2
    if is_configured "$source_tree" "$build_tree"; then
        cmake -S "$source_tree" -B "$build_tree" "$@"
    else
        rm -rf "$build_tree"
        cmake -S "$source_tree" -B "$build_tree" -G "$(generator)" "$@"
    fi
}
