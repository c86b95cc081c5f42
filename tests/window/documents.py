# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small documents of every kind, written into a folder of their own."""

import pathlib
import tempfile
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.document.main+xml"/></Types>"""

RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships\
/officeDocument" Target="word/document.xml"/></Relationships>"""


def make_folder():
    return pathlib.Path(tempfile.mkdtemp(prefix="doublet-documents-"))


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text):
    return f'<w:del w:id="1" w:author="x"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text):
    return f'<w:ins w:id="2" w:author="x">{run(text)}</w:ins>'


def write_docx(path, *paragraphs):
    """Each paragraph is a list of runs, or a text."""
    body = "".join(f"<w:p>{paragraph if paragraph.startswith('<') else run(paragraph)}</w:p>"
                   for paragraph in paragraphs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml",
                         f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}">'
                         f"<w:body>{body}</w:body></w:document>")
    return path


def write_page(path, *paragraphs):
    """A web page: an article among what stands around it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    path.write_text("<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Page</title></head>"
                    "<body><nav><ul><li><a href='/'>Front page</a></li><li><a href='/w'>Weather and tides</a></li></ul></nav>"
                    f"<article><h1>The ferry is back</h1>{body}</article>"
                    "<footer><p>Imprint and privacy</p></footer></body></html>", encoding="utf-8")
    return path
