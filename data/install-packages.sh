#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install-packages.sh LIST...: installs those Debian packages of the lists that
# are missing.  Says nothing and asks for no rights when none is.

set -eu

list_entries ()
{
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"
}

is_installed ()
{
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is no Debian: what these packages hold has to be there already:" >&2
  list_entries "$@" | sed 's/.*://' | sort -u | tr '\n' ' ' | fold -s -w 78 >&2
  echo >&2
  exit 0
fi

missing=
for entry in $(list_entries "$@"); do
  case $entry in
    *:*) command -v "${entry%%:*}" >/dev/null || missing="$missing ${entry#*:}" ;;
    *) is_installed "$entry" || missing="$missing $entry" ;;
  esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "Some packages are missing, and neither is this root nor is there sudo. As root:" >&2
  echo "  apt-get update && apt-get install --no-install-recommends$missing" >&2
  exit 1
fi

apt ()
{
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get \
    -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" >&2
}

echo "Installing:$missing" >&2
# An old list can still do: what is wrong shows when the packages are fetched.
apt update || true
if ! apt install --no-install-recommends $missing; then
  echo "Not all packages could be installed:$missing" >&2
  exit 1
fi
