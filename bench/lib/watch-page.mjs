import { median, percentile } from './stats.mjs'

/**
 * Puts a stopwatch into every page of a context. It starts by itself at the next key or pointer press, by the event's
 * own time, and stops when what was waited for has been painted.
 * @param {import('playwright').BrowserContext} context
 */
export function watchPages(context) {
  return context.addInitScript(inPage)
}

/**
 * What the stopwatch tells, in milliseconds.
 * @typedef {object} Reading
 * @property {number} painted from the press until the frame that shows it has been painted
 * @property {number} second until the animation frame after that one
 * @property {number} longest task on the page's main thread meanwhile; 0 where none took 50 ms
 */

/**
 * Presses and waits for what follows.
 * @param {import('playwright').Page} page
 * @param {() => Promise<unknown>} press one key or one pointer press
 * @param {string} condition an expression that becomes true in the page when it is there
 * @returns {Promise<Reading>}
 */
export async function stopwatch(page, press, condition) {
  const reading = page.evaluate(
    (expression) => /** @type {any} */ (window).bench.watch(expression),
    condition,
  )
  // The page must be listening before it is pressed.
  await page.waitForFunction(() => /** @type {any} */ (window).bench.listening)
  await press()
  return reading
}

/**
 * Waits for a frame in which a condition holds. Unlike Playwright's own waiting it works under the page's strict policy.
 * @param {import('playwright').Page} page @param {string} condition an expression
 */
export function until(page, condition) {
  return page.evaluate((expression) => /** @type {any} */ (window).bench.until(expression), condition)
}

/**
 * What the page's main thread did meanwhile, in milliseconds.
 * @typedef {object} Smoothness
 * @property {number} longest task; 0 where none took 50 ms
 * @property {number} tasks over 50 ms
 * @property {number} median between two frames
 * @property {number} p99 between two frames
 * @property {number} frames in all
 */

/**
 * Watches frames and long tasks while something goes on.
 * @param {import('playwright').Page} page @param {() => Promise<unknown>} action @returns {Promise<Smoothness>}
 */
export async function watchFrames(page, action) {
  await page.evaluate(() => /** @type {any} */ (window).bench.countFrames())
  await action()
  // Long tasks are told a little later: after the frame that follows them.
  const { durations, frames } = await page.evaluate(() => /** @type {any} */ (window).bench.counted())
  const gaps = frames.slice(1).map((/** @type {number} */ now, /** @type {number} */ at) => now - frames[at])
  return {
    longest: Math.max(0, ...durations),
    tasks: durations.filter((/** @type {number} */ one) => one > 50).length,
    median: median(gaps),
    p99: percentile(gaps, 0.99),
    frames: frames.length,
  }
}

/* Runs in the page. */
function inPage() {
  /** @type {{ start: number, duration: number }[]} */
  const longTasks = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })

  const bench = {
    listening: false,
    /** @type {number[]} */
    frames: [],
    /** Ranges that are painted as spans. */
    painted() {
      let sum = 0
      for (const [name, { size }] of CSS.highlights) if (/^(tag|plain)-/.test(name)) sum += size
      return sum
    },
    countFrames() {
      longTasks.length = 0
      const frames = /** @type {number[]} */ ([])
      bench.frames = frames
      const next = (/** @type {number} */ now) => {
        // Another count has begun.
        if (bench.frames !== frames) return
        frames.push(now)
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    },
    async counted() {
      await new Promise((later) => setTimeout(later, 100))
      return { durations: longTasks.map(({ duration }) => duration), frames: bench.frames }
    },
    until(/** @type {string} */ expression) {
      const holds = new Function(`return ${expression}`)
      const last = performance.now() + 60_000
      return new Promise((resolve, reject) => {
        const look = () => {
          try {
            if (holds()) resolve(null)
            else if (performance.now() < last) requestAnimationFrame(look)
            else reject(new Error(`not within a minute: ${expression}`))
          } catch (error) {
            reject(error)
          }
        }
        look()
      })
    },
    watch(/** @type {string} */ expression) {
      const isThere = new Function(`return ${expression}`)
      return new Promise((resolve) => {
        const began = new Promise((told) => {
          const press = (/** @type {Event} */ event) => {
            for (const type of ['pointerdown', 'keydown']) removeEventListener(type, press, true)
            bench.listening = false
            told(event.timeStamp)
          }
          for (const type of ['pointerdown', 'keydown']) addEventListener(type, press, true)
        })
        bench.listening = true
        void began.then((start) => {
          const look = () => {
            if (!isThere()) return requestAnimationFrame(look)
            // A message posted in a frame's callback is delivered once that frame has been painted.
            const channel = new MessageChannel()
            let painted = 0
            channel.port1.onmessage = () => {
              painted = performance.now() - start
            }
            channel.port2.postMessage(null)
            requestAnimationFrame((now) => {
              const second = now - start
              // Long tasks are told a little later.
              setTimeout(() => {
                const during = longTasks.filter(
                  (task) => task.start + task.duration > start && task.start < now,
                )
                const longest = Math.max(0, ...during.map(({ duration }) => duration))
                resolve({ painted, second, longest })
              }, 100)
            })
          }
          requestAnimationFrame(look)
        })
      })
    },
  }
  Object.assign(window, { bench })
}
