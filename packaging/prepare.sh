# Shared by packaging/run and packaging/test; sourced, not run.
# Installs what is missing from the lists in packaging/dependencies, and builds.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8

say() { printf 'wardmote: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Names of the packages in the lists that are not installed. By installed state: dpkg-query finds virtual names too.
missing_packages() {
    local list name
    for list in "$@"; do
        sed 's/#.*//' "$root/packaging/dependencies/$list.txt"
    done | tr -s ' \t' '\n' | grep -v '^$' | sort -u | while read -r name; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
    done
}

install_missing() {
    command -v dpkg-query >/dev/null || fail "this script installs Debian packages; on another system install what packaging/dependencies lists, then run cmake --preset release"
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
    local apt=(apt-get install --yes --no-install-recommends)
    if [ "$(id -u)" -eq 0 ]; then
        say "installs from Debian: $missing"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        say "installs from Debian, with sudo: $missing"
        apt=(sudo DEBIAN_FRONTEND=noninteractive "${apt[@]}")
    else
        fail "these packages are missing and can't be installed without rights. Ask for: apt-get install --no-install-recommends $missing"
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # a list of words
    if ! "${apt[@]}" $missing >&2; then
        say "asks for the package lists first"
        if [ "$(id -u)" -eq 0 ]; then apt-get update >&2; else sudo apt-get update >&2; fi
        # shellcheck disable=SC2086
        "${apt[@]}" $missing >&2 || fail "could not install: $missing"
    fi
}

# build_preset PRESET [TARGET...]: configures and builds below build/PRESET.
build_preset() {
    local preset=$1
    shift
    (cd "$root" && cmake --preset "$preset" >&2) || fail "could not configure the build"
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"} >&2) || fail "could not build"
}
