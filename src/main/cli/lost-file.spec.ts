import { execFileSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joining, line, terminal } from './cli.fixture.ts'

let desk: ReturnType<typeof terminal>
beforeEach(async () => {
  desk = terminal()
  await desk.run(['new', desk.path('w.claimtrail')])
  await desk.run(['apply', desk.path('w.claimtrail')], joining)
})
afterEach(() => desk.remove())

test('given a file that is moved in mid-stream, apply ends with 1 and says so, and every acknowledged command is in the moved file', async () => {
  const moved = desk.path('moved.claimtrail')
  const applied = await desk.run(
    ['apply', desk.path('w.claimtrail')],
    topicsWith(() => renameSync(desk.path('w.claimtrail'), moved)),
  )
  expect(applied.exit).toBe(1)
  expect(applied.told).toContain('is now “moved.claimtrail” in the same folder')
  expect(applied.told).toContain('The rest of the input was not applied.')
  expect(okIn(applied.lines).length).toBeGreaterThan(0)
  expect(okIn(applied.lines).length).toBeLessThan(count)
  expect(await topicsIn(moved)).toEqual(okIn(applied.lines))
  expect(workspaces()).toEqual(['moved.claimtrail'])
})

test('given another file that takes its place in mid-stream, each acknowledged command is in the copy that is named, and the other file is as it was', async () => {
  await desk.run(['new', desk.path('other.claimtrail')])
  const applied = await desk.run(
    ['apply', desk.path('w.claimtrail')],
    topicsWith(() => renameSync(desk.path('other.claimtrail'), desk.path('w.claimtrail'))),
  )
  expect(applied.exit).toBe(1)
  const [kept] = workspaces().filter((name) => name.startsWith('w kept '))
  expect(applied.told).toContain(`“${kept}”`)
  expect(await topicsIn(desk.path(kept!))).toEqual(okIn(applied.lines))
  expect(await topicsIn(desk.path('w.claimtrail'))).toEqual([])
})

test('given a file that is deleted after the last command was acknowledged, apply says what it kept', async () => {
  const deleting = (function* () {
    yield bytes(opening('t1') + opening('t2'))
    rmSync(desk.path('w.claimtrail'))
  })()
  const applied = await desk.run(['apply', desk.path('w.claimtrail')], deleting)
  expect(applied.exit).toBe(1)
  const [kept] = workspaces()
  expect(applied.told).toContain(`“${kept}”`)
  expect(await topicsIn(desk.path(kept!))).toEqual(okIn(applied.lines))
})

const count = 2000
const inPiece = 100

/** Commands that come piece by piece, and what happens between two of them. */
function* topicsWith(happens: () => void) {
  for (let from = 0; from < count; from += inPiece) {
    if (from === count / 2) happens()
    const ids = Array.from({ length: inPiece }, (_, index) => `t${from + index}`)
    yield bytes(ids.map(opening).join(''))
  }
}

function opening(id: string): string {
  return line(`open-${id}`, 'topic.open', { id, question: `${id}?` })
}

function okIn(lines: string[]): string[] {
  return lines
    .map((text) => JSON.parse(text) as { ok: boolean; commandId: string })
    .filter(({ ok }) => ok)
    .map(({ commandId }) => commandId.replace('open-', ''))
}

async function topicsIn(path: string): Promise<string[]> {
  const alone = desk.path('alone')
  execFileSync('cp', [path, alone])
  const checked = await desk.run(['verify', alone])
  expect(checked.exit).toBe(0)
  const log = await desk.run(['log', alone, '--json'])
  rmSync(alone)
  return log.lines.flatMap((text) => /"topics\/(t\d+)"/.exec(text)?.[1] ?? [])
}

function workspaces(): string[] {
  return readdirSync(desk.folder).filter((name) => name.endsWith('.claimtrail'))
}

const bytes = (text: string) => new TextEncoder().encode(text)
