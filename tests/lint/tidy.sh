#!/usr/bin/env bash
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
# clang-tidy 14 with the repository's .clang-tidy: `tidy.sh` looks at every source, `tidy.sh BASE` at those that changed
# since the commit BASE; a changed header counts for the sources that include it by name. For use by hand: minutes long.
# Needs a build (BUILD=build/dev) because of what it generates.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build/dev}
tool=$(command -v clang-tidy-14 || command -v clang-tidy)
[ -f "$build/compile_commands.json" ] || { echo "no $build/compile_commands.json: run cmake --preset dev and build first"; exit 2; }

sources() {
    git ls-files -co --exclude-standard 'shared/*.cpp' 'server/*.cpp' 'clerk-app/*.cpp'
}

changed_since() { # commit
    git diff --name-only --diff-filter=d "$1" -- 'shared/*' 'server/*' 'clerk-app/*'
    git ls-files -o --exclude-standard -- 'shared/*' 'server/*' 'clerk-app/*'
}

chosen() { # commit
    local file
    while IFS= read -r file; do
        case $file in
        *.cpp) echo "$file" ;;
        *.h) sources | xargs -d '\n' grep -lF "#include \"$file\"" || true ;;
        esac
    done < <(changed_since "$1") | sort -u
}

if [ $# -gt 0 ]; then
    git rev-parse --verify --quiet "$1^{commit}" >/dev/null || { echo "$1 is no commit"; exit 2; }
    mapfile -t files < <(chosen "$1")
else
    mapfile -t files < <(sources)
fi
[ "${#files[@]}" -gt 0 ] || { echo "nothing has changed"; exit 0; }
# A file of another platform or of an option that is off is not in the build.
for file in "${files[@]}"; do
    if grep -qF "/$file\"" "$build/compile_commands.json"; then printf '%s\n' "$file"; fi
done | xargs -r -d '\n' -n 1 -P "$(nproc)" nice -n 15 "$tool" -p "$build" --quiet 2>/dev/null || exit 1
echo "${#files[@]} files: nothing to say"
