import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { buildProgram } from './load.mjs'
import { groups, runFaults } from './run.mjs'

/** `npm run faults` in small: every kind, a few of each. */
const counts = { kills: 30, flips: 60, moves: 12 }

beforeAll(() => buildProgram())

test.each(Object.keys(groups))(
  'given %s, nothing acknowledged is lost and nothing untrue is said',
  async (group) => {
    const folder = mkdtempSync(join(tmpdir(), 'claimtrail-faults-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const tallies = await runFaults({ folder, seed: 4711, counts, only: group, say: () => {} })
    for (const { tries, lost, findings } of tallies) {
      expect(tries).toBeGreaterThan(0)
      expect({ lost, findings }).toEqual({ lost: 0, findings: [] })
    }
  },
)
