#!/bin/bash
# Prints what the screen reader Orca says of a page in Chromium: listen-with-orca.sh <page.html> [key …]
# First the whole page as it is read on, then what is said at each key (xdotool's names), such as Down or Tab.
# Debian: orca chromium xvfb openbox xdotool at-spi2-core dbus-x11 libglib2.0-bin.
set -u
page=$(realpath "$1"); shift
[ -n "${OWN_BUS:-}" ] || OWN_BUS=1 exec dbus-run-session -- "$0" "$page" "$@" 2>/dev/null

folder=$(mktemp -d); trap 'kill $(jobs -p) 2>/dev/null; wait 2>/dev/null; rm -rf "$folder"' EXIT
export HOME=$folder XDG_RUNTIME_DIR=$folder DISPLAY=:97 ACCESSIBILITY_ENABLED=1
said=$folder/debug.out
tell_bus() {
  gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status "$1" "<true>" >/dev/null
}
{
  Xvfb $DISPLAY -screen 0 1280x1000x24 & sleep 1
  openbox &
  /usr/libexec/at-spi-bus-launcher --launch-immediately & sleep 1
  tell_bus IsEnabled; tell_bus ScreenReaderEnabled
  orca --replace --debug-file="$said" & sleep 5
  chromium --no-sandbox --test-type --no-first-run --disable-gpu --force-renderer-accessibility --user-data-dir="$folder/profile" --app="file://$page" &
} >/dev/null 2>&1

# Until nothing more is said: the whole page.
before=-1
until [ "$before" = "$(grep -ac 'SPEECH OUTPUT' "$said" 2>/dev/null)" ] && [ "$before" -gt 5 ]; do
  before=$(grep -ac 'SPEECH OUTPUT' "$said" 2>/dev/null); sleep 5
done
xdotool search --onlyvisible --class chromium windowactivate 2>/dev/null
for key in "$@"; do xdotool key "$key"; sleep 1; done
grep -a 'SPEECH OUTPUT' "$said" | sed "s/^.*SPEECH OUTPUT: '//; s/' *{[^{]*}$//; s/'$//"
