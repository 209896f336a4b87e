"""Photograph a built site: a page of every kind, at three widths, light and dark, and as it prints.

    tools/photograph.py [SITE] [PICTURES]

SITE is ``site`` unless told otherwise, PICTURES ``build/photographs``.  They are for looking at; no test compares them.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")


def kinds(site: Path) -> dict[str, Path]:
    """By kind, its page; of the many actors, events and sources the largest page."""
    found = {page.parent.name: page for page in sorted(site.glob("*/index.html"))}
    found |= {"home": site / "index.html", "404": site / "404.html"}
    for folder in sorted(site.iterdir()):
        pages = sorted(folder.glob("*/index.html"), key=lambda page: (page.stat().st_size, page))
        if pages:
            found[f"{folder.name}-one"] = pages[-1]
    return {name: page for name, page in found.items() if page.is_file()}


def photograph(browser: Browser, pages: dict[str, Path], target: Path) -> None:
    """One picture a page, width and scheme, and one PDF a page."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
            tab = context.new_page()
            tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for name, page in pages.items():
                tab.goto(page.resolve().as_uri())
                tab.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()
    tab = browser.new_page()
    for name, page in pages.items():
        tab.goto(page.resolve().as_uri())
        tab.pdf(path=target / f"{name}-print.pdf", format="A4", print_background=True)


def main() -> int:
    """Photograph the site that is named; 2 where there is none."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    target = Path(sys.argv[2] if len(sys.argv) > 2 else "build/photographs")
    if not (site / "index.html").is_file():
        print(f"no site in {site}: build it first", file=sys.stderr)
        return 2
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        photograph(browser, kinds(site), target)
        browser.close()
    print(f"{len(list(target.iterdir()))} pictures in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
