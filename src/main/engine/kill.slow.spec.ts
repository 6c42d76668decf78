import { test } from 'vitest'
import { killAndLook } from './kill.fixture.ts'

test('given a process killed while it writes, 60 times, every acknowledged command is kept', async () => {
  await killAndLook(60)
})
