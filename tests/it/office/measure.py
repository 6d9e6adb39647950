"""Prints what stands on the pages of a PDF and what python-docx reads in the .docx, as JSON.

usage: measure.py FILE.pdf FILE.docx
"""

import json
import sys

import docx
import pdfplumber


def lines(page):
    """The lines of a page, top to bottom: text, left, right, top, bottom in points."""
    chars = [char for char in page.chars if char["text"].strip()]
    rows = []
    for char in sorted(chars, key=lambda char: (char["top"] + char["bottom"]) / 2):
        middle = (char["top"] + char["bottom"]) / 2
        if rows and middle - rows[-1]["middle"] < 9:
            rows[-1]["chars"].append(char)
        else:
            rows.append({"middle": middle, "chars": [char]})
    return [line(row["chars"]) for row in rows]


def line(chars):
    chars.sort(key=lambda char: char["x0"])
    return {
        "text": "".join(char["text"] for char in chars),
        "left": chars[0]["x0"],
        "right": chars[-1]["x1"],
        "top": min(char["top"] for char in chars),
        "bottom": max(char["bottom"] for char in chars),
        "fonts": sorted({char["fontname"].split("+")[-1] for char in chars}),
    }


def main(pdf, source):
    document = docx.Document(source)
    core = document.core_properties
    with pdfplumber.open(pdf) as opened:
        pages = [{"width": float(page.width), "lines": lines(page)} for page in opened.pages]
    print(
        json.dumps(
            {
                "pages": pages,
                "title": core.title,
                "author": core.author,
                "created": core.created.isoformat(),
                "paragraphs": [paragraph.text for paragraph in document.paragraphs],
            }
        )
    )


main(sys.argv[1], sys.argv[2])
