#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh: installs what is missing, builds, and runs every test: all of them on an
# ordinary build, those without a window once more under the sanitizers.  The last
# line says how many tests passed and failed.

set -u

tests=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$tests")
setup=$tests/setup
cd "$top" || exit 1

give_up ()
{
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

# An old build directory is configured again, since what was missing may be there now.
build ()
{
  directory=$1
  shift
  again=--reconfigure
  if [ ! -f "$directory/build.ninja" ]; then
    rm -rf "$directory"
    mkdir -p "$directory"
    again=
  fi
  meson setup $again "$directory" "$@" >"$directory/setup.log" 2>&1 || {
    cat "$directory/setup.log" >&2
    return 1
  }
  # Quiet: what it prints besides that line are warnings.
  ninja --quiet -C "$directory" >"$directory/build.log" 2>&1
  built=$?
  grep -v -e '^ninja: no work to do' -e '^ninja: Entering' "$directory/build.log" >&2
  return $built
}

sh "$top/data/install-packages.sh" "$top/data/packages.txt" "$tests/packages.txt" ||
  give_up "What the tests need could not be installed."

if [ -f "$tests/report/package.json" ]; then
  # No install script runs: they would fetch browsers.
  (cd "$tests/report" && npm install --no-save --no-package-lock --no-audit --no-fund \
    --ignore-scripts --loglevel=error >&2) ||
    give_up "What the tests of the report need could not be installed."
fi

build build || give_up "The build failed."
build build-asan -Db_sanitize=address,undefined -Db_lundef=false ||
  give_up "The build with the sanitizers failed."

rm -f build/meson-logs/testlog.json build-asan/meson-logs/testlog.json

sh "$setup/with-desktop.sh" meson test -C build --no-rebuild --print-errorlogs \
  --timeout-multiplier=3

# What reads no memory of ours gains nothing from a second run.
export ASAN_OPTIONS="detect_leaks=1:abort_on_error=0"
export LSAN_OPTIONS="suppressions=$setup/leaks.supp:print_suppressions=0"
export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1"
sh "$setup/with-desktop.sh" meson test -C build-asan --no-rebuild --print-errorlogs \
  --timeout-multiplier=6 \
  --no-suite=bench --no-suite=browser --no-suite=data --no-suite=house --no-suite=po \
  --no-suite=window

exec python3 "$setup/count-results.py" \
  build/meson-logs/testlog.json build-asan/meson-logs/testlog.json
