#!/usr/bin/env python3
"""What the plain text and the mails promise, tried for real: with other people's readers, servers and decoders.

    mailing.py GAZETTE ISSUE... [--archive FOLDER]

ISSUE... are back issues; the archive holds generated ones, of which only words and lines are looked at. One line a
promise; exit status 1 if one is not kept. munpack (Debian mpack), mu (maildir-utils), iconv and aiosmtpd (PyPI) are
used where they are; the last line says which were not there.
"""
import argparse, email, email.policy, html, mailbox, os, re, shutil, smtplib, subprocess, sys, tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from words import differences, letters

arguments = argparse.ArgumentParser()
arguments.add_argument('gazette', type=Path)
arguments.add_argument('issues', nargs='+', type=Path)
arguments.add_argument('--archive', type=Path)
options = arguments.parse_args()
GAZETTE = str(options.gazette.resolve())
ISSUES = [path.resolve() for path in options.issues]
ARCHIVE = options.archive and options.archive.resolve()
failed, left_out = [], []
root = Path(tempfile.mkdtemp(prefix='gazette-mail-'))
os.chdir(root)
os.environ['LC_ALL'] = 'C.UTF-8'


def check(promise, broken):
    print(('ok      ' if not broken else 'BROKEN  ') + promise + ('' if not broken else f': {broken[:3]}'), flush=True)
    if broken:
        failed.append(promise)


def gazette(*args):
    return subprocess.run([GAZETTE, *map(str, args)], capture_output=True)


def columns(line, ambiguous):
    wide = 'WFA' if ambiguous == 2 else 'WF'
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in ('Cf', 'Me') else
               2 if unicodedata.east_asian_width(c) in wide else 1 for c in line)


def is_chinese(text):
    return sum('\u4e00' <= c <= '\u9fff' for c in text) * 4 > len(text)


def read_texts(folder):
    """Words and lines of the texts in `folder`, against the Word files beside them."""
    wide, begins, ends, differ = [], [], [], []
    if not any(folder.rglob('*.txt')):
        sys.exit(f'there is no text in {folder}')
    for path in sorted(folder.rglob('*.txt')):
        if '.gazette-batch' in str(path):
            continue
        text = path.read_text()
        ambiguous = 2 if is_chinese(text) else 1
        for line in text.splitlines():
            is_address = re.fullmatch(r'[ \u3000]*(\[\d+\] )?\S*(://|@)\S*', line)
            if columns(line, ambiguous) > 72 and not is_address:
                wide.append(f'{path.name}: {line}')
            if line.lstrip(' \u3000')[:1] and line.lstrip(' \u3000')[0] in '。，、；：？！）》」』”’〕】':
                begins.append(f'{path.name}: {line}')
            if line[-1:] and line[-1] in '（《「『“‘〔【':
                ends.append(f'{path.name}: {line}')
        differ += [f'{path}: {one}' for one in differences(path.with_suffix('.docx'), text)]
    return wide, begins, ends, differ


# --- the text
names = {}
os.mkdir('texts')
for path in ISSUES:
    name = path.stem if path.stem not in ('issue', 'input') else path.parent.name
    names[name] = path
    gazette('export', path, '-o', f'texts/{name}.docx')
    gazette('export', path, '-o', f'texts/{name}.txt')
folders = {f'{len(names)} back issues': Path('texts')}
if ARCHIVE:
    gazette('batch', ARCHIVE, '-o', 'archive', '--quiet')
    folders[f'{len(list(Path("archive").rglob("*.txt")))} generated issues'] = Path('archive')
for what, folder in folders.items():
    wide, begins, ends, differ = read_texts(folder)
    check(f'{what}: no line is wider than 72 columns', wide)
    check(f'{what}: no line begins with a closing mark', begins)
    check(f'{what}: no line ends with an opening mark', ends)
    check(f'{what}: the words are those of the Word file, in order (words.py)', differ)

# --- other encodings
if shutil.which('iconv'):
    broken = []
    for name, path in names.items():
        coded = gazette('export', path, '--to', 'txt', '-o', '-', '--charset', 'gb18030').stdout
        back = subprocess.run(['iconv', '-f', 'gb18030', '-t', 'utf-8'], input=coded, capture_output=True)
        if back.returncode or back.stdout != Path(f'texts/{name}.txt').read_bytes():
            broken.append(name)
    check('GB 18030 comes back through iconv as it was', broken)
else:
    left_out.append('iconv')
Path('rare.md').write_text('# 柳溪简报\n\n2031年第3期\n\n## 名录\n\n张𠮷先生到会。\n\n又见𠮷字与😀。\n')
run = gazette('export', 'rare.md', '--to', 'txt', '--charset', 'gbk')
said = run.stderr.decode()
check('a character that GBK lacks stops it, named with its line and column, and nothing is written',
      [] if run.returncode == 1 and re.findall(r'(?m)^rare\.md:(\d+:\d+): error: gbk lacks (\S)', said) == [
          ('7:2', '𠮷'), ('9:6', '😀')] and 'also at 9:3' in said and not Path('rare.txt').exists() else [said])


# --- flowed text, by RFC 3676, 4
def unflowed(text, delsp):
    paragraphs, open_line = [], None
    for line in text.split('\r\n')[:-1]:
        if line.startswith(' '):
            line = line[1:]
        whole = line if open_line is None else open_line + line
        if line.endswith(' ') and line != '-- ':
            open_line = whole[:-1] if delsp else whole
        else:
            paragraphs.append(whole)
            open_line = None
    return paragraphs


broken = []
for name, path in names.items():
    message = email.message_from_bytes(
        gazette('mail', path, '--from', 'a@example.org', '--flow', 'flowed', '-o', '-').stdout,
        policy=email.policy.default)
    delsp = message.get_param('delsp', 'no') == 'yes'
    body = message.get_payload(decode=True).decode()
    flowed = unflowed(body, delsp)
    # Further lines of an item hang when its lines are not to be joined again.
    plain = gazette('export', path, '--to', 'txt', '--flow', 'none', '-o', '-').stdout.decode().splitlines()
    squeezed = lambda lines: [re.sub(r'  +', ' ', line.strip(' ')) for line in lines]
    if message.get_param('format') != 'flowed' or squeezed(flowed) != squeezed(plain):
        one = next((f'{a} / {b}' for a, b in zip(squeezed(flowed), squeezed(plain)) if a != b), 'the number of lines')
        broken.append(f'{name}: {one}')
check('flowed text joined again by RFC 3676 is the paragraphs as they are', broken)

# --- mails
KINDS = {
    'plain': [], 'gb18030': ['--charset', 'gb18030'], 'attached': ['--attach', 'docx'],
    'list': ['--list-id', 'news.example.org', '--list-name', '柳溪水务', '--list-unsubscribe', 'https://example.org/u?a=1',
             '--list-unsubscribe', 'mailto:leave@example.org', '--automatic', '--flow', 'flowed'],
    'long': ['--flow', 'none', '--attach', 'docx,txt', '--ascii-names', '--subject', '防汛抗旱' * 30],
}
if 'html' in gazette('formats').stdout.decode().split():
    KINDS['page'] = ['--html']
    KINDS['page-attached'] = ['--html', '--attach', 'docx', '--charset', 'gb18030']
mails, defects, lines, texts = [], [], [], []
for name, path in names.items():
    for kind, flags in KINDS.items():
        data = gazette('mail', path, '--from', '办公室 <office@example.org>', '--to', '王芳 <w@example.org>', '-o', '-',
                       *flags).stdout
        mails.append((f'{name} {kind}', data))
        message = email.message_from_bytes(data, policy=email.policy.default)
        found = list(message.defects)
        for part in message.walk():
            found += part.defects
            for key, value in part.items():
                # The name of an attachment stands in Content-Type too, in a form that only old programs read.
                if key != 'Content-Type' or not part.is_attachment():
                    found += getattr(value, 'defects', [])
        if found or message['from'].addresses[0].display_name != '办公室' or not message['message-id']:
            defects.append(f'{name} {kind}: {found}')
        for line in data.split(b'\r\n'):
            if len(line) > 78 or b'\n' in line or b'\r' in line or any(b > 126 for b in line):
                lines.append(f'{name} {kind}: {line}')
        body = message.get_body(('plain',))
        wanted = Path(f'texts/{name}.txt').read_text()
        if kind in ('plain', 'gb18030', 'attached', 'page') and body.get_content().replace('\r\n', '\n') != wanted:
            texts.append(f'{name} {kind}')
        for part in message.walk():
            if part.get_content_type() == 'text/html':
                page = part.get_content()
                words = html.unescape(re.sub(r'(?s)<(style|title)\b.*?</\1>|<[^>]*>', ' ', page))
                if re.search(r'(?i)<script|javascript:|"data:', page) or not letters(words):
                    texts.append(f'{name} {kind}: page')
check(f'{len(mails)} mails are read by Python without a defect', defects)
check('each line of them is ASCII, ends in CR LF and has at most 78 characters', lines)
check('the text in them is the text', texts)
again = [name for name, data in mails[:5] if gazette(
    'mail', names[name.split()[0]], '--from', '办公室 <office@example.org>', '--to', '王芳 <w@example.org>', '-o', '-',
    *KINDS[name.split()[1]]).stdout != data]
check('the same issue makes the same mail', again)

if shutil.which('munpack'):
    broken = []
    for name, data in mails:
        if name.endswith(' attached'):
            shutil.rmtree('unpacked', ignore_errors=True)
            os.mkdir('unpacked')
            subprocess.run(['munpack', '-q', '-f'], input=data, cwd='unpacked', capture_output=True)
            wanted = Path(f'texts/{name.split()[0]}.docx').read_bytes()
            if not any(path.read_bytes() == wanted for path in Path('unpacked').rglob('*') if path.is_file()):
                broken.append(name)
    check('munpack takes the Word file out as it is', broken)
else:
    left_out.append('munpack')
if shutil.which('mu'):
    broken = []
    for name, data in mails:
        Path('one.eml').write_bytes(data)
        seen = subprocess.run(['mu', 'view', str(root / 'one.eml')], capture_output=True, text=True)
        title = next(line.strip() for line in Path(f'texts/{name.split()[0]}.txt').read_text().splitlines() if line)
        if seen.returncode or '办公室' not in seen.stdout or letters(title) not in letters(seen.stdout):
            broken.append(f'{name}: {seen.stderr}')
    check('mu shows sender, subject and text', broken)
else:
    left_out.append('mu')

gazette('mail', *names.values(), '--from', 'a@example.org', '--mbox', 'all.mbox')
box = mailbox.mbox('all.mbox')
check('a box of all of them is parted again into each', [] if len(box) == len(names) else [len(box), len(names)])

try:
    from aiosmtpd.controller import Controller

    class Store:
        """Keeps what comes in."""
        mails = []

        async def handle_DATA(self, server, session, envelope):
            self.mails.append(envelope.original_content)
            return '250 OK'

    server = Controller(Store(), hostname='127.0.0.1', port=8025)
    server.start()
    with smtplib.SMTP('127.0.0.1', 8025) as client:
        for _, data in mails:
            client.sendmail('office@example.org', ['w@example.org'], data)
    server.stop()
    broken = [name for (name, data), stored in zip(mails, Store.mails) if data != stored]
    check('a server of SMTP stores each as it was sent', broken or ([] if len(Store.mails) == len(mails) else ['some lost']))
except ImportError:
    left_out.append('aiosmtpd')

shutil.rmtree(root, ignore_errors=True)
print(f'{len(failed)} broken' + (f'; not there: {", ".join(left_out)}' if left_out else ''))
sys.exit(1 if failed else 0)
