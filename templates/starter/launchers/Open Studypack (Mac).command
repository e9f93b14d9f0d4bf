#!/bin/sh
# Opens the packs in this folder in your browser. Double-click it on a Mac. It is text: you can read what it does.

cd "$(dirname "$0")" || exit 1

# The program may have been installed by one of these, which a double-click does not know about.
PATH="$PATH:/usr/local/bin:/opt/homebrew/bin:$HOME/.volta/bin"
export PATH

stop() {
  printf '\nPress Enter to close this window. '
  read -r _
  exit 1
}

if ! command -v node >/dev/null 2>&1; then
  cat <<'TEXT'

Studypack needs Node, a free program, and this computer does not have it yet.

  1. Go to https://nodejs.org
  2. Download the version marked LTS, and install it as you would any other program.
  3. Double-click this file again.
TEXT
  stop
fi

if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  cat <<TEXT

Studypack needs a newer Node than this computer has. It has $(node --version), and needs 20.19 or later.

  1. Go to https://nodejs.org
  2. Download the version marked LTS, and install it as you would any other program.
  3. Double-click this file again.
TEXT
  stop
fi

if ! npx --no-install studypack --version >/dev/null 2>&1; then
  cat <<'TEXT'

Studypack is not installed in this folder, nor in one that this folder is in.

  If somebody gave you this folder, ask for the file studypack-….tgz as well. Put it into this folder, and type here:

    npm install studypack-*.tgz

  Then double-click this file again.
TEXT
  stop
fi

npx --no-install studypack open
status=$?
# Ctrl+C stops it too.
case $status in
  0 | 130 | 143) exit 0 ;;
esac
printf '\nStudypack could not go on. What is wrong is said above.\n'
stop
