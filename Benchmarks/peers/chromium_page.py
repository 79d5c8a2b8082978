"""Milliseconds of each of RUNS PNGs at twice the size that a running headless Chromium makes of a
page: from opening it to having the bytes.

Usage: chromium_page.py CHROMIUM PAGE RUNS

Talks to the browser over its debugging pipe: standard library only.
"""

import base64
import fcntl
import json
import os
import subprocess
import sys
import tempfile
import time


class Browser:
    def __init__(self, program, folder):
        (to_read, self.write_end), (self.read_end, to_write) = os.pipe(), os.pipe()

        def connect():
            # The browser takes commands at 3 and answers at 4, which may be taken already.
            spare = [fcntl.fcntl(end, fcntl.F_DUPFD, 100) for end in (to_read, to_write)]
            for target, source in zip((3, 4), spare):
                os.dup2(source, target)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={folder}"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        self.number, self.buffer, self.session = 0, b"", None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target,
                                 flatten=True)["sessionId"]
        self.call("Page.enable")
        self.size(1120, 1000, 2)

    def size(self, width, height, scale):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=scale, mobile=False)

    def message(self):
        while b"\0" not in self.buffer:
            received = os.read(self.read_end, 1 << 20)
            if not received:
                sys.exit("chromium_page: the browser ended before it was asked to")
            self.buffer += received
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.write_end, json.dumps(request).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    sys.exit(f"chromium_page: {method}: {message['error']['message']}")
                return message["result"]

    def open(self, address):
        self.call("Page.navigate", url=address)
        while self.message().get("method") != "Page.loadEventFired":
            pass

    def picture(self, address):
        self.open(address)
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def close(self):
        self.call("Browser.close")
        self.process.wait()


def main():
    program, page, runs = sys.argv[1], os.path.abspath(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(program, folder)
        times = []
        for _ in range(runs + 3):
            start = time.perf_counter()
            browser.picture(f"file://{page}")
            times.append((time.perf_counter() - start) * 1000)
        browser.close()
    # The first ones warm up.
    print(*times[3:])


if __name__ == "__main__":
    main()
