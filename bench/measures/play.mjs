import { join } from 'node:path'
import { launchBrowser, window as size } from '../lib/browser.mjs'
import { besideLimit } from '../lib/figure.mjs'
import { startShell } from '../lib/shell.mjs'
import { count, duration } from '../lib/units.mjs'
import { until, watchFrames, watchPages } from '../lib/watch-page.mjs'
import { makeWorkspace } from '../lib/workspaces.mjs'
import { work } from '../workload/work.mjs'

const frame = 1000 / 60
const profile = { id: 'bench', name: 'Analyst', initials: 'AN', colour: 'blue' }

/** Plays the work at 100x in the Read room of the real window. @param {import('../lib/run.mjs').Run} run */
export async function play({ folder, sizes, say }) {
  const path = join(folder, 'play.claimtrail')
  const { events } = await makeWorkspace(path, work({ seed: 5 }), sizes.playedEvents)
  const shell = await startShell(join(folder, 'play'), { openPath: path, profile })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: size })
    await watchPages(context)
    const page = await context.newPage()
    await page.goto(shell.address)
    const rooms = page.getByRole('navigation', { name: 'Rooms' })
    await rooms.getByRole('button', { name: 'History' }).click()
    const place = page.getByRole('slider', { name: 'Place in the history' })
    await place.focus()
    // From the middle on, so that there is something on the screen.
    const box = await place.boundingBox()
    if (!box) throw new Error('the timeline is not on the screen')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await rooms.getByRole('button', { name: 'Read' }).click()
    await until(page, "document.querySelector('.reader p') !== null")
    await page.getByRole('button', { name: /Speed/ }).click()
    await page.getByRole('option', { name: '100' }).click()
    const before = Number(await place.getAttribute('aria-valuenow'))
    const told = await watchFrames(page, async () => {
      await page.getByRole('button', { name: 'Play', exact: true }).click()
      await page.evaluate((time) => new Promise((over) => setTimeout(over, time)), sizes.scrollSeconds * 1000)
    })
    const passed = Number(await place.getAttribute('aria-valuenow')) - before
    const perSecond = told.frames / sizes.scrollSeconds
    say(`played ${count(passed)} events`)
    return [
      {
        ...besideLimit({
          measure: `play ${count(events)} events at 100x for ${sizes.scrollSeconds} seconds, longest task`,
          ours: told.longest,
          limit: 50,
          beside: `one frame: ${duration(frame)}`,
          aim: 'no task over 50 ms, 60 frames a second',
          note: `${perSecond.toFixed(0)} frames a second; frames: median ${duration(told.median)}, p99 ${duration(told.p99)}; ${count(passed)} events passed`,
          numbers: { ...told, perSecond, passed },
        }),
        met: told.longest <= 50 && perSecond >= 58,
        ...(told.longest === 0 && { value: 'none over 50 ms' }),
      },
    ]
  } finally {
    await browser.close()
    await shell.end()
  }
}
