"""A sheet as a Word document."""

import io

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from app.domain.sheets import Grid, Heading, Line, Sheet, writable

AUTHOR = "sutiao 诉调对接"


def docx_of(sheet: Sheet) -> bytes:
    """The document; everything in it stands in the sheet."""
    document = Document()
    document.core_properties.author = AUTHOR
    document.core_properties.title = sheet.title
    document.core_properties.comments = ""
    document.add_heading(sheet.title, level=1).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for block in sheet.blocks:
        if isinstance(block, Heading):
            document.add_heading(writable(block.text), level=2)
        elif isinstance(block, Line):
            document.add_paragraph(writable(block.text))
        else:
            _table(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _table(document: DocxDocument, grid: Grid) -> None:
    table = document.add_table(rows=0, cols=len(grid.head), style="Table Grid")
    for row in (grid.head, *grid.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = writable(text)
