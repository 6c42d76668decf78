import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { findChromium } from '../src/main/shell-kit/find-chromium.mjs'
import { ask } from './shells/ask.ts'
import { startInBrowser } from './shells/browser-shell.ts'
import { expect } from './shells/fixtures.ts'
import { makeSample, prepareDataDir } from './shells/known-analyst.ts'
import { environment, gone } from './shells/process.ts'

/** How the browser shell ends when somebody else wants it to: each spec starts it by itself. */
const test = base.extend<{ dataDir: string }, { shell: string }>({
  shell: ['browser', { option: true, scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from this pattern that nothing is needed.
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'claimtrail-e2e-'))
    const { path, remove } = await makeSample()
    await prepareDataDir(dataDir, path)
    await remove()
    await use(dataDir)
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('@browser a signal while commands are at work: each is answered and kept, or refused', async ({
  browser,
  dataDir,
}) => {
  const running = await startInBrowser(browser, dataDir, {}, () => {})
  await running.page.locator('main').waitFor()
  const before = await status(running.page)
  const opening = (id: string) =>
    ask(running.page, 'execute', {
      commandId: id,
      type: 'topic.open',
      args: { id, question: `${id}?` },
    }).then(
      (answer) => answer as { ok: boolean; error?: { code: string; message: string } },
      () => null,
    )
  expect(await opening('first')).toMatchObject({ ok: true })
  const asked = Array.from({ length: 60 }, (_, index) => opening(`flying-${index}`))
  await Promise.race(asked)
  expect(await running.terminate?.()).toBe(0)
  const answers = await Promise.all(asked)
  const kept = answers.filter((answer) => answer?.ok).length
  const refused = answers.flatMap((answer) => (answer && !answer.ok ? [answer.error] : []))
  for (const error of refused) expect(error).toMatchObject({ code: 'ending' })
  expect(kept).toBeGreaterThan(0)
  await running.kill()

  const again = await startInBrowser(browser, dataDir, {}, () => {})
  await again.page.locator('main').waitFor()
  expect(await status(again.page)).toBe(before + 1 + kept)
  await again.end()
})

async function status(page: Parameters<typeof ask>[0]): Promise<number> {
  const answer = (await ask(page, 'status', {})) as { value: { seq: number } }
  return answer.value.seq
}

test('@browser a shell that is killed outright: the browser that shows its window ends too', async ({
  dataDir,
}) => {
  const noted = join(dataDir, 'browser-pid')
  const chromium = join(dataDir, 'chromium.sh')
  await writeFile(
    chromium,
    `#!/bin/sh\necho $$ > '${noted}'\nexec '${findChromium()?.path}' --headless=new "$@"\n`,
  )
  await chmod(chromium, 0o755)
  const shell = spawn(process.execPath, [join(import.meta.dirname, '../out/main/browser.js')], {
    env: { ...environment(dataDir), CLAIMTRAIL_CHROMIUM: chromium, DISPLAY: ':0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((opened) => shell.stdout.once('data', opened))
  await expect.poll(() => readFile(noted, 'utf8').catch(() => '')).not.toBe('')
  const pid = Number(await readFile(noted, 'utf8'))
  expect(isRunning(pid)).toBe(true)
  shell.kill('SIGKILL')
  await gone(shell)
  await expect.poll(() => isRunning(pid)).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    return false
  }
}
