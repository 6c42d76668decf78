import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine } from './client.ts'
import { temporaryFolder } from './workspace.fixture.ts'

const script = new URL('./worker.ts', import.meta.url)

test('given questions about the past that nobody has waited for, then the engine ends all the same, each answered', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const engine = startEngine(script)
    const path = join(temporaryFolder(), 'w.claimtrail')
    await engine.call('create', { path })
    await engine.call('open', { path })
    const asked = Array.from({ length: 20 }, () =>
      engine.call('queryAsOf', { path, seq: 0, name: 'status', input: {}, analyst: null }),
    )
    await engine.end()
    const answers = await Promise.all(asked)
    expect(answers.map(({ ok }) => ok)).toEqual(asked.map(() => true))
  }
})
