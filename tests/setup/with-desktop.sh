#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-desktop.sh COMMAND...: runs it on a display, a session bus and in folders of
# its own, so that neither the person's desktop nor another test is touched.

set -eu

private=$(mktemp -d "${TMPDIR:-/tmp}/doublet-desktop.XXXXXX")
server=
clean_up ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$private"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

for folder in config data cache state; do
  mkdir "$private/$folder"
done
mkdir -m 700 "$private/run"
export XDG_CONFIG_HOME="$private/config" XDG_DATA_HOME="$private/data"
export XDG_CACHE_HOME="$private/cache" XDG_STATE_HOME="$private/state"
export XDG_RUNTIME_DIR="$private/run"

# The server itself looks for a free number and says which once it is ready.
mkfifo "$private/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset \
  3>"$private/display" >"$private/server.log" 2>&1 &
server=$!
if ! read -r number <"$private/display"; then
  cat "$private/server.log" >&2
  exit 1
fi

unset WAYLAND_DISPLAY GTK_THEME GTK_MODULES
export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo
export GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8 LANGUAGE=
dbus-run-session -- "$@"
