# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch the picture that Xvfb keeps in a file (-fbdir): no request reaches the server, so watching costs it nothing."""
import mmap
import pathlib
import struct
import time

# Rows in which a blinking caret may change the picture.
CARET_ROWS = 40


class Screen:
    """The frame buffer of the only screen, an XWD file."""

    def __init__(self, folder):
        with open(pathlib.Path(folder) / 'Xvfb_screen0', 'rb') as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack('>25I', self.memory[:100])
        self.height, self.stride = header[5], header[12]
        self.begin = header[0] + header[19] * 12    # the header and its colours

    def rows(self):
        """Every second row of the picture."""
        picture = self.memory[self.begin:self.begin + self.height * self.stride]
        return [picture[y * self.stride:(y + 1) * self.stride] for y in range(0, self.height, 2)]


def has_content(before, now):
    """A window with text in it: more than a caret has changed, and many rows hold several colours."""
    changed = [row for old, row in zip(before, now) if old != row]
    lively = [row for row in changed if len({row[i:i + 4] for i in range(0, len(row), 4)}) > 6]
    return len(changed) > 2 * CARET_ROWS and len(lively) > CARET_ROWS


def watch_start(screen, start, quiet_seconds=1.5):
    """start() → (what it returned, seconds to the first frame with content, seconds to the last change)."""
    blank = last = screen.rows()
    begin = time.monotonic()
    started = start()
    first = rest = None
    while first is None or time.monotonic() - rest < quiet_seconds:
        now = screen.rows()
        at = time.monotonic()
        if now != last:
            if first is None and has_content(blank, now):
                first = rest = at
            elif first is not None and sum(a != b for a, b in zip(last, now)) > CARET_ROWS // 2:
                rest = at
            last = now
        assert at - begin < 60, 'no window'
        time.sleep(0.002)
    return started, first - begin, rest - begin
