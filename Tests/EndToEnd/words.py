#!/usr/bin/env python3
"""Does a plain text say the words of the Word file beside it, in the same order?

    words.py FILE.docx FILE.txt [FILE.docx FILE.txt]...

Letters, digits and ideographs count, nothing else. The text may differ from the Word file in these ways and no other:

  list numbers   Word numbers lists by itself; a number with a full stop may begin a line of the text
  marks          〔1〕 or [*1] stands for a footnote, [1] for the address behind a link, 〔图：…〕 for a picture
  notes          stand under the article that refers to them, below a line of twenty dashes: all its footnotes, each with
                 the number and the words it has in the Word file, then its addresses; footnotes of an editor's note to
                 the whole issue stand under the first article
  records        a table that is too wide may be said row by row, the words that head a column before each of its cells:
                 exactly these words are repeated, and those of a cell over several rows in the record of each

One line a difference; exit status 1 if there is one. Standard library only.
"""
import re, sys, unicodedata, zipfile
from xml.etree import ElementTree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
MARKS = re.compile(r'〔\d{1,3}〕|\[\*?\d{1,3}\]')
PICTURES = re.compile(r'〔[图圖]：|〔[图圖]〕|\[Figure\b:?')
NOTE = re.compile(r'(?:〔(\d+)〕|\[\*(\d+)\] ?|\[(\d+)\] )')
DASHES = '-' * 20


def letters(text):
    return ''.join(c for c in unicodedata.normalize('NFKC', text) if unicodedata.category(c)[0] in 'LN')


def words(element):
    """The letters of an element. What the issue itself has in the form of a mark goes on both sides."""
    return letters(MARKS.sub('', ''.join(e.text or '' for e in element.iter(f'{W}t'))))


class Piece:
    """A paragraph or a table: its words, the same as records say them, and the footnotes it refers to."""

    def __init__(self, element):
        self.words = words(element)
        self.records = record_words(element) if element.tag == f'{W}tbl' else None
        self.notes = [e.get(f'{W}id') for e in element.iter(f'{W}footnoteReference')]


def pieces(element):
    for child in element:
        if child.tag in (f'{W}p', f'{W}tbl'):
            yield Piece(child)
        else:
            yield from pieces(child)


def record_words(table):
    """The words of a table said as records; None if it cannot be: of one column, or with nothing below its head."""
    def value(parent, path):
        found = parent.find(path)
        return None if found is None else found.get(f'{W}val', '')

    rows, open_cells, head, width = [], {}, 0, 0
    for row in table.findall(f'{W}tr'):
        if row.find(f'{W}trPr/{W}tblHeader') is not None and head == len(rows):
            head += 1
        cells, column = [], 0
        for cell in row.findall(f'{W}tc'):
            span = int(value(cell, f'{W}tcPr/{W}gridSpan') or 1)
            merge = value(cell, f'{W}tcPr/{W}vMerge')
            if merge in ('', 'continue') and column in open_cells:
                own = open_cells[column]
            else:
                own = (object(), words(cell))
                open_cells.pop(column, None)
                if merge == 'restart':
                    open_cells[column] = own
            cells.append((column, span, *own))
            column += span
        rows.append(cells)
        width = max(width, column)
    if width < 2 or head >= len(rows):
        return None
    said, heads, known = '', [''] * width, [set() for _ in range(width)]
    for row in rows[:head]:
        for column, span, identity, text in row:
            if span == width:
                said += text
                continue
            for each in range(column, column + span):
                if identity not in known[each]:
                    known[each].add(identity)
                    heads[each] += text
    for row in rows[head:]:
        for column, span, _, text in row:
            if span < width:
                last = None
                for each in heads[column:column + span]:
                    if each != last:
                        said += each
                    last = each
            said += text
    return said


class WordFile:
    """The words of a Word file in reading order, and its footnotes."""

    def __init__(self, path):
        package = zipfile.ZipFile(path)
        self.pieces = list(pieces(ElementTree.fromstring(package.read('word/document.xml')).find(f'{W}body')))
        self.notes = {}
        if 'word/footnotes.xml' in package.namelist():
            for note in ElementTree.fromstring(package.read('word/footnotes.xml')):
                self.notes[note.get(f'{W}id')] = words(note)


def blocks(text):
    """The lines of a text: ('line', line), or ('notes', lines) for what stands below a line of dashes."""
    lines, index = text.splitlines(), 0
    while index < len(lines):
        if lines[index] == DASHES and index + 1 < len(lines) and NOTE.match(lines[index + 1]):
            end = index + 1
            while end < len(lines) and lines[end:end + 2] != ['', ''] and not lines[end].startswith('=='):
                end += 1
            yield 'notes', lines[index + 1:end]
            index = end
        else:
            yield 'line', lines[index]
            index += 1


def readings(line):
    """What a line of text may say: its words, or those behind a number that Word would write by itself."""
    clean = PICTURES.sub('', MARKS.sub('', line))
    return letters(clean), letters(re.sub(r'^[ \u3000]*\d+\. ', '', clean))


def footnotes(lines):
    """The footnotes of a block of notes, each with its number and the readings of its lines."""
    found = []
    for line in lines:
        mark = NOTE.match(line)
        if mark and mark[3]:
            break
        if mark:
            found.append((int(mark[1] or mark[2]), [readings(line[mark.end():])]))
        elif found:
            found[-1][1].append(readings(line))
    return found


def says(lines, wanted):
    """Whether lines of the given readings say exactly the words wanted."""
    at = 0
    for line in lines:
        one = next((r for r in line if wanted.startswith(r, at)), None)
        if one is None:
            return False
        at += len(one)
    return at == len(wanted)


def differences(docx, text):
    """What the text says otherwise than the Word file: one line, or none."""
    word = WordFile(docx)
    body = ''.join(readings(line)[0] for kind, line in blocks(text) if kind == 'line')
    stream, references, at = '', [], 0
    for piece in word.pieces:
        said = piece.words
        if piece.records is not None:
            # Which of both it is shows in the text; that it stands in its place is checked below.
            places = [(place, each) for each in (piece.words, piece.records) if (place := body.find(each, at)) >= 0]
            if places:
                at, said = min(places, key=lambda found: found[0])
                at += len(said)
        stream += said
        references += [(len(stream), note) for note in piece.notes]
    at, shown = 0, 0
    for kind, line in blocks(text):
        if kind == 'line':
            one = next((r for r in readings(line) if stream.startswith(r, at)), None)
            if one is None:
                return [f'Word “{stream[at:at + 20]}”, text “{line.strip()[:30]}”']
            at += len(one)
            continue
        notes = footnotes(line)
        wanted = [note for place, note in references if place <= at][shown:] if notes else []
        if len(notes) != len(wanted):
            return [f'{len(notes)} footnotes below an article that has {len(wanted)}: {line[0][:30]}']
        for (number, said), note in zip(notes, wanted):
            shown += 1
            if number != shown or not says(said, word.notes.get(note, '')):
                return [f'footnote {number} says “{"".join(r[0] for r in said)[:20]}”, Word '
                        f'{shown} “{word.notes.get(note, "")[:20]}”']
    if at < len(stream):
        return [f'Word alone has “{stream[at:at + 20]}”']
    if shown < len(references):
        return [f'{len(references) - shown} footnotes of the Word file are not in the text']
    return []


if __name__ == '__main__':
    failed = False
    files = sys.argv[1:]
    if not files or len(files) % 2:
        sys.exit(__doc__)
    for docx, txt in zip(files[::2], files[1::2]):
        for one in differences(docx, open(txt, encoding='utf-8').read()):
            print(f'{txt}: {one}')
            failed = True
    sys.exit(failed)
