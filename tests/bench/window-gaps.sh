#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# window-gaps.sh BUILD SECONDS FILE...: opens files in the window on a display of its own,
# waits so long, and prints the longest times that the main loop was away, longest first:
# "gap WHEN WALL OWN" in ms, where OWN is what the main thread itself took, and what the
# window held in memory at most.  An empty list says that there was none of 60 ms.

set -eu

build=$1
seconds=$2
shift 2
here=$(dirname "$0")
if [ -z "${WINDOW_GAPS_INSIDE:-}" ]; then
  WINDOW_GAPS_INSIDE=1 exec sh "$here/../setup/with-desktop.sh" sh "$0" "$build" "$seconds" "$@"
fi

gaps=$(mktemp)
trap 'rm -f "$gaps"' EXIT
GSETTINGS_SCHEMA_DIR="$build/data" LOOP_GAPS="$gaps" LD_PRELOAD="$build/tests/bench/libloop-gaps.so" \
  "$build/src/app/doublet" "$@" &
window=$!
sleep "$seconds"
grep VmHWM "/proc/$window/status" || true
[ -z "${WINDOW_GAPS_PICTURE:-}" ] || import -silent -window root "$WINDOW_GAPS_PICTURE"
kill "$window"
wait "$window" || true
sort -k3,3nr "$gaps" | head -12
