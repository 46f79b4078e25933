#!/usr/bin/env python3
"""What `gazette batch` promises, tried for real: on an archive of damaged issues, killed, starved, raced.

    batch.py GAZETTE MAKE-ARCHIVE [--issues 1000] [--kills 20]

One line a promise; exit status 1 if one is not kept. The full and the read-only disk need root (a small tmpfs is
mounted), the shards need GNU parallel; without them these are left out, and the last line says so.
"""
import argparse, hashlib, json, os, random, re, shutil, signal, subprocess, sys, tempfile, time
from pathlib import Path

arguments = argparse.ArgumentParser()
arguments.add_argument('gazette', type=Path)
arguments.add_argument('make_archive', type=Path)
arguments.add_argument('--issues', type=int, default=1000)
arguments.add_argument('--kills', type=int, default=20)
options = arguments.parse_args()
GAZETTE = str(options.gazette.resolve())
BAD = options.issues // 10
failed, left_out = [], []
root = Path(tempfile.mkdtemp(prefix='gazette-batch-'))
os.chdir(root)
os.environ['LC_ALL'] = 'C.UTF-8'


def check(promise, kept, seen=''):
    print(('ok      ' if kept else 'BROKEN  ') + promise + ('' if kept else f': {seen}'), flush=True)
    if not kept:
        failed.append(promise)


def batch(*args, **more):
    return subprocess.run([GAZETTE, 'batch', *map(str, args)], capture_output=True, text=True, **more)


def start(*args):
    return subprocess.Popen([GAZETTE, 'batch', *map(str, args)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def tree(folder, journal=True):
    """Every file with its digest; the journal too, which is part of what a killed run must not spoil."""
    found = {}
    for path in sorted(Path(folder).rglob('*')):
        name = str(path.relative_to(folder))
        if path.is_file() and (journal or not name.startswith('.gazette-batch/')):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def difference(one, other):
    names = sorted(n for n in one.keys() | other.keys() if one.get(n) != other.get(n))
    return f'{len(names)} differ: {names[:5]}'


def same(promise, one, other):
    check(promise, one == other, difference(one, other))


def report(path):
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


def timeless(lines):
    return [{k: v for k, v in line.items() if k != 'milliseconds'} for line in lines]


def errors(run):
    return [line for line in run.stderr.splitlines() if ': error: ' in line]


subprocess.run([str(options.make_archive.resolve()), str(options.issues), 'in', '--hostile', str(BAD)], check=True)

# --- done and failed
began = time.monotonic()
run = batch('in', '-o', 'whole', '--report', 'whole.jsonl', '--index', '--jobs', 2)
took = time.monotonic() - began
lines = report('whole.jsonl')
counts = {s: sum(line['status'] == s for line in lines) for s in ('done', 'failed')}
check(f'{options.issues} inputs of which {BAD} are hostile: the others are done, those fail, status 1',
      counts == {'done': options.issues - BAD, 'failed': BAD} and run.returncode == 1, f'{counts}, {run.returncode}')
reasons = {line.split(':')[0] for line in errors(run)}
check('each that failed has its reason on a line of its own',
      reasons == {line['input'] for line in lines if line['status'] == 'failed'} and len(errors(run)) == BAD, len(reasons))
check('the report tells of each input in their order, with outputs as they are',
      [line['input'] for line in lines] == sorted(line['input'] for line in lines)
      and all(hashlib.sha256(Path(o['path']).read_bytes()).hexdigest() == o['sha256']
              for line in lines for o in line['outputs']))
good = [line['input'] for line in lines if line['status'] == 'done']
whole = tree('whole')

# --- same bytes
batch('in', '-o', 'one', '--index', '--jobs', 1)
same('the same bytes with --jobs 1 and --jobs 2', tree('one'), whole)
different = []
for path in good:
    stem = path[len('in/'):].rsplit('.', 1)[0]
    place = Path('exported') / stem
    place.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([GAZETTE, 'export', path, '-o', f'{place.parent}/'], stderr=subprocess.DEVNULL, check=True)
    for ending in ('docx', 'txt'):
        if Path(f'{place}.{ending}').read_bytes() != Path(f'whole/{stem}.{ending}').read_bytes():
            different.append(f'{stem}.{ending}')
check('the same bytes by export', not different, different[:5])

# --- killed
chance = random.Random(6)
stale = []
for _ in range(options.kills):
    process = start('in', '-o', 'killed', '--resume', '--index', '--quiet')
    time.sleep(chance.uniform(0.02, took / 4))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    stale += [n for n, digest in tree('killed', journal=False).items() if not n.startswith('index.') and whole[n] != digest]
check(f'killed at {options.kills} random moments, it never leaves a file that is not whole', not stale, stale[:5])
batch('in', '-o', 'killed', '--resume', '--index', '--quiet')
same('and --resume makes the tree of an undisturbed run', tree('killed'), whole)
process = start('in', '-o', 'stopped', '--quiet', '--index')
time.sleep(took / 3)
process.terminate()
process.communicate()
check('SIGTERM ends it with 130', process.returncode == 130, process.returncode)
batch('in', '-o', 'stopped', '--resume', '--index', '--quiet')
same('and --resume makes the tree of an undisturbed run', tree('stopped'), whole)

# --- changed, deleted
shutil.copytree('whole', 'changed')
shutil.copytree('in', 'edited')
first, second = (path.replace('in/', 'edited/', 1) for path in good[:2])
batch('edited', '-o', 'changed', '--quiet', '--index')
Path(first).write_bytes(Path(second).read_bytes())
run = batch('edited', '-o', 'changed', '--resume', '--report', 'changed.jsonl', '--index')
done = [line['input'] for line in report('changed.jsonl') if line['status'] == 'done']
check('a file that changed between two runs is done again, and no other', done == [first], done[:5])
batch('edited', '-o', 'anew', '--index', '--quiet')
same('and --resume makes the tree of an undisturbed run', tree('changed'), tree('anew'))
last = good[-1].replace('in/', 'edited/', 1)
process = start('edited', '-o', 'deleted', '--report', 'deleted.jsonl', '--jobs', 1)
while not Path('deleted.jsonl').exists() or not Path('deleted.jsonl').stat().st_size:
    time.sleep(0.002)
os.remove(last)
stderr = process.communicate()[1]
lost = [line['input'] for line in report('deleted.jsonl') if line['status'] == 'failed']
check('an input that is deleted during the run fails alone, and says why',
      last in lost and len(lost) == BAD + 1 and f'{last}: error: no such file [file-missing]' in stderr, lost[-3:])

# --- two at once
processes = [start('in', '-o', 'raced', '--index') for _ in range(3)]
said = [process.communicate()[1] for process in processes]
locked = [s for s in said if '[output-locked]' in s]
check('of three batches into one folder, two say that another is writing, and end',
      len(locked) == 2 and all(len(s.splitlines()) == 1 for s in locked), said)
same('and the third does its work', tree('raced'), whole)

# --- no room, no right
if os.geteuid() == 0 and shutil.which('mount'):
    def mount(*args):
        return subprocess.run(['mount', *args], capture_output=True).returncode == 0

    os.mkdir('small')
    need = sum(p.stat().st_size for p in Path('whole').rglob('*') if p.is_file())
    if mount('-t', 'tmpfs', '-o', f'size={need // 3}', 'tmpfs', 'small'):
        try:
            run = batch('in', '-o', 'small/out', '--index')
            ends = [line for line in errors(run) if 'in/' not in line]
            check('a full disk ends it with one line, status 1',
                  run.returncode == 1 and len(ends) == 1 and 'No space left' in ends[0], run.stderr[-400:])
            halves = [n for n, d in tree('small/out', journal=False).items() if whole[n] != d]
            check('what has its name by then is whole', not halves, halves[:5])
            mount('-o', 'remount,ro', 'small')
            run = batch('in', '-o', 'small/out', '--resume')
            check('a disk that cannot be written to is one line, status 1',
                  run.returncode == 1 and len(errors(run)) == 1 and 'Read-only' in errors(run)[0], run.stderr[-400:])
            mount('-o', f'remount,rw,size={need * 3}', 'small')
            batch('in', '-o', 'small/out', '--resume', '--index')
            same('and --resume makes the tree of an undisturbed run', tree('small/out'), whole)
        finally:
            subprocess.run(['umount', 'small'])
    else:
        left_out.append('full disk (no tmpfs could be mounted)')
    nobody = dict(user=65534, group=65534, extra_groups=[])
else:
    left_out.append('full disk (needs root)')
    nobody = {}
os.chmod(root, 0o755)
os.makedirs('guarded')
shutil.copytree('whole', 'guarded/out')
years = sorted(p.name for p in Path('in').iterdir())
shutil.rmtree(f'guarded/out/{years[0]}')
os.mkdir(f'guarded/out/{years[0]}')
for path in [Path('guarded'), *Path('guarded').rglob('*')]:
    if nobody:
        os.chown(path, 65534, 65534)
os.chmod(f'guarded/out/{years[0]}', 0o555)
run = batch('in', '-o', 'guarded/out', '--index', '--resume', **nobody)
refused = [line for line in errors(run) if line.startswith('guarded/')]
there = [path for path in good if path.startswith(f'in/{years[0]}/')]
check('a folder that may not be written to fails its issues, one line each, and no other',
      len(refused) == 2 * len(there) and all(f'/{years[0]}/' in line and 'Permission denied' in line for line in refused),
      run.stderr[-400:])
os.chmod(f'guarded/out/{years[0]}', 0o755)
batch('in', '-o', 'guarded/out', '--index', '--resume', **nobody)
same('and --resume makes the tree of an undisturbed run', tree('guarded/out'), whole)

# --- shared out
if shutil.which('parallel'):
    subprocess.run(['parallel', '--will-cite', GAZETTE, 'batch', 'in', '-o', 'shared', '--quiet', '--shard', '{}/4',
                    '--report', '{}.jsonl', ':::', '1', '2', '3', '4'], stderr=subprocess.DEVNULL)
    run = batch('--merge-reports', *(f'{n}.jsonl' for n in range(1, 5)), '--report', 'merged.jsonl')
    here = tree('shared', journal=False)
    same('four shards under GNU parallel make the tree of one run',
         here, {n: d for n, d in whole.items() if not n.startswith(('.gazette-batch/', 'index.'))})
    merged = json.loads(json.dumps(timeless(report('merged.jsonl'))).replace('shared/', 'whole/'))
    check('and their merged reports are its report', merged == timeless(lines) and run.returncode == 1)
    batch('in', '-o', 'shared', '--resume', '--index', '--quiet')
    same('a later run without shards believes what they proved', tree('shared', journal=False), tree('whole', journal=False))
else:
    left_out.append('shards (needs GNU parallel)')
pipe = subprocess.run(['find', 'in', '-name', '*.md', '-print0'], capture_output=True).stdout
run = subprocess.run([GAZETTE, 'batch', '--files-from', '-', '-o', 'listed', '--quiet'], input=pipe, capture_output=True)
listed = {n.removeprefix('in/'): d for n, d in tree('listed', journal=False).items()}
same('names from a pipe make the same files', listed,
     {n: whole[n] for n in whole for p in good if p.endswith('.md') and n.rsplit('.', 1)[0] == p[3:-3]})

shutil.rmtree(root, ignore_errors=True)
print(f'{len(failed)} broken' + (f'; left out: {", ".join(left_out)}' if left_out else ''))
sys.exit(1 if failed else 0)
