#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [FILE...]: installs what is missing, builds, and opens the files, or the
# samples when none are given.  Where there is no display it writes a report.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
build=$top/build

sh "$here/install-packages.sh" "$here/packages.txt"
# What Meson and Ninja say matters only when they fail.
if [ ! -f "$build/build.ninja" ]; then
  mkdir -p "$build"
  meson setup "$build" "$top" >"$build/setup.log" 2>&1 || {
    cat "$build/setup.log" >&2
    exit 1
  }
fi
ninja --quiet -C "$build" >"$build/build.log" 2>&1 || {
  cat "$build/build.log" >&2
  exit 1
}

export GSETTINGS_SCHEMA_DIR="$build/data"
export DOUBLET_SAMPLES="$here/samples"
export XDG_DATA_DIRS="$here:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"

if [ $# -eq 0 ]; then
  for sample in "$here"/samples/*; do
    case $sample in
      */meson.build | */README*) ;;
      *) set -- "$@" "$sample" ;;
    esac
  done
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/src/app/doublet" "$@"
fi

folder=$PWD
[ -w "$folder" ] || folder=$(mktemp -d)
report=$folder/doublet-report.html
echo "There is no display to open a window on, so here is the report instead." >&2
status=0
"$build/src/cli/doublet-cli" --force --output="$report" "$@" || status=$?
# 3: written, but some of the articles could not be read.
case $status in
  0 | 3) echo "The report is in $report" ;;
esac
exit $status
