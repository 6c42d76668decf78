import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBench } from '../engine/workspace.fixture.ts'
import { stateOf } from '../targets/folder-state.fixture.ts'
import { filesAt } from './exporting.ts'

it('given a dialog in which a workspace or a pipe was chosen, exports nothing and says why', () => {
  const bench = openBench()
  const folder = join(bench.path, '..')
  execFileSync('mkfifo', [join(folder, 'pipe')])
  const before = stateOf(folder)
  for (const [name, code] of [
    ['bench.claimtrail', 'is_a_workspace'],
    ['bench.claimtrail-wal', 'belongs_to_workspace'],
    ['pipe', 'not_a_file'],
  ] as const) {
    expect(filesAt({ path: join(folder, name) }, folder)).toMatchObject({ ok: false, error: { code } })
  }
  expect(filesAt({ path: join(folder, 'claims.csv') }, folder).ok).toBe(true)
  expect(stateOf(folder)).toEqual(before)
})
