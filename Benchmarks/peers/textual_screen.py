"""Milliseconds of each of RUNS exports of a Textual screen of 120 x 40 as SVG.

Usage: textual_screen.py RUNS

The screen is as full as ours: two boxes of text and bars, a table, header and footer.
"""

import asyncio
import sys
import time

from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable, Footer, Header, Static

ROWS = [(f"Organisation {number}", f"£{number * 37 % 900}m", f"{number * 7 % 100}%")
        for number in range(60)]
BARS = "▁▂▃▄▅▆▇█"


class Screen(App):
    CSS = """
    Horizontal { height: 1fr }
    Vertical { width: 1fr }
    Static, DataTable { height: 1fr; border: round $primary }
    """

    def compose(self):
        yield Header()
        with Horizontal():
            with Vertical():
                yield Static("\n".join(f"{name} [b]{sum_}[/b] [green]{share}[/green]"
                                       for name, sum_, share in ROWS))
                yield Static("\n".join("".join(BARS[column * row % 8] for column in range(50))
                                       for row in range(1, 16)))
            with Vertical():
                yield DataTable()
        yield Footer()

    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Organisation", "Benefit", "Share")
        table.add_rows(ROWS)


async def main():
    app = Screen()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        times = []
        for _ in range(int(sys.argv[1]) + 3):
            start = time.perf_counter()
            app.export_screenshot()
            times.append((time.perf_counter() - start) * 1000)
    # The first ones warm up.
    print(*times[3:])


asyncio.run(main())
