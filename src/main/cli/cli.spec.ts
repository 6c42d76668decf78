import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../domain/catalogue.ts'
import { claiming, importing, joining, line, session, terminal, text, time } from './cli.fixture.ts'

let at: ReturnType<typeof terminal>
let workspace: string
beforeEach(async () => {
  at = terminal()
  workspace = at.path('work.claimtrail')
  await at.run(['new', workspace])
})
afterEach(() => at.remove())

describe('apply', () => {
  it('given commands, answers each on a line of its own, in order, and exits 0', async () => {
    const { exit, lines, told } = await at.run(['apply', workspace], session)
    expect(exit).toBe(0)
    expect(lines.map((result) => JSON.parse(result))).toMatchObject([
      { line: 1, commandId: 'c1', ok: true, seq: 1, events: 1 },
      { line: 2, commandId: 'c2', ok: true, seq: 2 },
      {
        line: 3,
        commandId: 'c3',
        ok: true,
        seq: 4,
        events: 2,
        label: 'claim “Up to 8,000 soldiers are there.”',
      },
      { line: 4, commandId: 'c4', ok: true, seq: 5 },
    ])
    expect(told).toContain('4 done, 0 rejected')
  })

  it('given lines that are rejected or no JSON, answers them in place, goes on and exits 1', async () => {
    const bad = line('c9', 'claim.make', { id: 'k9', statement: 'x', topicId: 'nowhere' })
    const { exit, lines } = await at.run(['apply', workspace], `${joining}{oops\n\n${bad}${importing}`)
    expect(exit).toBe(1)
    expect(lines.map((result) => JSON.parse(result))).toMatchObject([
      { line: 1, ok: true },
      { line: 2, commandId: null, ok: false, code: 'malformed_line' },
      { line: 4, commandId: 'c9', ok: false, code: 'unknown_topic' },
      { line: 5, ok: true },
    ])
  })

  it('given the same commands on another machine, arrives at the same head hash', async () => {
    const one = await at.run(['apply', workspace], session)
    await at.run(['new', at.path('other.claimtrail')])
    const other = await at.run(['apply', at.path('other.claimtrail')], session)
    expect(other.lines).toEqual(one.lines)
  })

  it('given the same commands again, answers their first results and adds nothing', async () => {
    await at.run(['apply', workspace], session)
    const again = await at.run(['apply', workspace], session)
    expect(again.exit).toBe(0)
    expect(again.lines.map((result) => JSON.parse(result).repeated)).toEqual([true, true, true, true])
    expect(again.told).toContain('Head 5:')
  })

  it('given lines cut anywhere, in the middle of a character too, reads them whole', async () => {
    const bytes = new TextEncoder().encode(session.trimEnd())
    const pieces: Uint8Array[] = []
    for (let from = 0; from < bytes.length; from += 7) pieces.push(bytes.subarray(from, from + 7))
    const { exit, lines } = await at.run(['apply', workspace], pieces)
    expect(exit).toBe(0)
    expect(lines).toHaveLength(4)
  })

  describe('texts in files', () => {
    const fromFile = (textFile: string, part = {}) =>
      line('c2', 'article.import', { articles: [{ id: 'a1', title: 'Count', textFile, ...part }] })
    beforeEach(() => {
      mkdirSync(at.path('texts'))
      writeFileSync(at.path('texts/x.txt'), `\ufeffBefore.\r\n${text}`)
    })

    it('given a folder, takes the canonical text or a part of it', async () => {
      const args = ['apply', workspace, '--texts', at.path('texts')]
      const { exit } = await at.run(args, joining + fromFile('x.txt', { from: 8 }) + claiming)
      expect(exit).toBe(0)
      const found = await at.run(['export', workspace, '--table', 'evidence'])
      expect(found.out).toContain('up to 8,000 soldiers')
    })

    it('given a folder that is a link, and links within it, takes what lies in it', async () => {
      symlinkSync('x.txt', at.path('texts/y.txt'))
      symlinkSync(at.path('texts'), at.path('there'))
      const args = ['apply', workspace, '--texts', at.path('there')]
      expect(await at.run(args, joining + fromFile('y.txt'))).toMatchObject({ exit: 0 })
    })

    it.each([
      ['no folder', [], 'x.txt'],
      ['a path out of it', ['--texts', 'HERE'], '../work.claimtrail'],
      ['a file that is missing', ['--texts', 'HERE'], 'y.txt'],
      ['an absolute path', ['--texts', 'HERE'], '/etc/hostname'],
      ['a link to a file outside', ['--texts', 'HERE'], 'link.txt'],
      ['a file behind a link to a folder outside', ['--texts', 'HERE'], 'out/secret.txt'],
      ['a folder', ['--texts', 'HERE'], 'sub'],
      ['a pipe that nobody fills', ['--texts', 'HERE'], 'pipe.txt'],
    ])('given %s, refuses the line', async (_, options, file) => {
      writeFileSync(at.path('secret.txt'), text)
      symlinkSync(at.path('secret.txt'), at.path('texts/link.txt'))
      symlinkSync(at.folder, at.path('texts/out'))
      mkdirSync(at.path('texts/sub'))
      execFileSync('mkfifo', [at.path('texts/pipe.txt')])
      const args = options.map((option) => (option === 'HERE' ? at.path('texts') : option))
      const { exit, lines } = await at.run(['apply', workspace, ...args], joining + fromFile(file))
      expect(exit).toBe(1)
      expect(JSON.parse(lines[1]!)).toMatchObject({ ok: false, code: 'malformed_line' })
    })
  })
})

describe('import', () => {
  it('given a file, imports it once; the second time it tells the first and exits 1', async () => {
    writeFileSync(
      at.path('news.txt'),
      `Soldiers seen near the border\n\n${text} They were seen again on Friday.\n`,
    )
    const first = await at.run(['import', workspace, at.path('news.txt'), '--by', 'Desk Analyst'])
    expect(first.exit).toBe(0)
    const [how, id] = first.lines[0]!.split('\t')
    expect(how).toBe('imported')
    const again = await at.run(['import', workspace, at.path('news.txt'), '--by', 'DA'])
    expect(again.exit).toBe(1)
    expect(again.lines[0]!.split('\t').slice(0, 2)).toEqual(['duplicate', id])
    expect((await at.run(['log', workspace])).out).toContain('\tDesk Analyst\t')
  })

  it('given a folder, imports its texts and tells what could not be read, exit 1', async () => {
    mkdirSync(at.path('in/deep'), { recursive: true })
    writeFileSync(at.path('in/one.txt'), text)
    writeFileSync(at.path('in/deep/two.md'), `# Two\n\n${text} And more of it.`)
    writeFileSync(at.path('in/empty.txt'), '')
    writeFileSync(at.path('in/skipped.bin'), text)
    const { exit, lines, told } = await at.run(['import', workspace, at.path('in'), '--by', 'Desk'])
    expect(exit).toBe(1)
    expect(lines.map((result) => result.split('\t').at(-1))).toEqual(['two.md', 'one.txt'])
    expect(told).toContain('empty.txt: The file is empty')
  })

  it('given folders that lead in a circle and one text twice, imports each once and names the first', async () => {
    mkdirSync(at.path('in/deep'), { recursive: true })
    writeFileSync(at.path('in/deep/one.txt'), text)
    writeFileSync(at.path('in/two.txt'), text)
    symlinkSync(at.path('in'), at.path('in/deep/round'), 'junction')
    const { exit, lines } = await at.run(['import', workspace, at.path('in'), '--by', 'Desk'])
    expect(exit).toBe(1)
    const [first, second] = lines.map((result) => result.split('\t'))
    expect(lines).toHaveLength(2)
    expect([first![0], second![0], second![1]]).toEqual(['imported', 'duplicate', first![1]])
  })

  it('given a file that is too large, tells it and goes on with the next', async () => {
    writeFileSync(at.path('large.txt'), '')
    truncateSync(at.path('large.txt'), 100_000_001)
    writeFileSync(at.path('news.txt'), text)
    const files = [at.path('large.txt'), at.path('news.txt')]
    const { exit, lines, told } = await at.run(['import', workspace, ...files, '--by', 'Desk'])
    expect(exit).toBe(1)
    expect(told).toContain('[file_too_large]')
    expect(lines).toHaveLength(1)
  })

  it('given nobody to stamp the change with, asks for --by and imports nothing', async () => {
    writeFileSync(at.path('news.txt'), text)
    const { exit, told } = await at.run(['import', workspace, at.path('news.txt')])
    expect(exit).toBe(2)
    expect(told).toContain('--by')
  })
})

describe('looking', () => {
  beforeEach(() => at.run(['apply', workspace], session))

  it('log tells each event on a line, within --from and --to', async () => {
    const { lines } = await at.run(['log', workspace, '--from', '2', '--to', '4'])
    expect(lines.map((told) => told.split('\t').slice(0, 3))).toEqual([
      ['2', time, 'Desk'],
      ['3', time, 'Desk'],
      ['4', time, 'Desk'],
    ])
  })

  it('log --json gives the stored events, each chained to the one before', async () => {
    const events = (await at.run(['log', workspace, '--json'])).lines.map((stored) => JSON.parse(stored))
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    for (const [index, event] of events.slice(1).entries())
      expect(event.previousHash).toBe(events[index].hash)
  })

  it('search finds words and prints where', async () => {
    const { exit, lines } = await at.run(['search', workspace, 'counted', '8,000'])
    expect(exit).toBe(0)
    expect(lines[0]!.split('\t').slice(0, 3)).toEqual(['article', 'a1', 'Count'])
  })

  it('verify exits 0 on a sound workspace, rebuild keeps it sound, backup makes another', async () => {
    expect((await at.run(['rebuild', workspace])).exit).toBe(0)
    expect((await at.run(['backup', workspace, at.path('copy.claimtrail')])).exit).toBe(0)
    for (const file of [workspace, at.path('copy.claimtrail')]) {
      const { exit, told } = await at.run(['verify', file])
      expect(exit).toBe(0)
      expect(told).toContain('5 events: nothing is wrong')
    }
  })

  it('verify exits 1 with its findings when a stored byte was changed', async () => {
    const bytes = readFileSync(workspace)
    const place = bytes.indexOf('Up to 8,000 soldiers are there.')
    bytes[place] = 'V'.charCodeAt(0)
    const backups = workspace.replace(/\.claimtrail$/, ' backups')
    mkdirSync(backups)
    for (const day of [1, 2]) copyFileSync(workspace, join(backups, `2024-11-0${day} event 5.claimtrail`))
    writeFileSync(workspace, bytes)
    const { exit, lines, told } = await at.run(['verify', workspace])
    expect(exit).toBe(1)
    expect(lines.length).toBeGreaterThan(0)
    expect(told).toContain(`Its latest backup: ${join(backups, '2024-11-02 event 5.claimtrail')}`)
  })
})

describe('commands', () => {
  it('prints a JSON Schema in which every command is an alternative', async () => {
    const schema = JSON.parse((await at.run(['commands'])).out)
    expect(schema.oneOf.map(({ title }: { title: string }) => title)).toEqual([...commands.keys()])
    for (const alternative of schema.oneOf) {
      expect(alternative.properties.args.type).toBe('object')
      expect(alternative.description.length).toBeGreaterThan(10)
    }
  })
})

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['verify', 'FILE', '--fast']],
    ['too few words', ['backup', 'FILE']],
    ['too many words', ['verify', 'FILE', 'OTHER']],
    ['no choice of what to export', ['export', 'FILE']],
    ['two things to export', ['export', 'FILE', '--table', 'claims', '--brief', 'Daily']],
    ['an unknown table', ['export', 'FILE', '--table', 'people']],
    ['a format that does not fit', ['export', 'FILE', '--table', 'claims', '--format', 'md']],
    ['a moment past the head', ['export', 'FILE', '--table', 'claims', '--as-of', '99']],
    ['an unknown moment', ['export', 'FILE', '--table', 'claims', '--as-of', 'yesterday']],
    ['an export without a manifest', ['verify-export', 'TEXT', 'FILE']],
    ['a manifest that is none', ['verify-export', 'TEXT', 'FILE', '--manifest', 'TEXT']],
    ['an export that is not there', ['verify-export', 'OTHER', 'FILE']],
    ['an unknown brief', ['export', 'FILE', '--brief', 'Weekly']],
    ['a number that is none', ['log', 'FILE', '--from', 'first']],
    ['a range the wrong way round', ['log', 'FILE', '--from', '3', '--to', '2']],
    ['a file that is not there', ['verify', 'OTHER']],
    ['a file that is no workspace', ['search', 'TEXT', 'words']],
    ['a new workspace where a file is', ['new', 'FILE']],
    ['a backup where a file is', ['backup', 'FILE', 'FILE']],
  ])('given %s, exits 2 with a sentence and no stack trace', async (_, argv) => {
    writeFileSync(at.path('text.txt'), 'no workspace')
    const files: Record<string, string> = {
      FILE: workspace,
      OTHER: at.path('other'),
      TEXT: at.path('text.txt'),
    }
    const { exit, out, told } = await at.run(argv.map((word) => files[word] ?? word))
    expect(exit).toBe(2)
    expect(out).toBe('')
    expect(told.length).toBeGreaterThan(20)
    expect(told).not.toMatch(/\n\s+at /)
    expect(existsSync(at.path('other'))).toBe(false)
  })

  it('helps with the whole and with each command', async () => {
    const { exit, out } = await at.run(['--help'])
    expect(exit).toBe(0)
    const names = [...out.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name]) => name!)
    expect(names).toEqual(expect.arrayContaining(['new', 'apply', 'export', 'verify-export']))
    for (const name of names) {
      const help = await at.run([name, '--help'])
      expect(help.exit).toBe(0)
      expect(help.out).toContain(`Usage: claimtrail ${name}`)
    }
    expect((await at.run(['--version'])).out).toBe('1.2.3\n')
  })
})
