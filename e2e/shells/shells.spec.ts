import type { Page } from '@playwright/test'
import type { StandIn } from './app.ts'
import { ask } from './ask.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('the program opens its page without a complaint and without barriers', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Claimtrail/)
  await expectAccessible(app.page)
})

test('the program ends in order and starts again', async ({ app }) => {
  await app.restart()
  await expect(app.page).toHaveTitle(/Claimtrail/)
})

test('the program starts again after it was killed', async ({ app }) => {
  await app.kill()
  await app.restart()
  await expect(app.page).toHaveTitle(/Claimtrail/)
})

test.describe('a page that was taken over', () => {
  test.use({ allowProblems: true })

  test('runs no text as a script', async ({ app }) => {
    const ran = await app.page.evaluate(async () => {
      // A debugger's own call may evaluate text whatever the policy says; what follows a pause may not.
      await new Promise((done) => requestAnimationFrame(done))
      const page = window as unknown as { injected?: boolean }
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      const image = document.createElement('img')
      image.setAttribute('onerror', 'window.injected = true')
      document.body.append(image)
      image.dispatchEvent(new Event('error'))
      let evaluated = true
      try {
        new Function('window.injected = true')()
      } catch {
        evaluated = false
      }
      return { injected: page.injected === true, evaluated }
    })
    expect(ran).toEqual({ injected: false, evaluated: false })
  })

  test('reaches no other address', async ({ app }) => {
    const reached = await app.page.evaluate(async () => {
      const addresses = [
        'https://example.com/',
        'http://127.0.0.1:9/',
        'file:///etc/hostname',
        'data:text/plain,x',
      ]
      const violation = new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective))
      })
      const tried = await Promise.allSettled(addresses.map((address) => fetch(address)))
      return { settled: tried.map(({ status }) => status), blocked: await violation }
    })
    expect(reached).toEqual({
      settled: ['rejected', 'rejected', 'rejected', 'rejected'],
      blocked: 'connect-src',
    })
  })

  test('is framed by nobody and frames nobody', async ({ app }) => {
    const framed = await app.page.evaluate(async () => {
      const violation = new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective))
      })
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      return violation
    })
    expect(framed).toBe('frame-src')
  })

  test('gets no place, camera or microphone', async ({ app }) => {
    const code = await app.page.evaluate(
      () =>
        new Promise((done) => {
          navigator.geolocation.getCurrentPosition(
            () => done('granted'),
            (error) => done(error.code),
          )
        }),
    )
    expect(code).toBe(1)
  })

  test('is answered with a sentence when it asks for nonsense', async ({ app }) => {
    const answer = await ask(app.page, 'no.such.request', { path: '/etc/passwd' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'malformed_request' } })
  })
})

test.describe('in the desktop shell', { tag: '@desktop' }, () => {
  test('the page sees one bridge with two functions, and nothing of Node or Electron', async ({ app }) => {
    const seen = await app.page.evaluate(() => ({
      bridge: Object.keys(window.claimtrail ?? {}).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    }))
    expect(seen).toEqual({ bridge: ['request', 'subscribe'], node: [] })
  })

  test('a menu item reaches the page as a command', async ({ app }) => {
    await app.page.evaluate(() => {
      const page = window as unknown as { heard: unknown[] }
      page.heard = []
      window.claimtrail?.subscribe((push) => page.heard.push(push))
    })
    await app.chooseMenu('zoom-reset')
    const heard = () => app.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)
    await expect.poll(heard).toContainEqual({ kind: 'menu', command: 'zoom-reset' })
  })
})

test.describe('in the desktop shell, seen from the main process', { tag: '@stand-in' }, () => {
  let standIn: StandIn
  test.beforeEach(({ app }) => {
    standIn = app.standIn!
  })

  test('the window is sandboxed', () => {
    expect(standIn.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('a message from any other page or frame is refused', async () => {
    const senders = [
      { url: 'https://evil.example/', top: true },
      { url: 'app://evil/', top: true },
      { url: 'https://app//claimtrail/', top: true },
      { url: 'app://claimtrail/', top: false },
    ]
    for (const frame of senders) {
      const message = { window: 1, frame, channel: 'claimtrail:request', args: ['app.info', {}] }
      const answer = await standIn.ask('invoke', message)
      expect(answer, frame.url).toMatchObject({ ok: false, error: { code: 'sender_unknown' } })
    }
  })

  test('every permission is denied', async () => {
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem']) {
      expect(await standIn.ask('permission', { permission })).toEqual({
        granted: false,
        checked: false,
        device: false,
      })
    }
  })

  test('a link to the web is asked about and opened outside, or not at all', async ({ app }) => {
    await follow(app.page, 'https://example.com/report', '_blank')
    await expect.poll(() => standIn.shown.length).toBe(1)
    expect(standIn.shown[0]).toMatchObject({
      method: 'showMessageBox',
      options: { detail: 'https://example.com/report' },
    })
    expect(standIn.openedOutside).toEqual([])

    await standIn.ask('prepare-dialog', { method: 'showMessageBox', value: { response: 0 } })
    await follow(app.page, 'https://example.com/report', '_self')
    await expect.poll(() => standIn.openedOutside).toEqual(['https://example.com/report'])
    await expect(app.page).toHaveTitle(/Claimtrail/)
  })

  test('a link to a program or a file opens nothing', async () => {
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'ms-msdt:/id',
      'nonsense',
    ]) {
      expect(await standIn.ask('open-window', { window: 1, url })).toEqual({ action: 'deny' })
      expect(await standIn.ask('navigate', { window: 1, url, isMainFrame: true })).toEqual({
        prevented: true,
      })
    }
    expect(standIn.shown).toEqual([])
    expect(standIn.openedOutside).toEqual([])
  })

  test('the menu has the usual items with their keys', async () => {
    const menu = (await standIn.ask('menu')) as { id?: string; accelerator?: string }[]
    const keys = Object.fromEntries(
      menu.filter(({ id }) => id).map(({ id, accelerator }) => [id, accelerator]),
    )
    expect(keys).toMatchObject({ undo: 'CmdOrCtrl+Z', 'open-palette': 'CmdOrCtrl+K', import: 'CmdOrCtrl+I' })
  })

  test('its own scheme serves the built page and nothing else', async () => {
    const fetched = async (url: string, method = 'GET') =>
      ((await standIn.ask('fetch', { url, method })) as { status: number }).status
    expect(await fetched('app://claimtrail/')).toBe(200)
    expect(await fetched('app://claimtrail/..%2f..%2fpackage.json')).toBe(404)
    expect(await fetched('app://elsewhere/')).toBe(404)
    expect(await fetched('app://claimtrail/', 'POST')).toBe(404)
  })
})

test.describe('in the browser shell', { tag: '@browser' }, () => {
  test('another browser on this machine is not let in', async ({ app, browser }) => {
    const stranger = await browser.newContext()
    const page = await stranger.newPage()
    await page.goto(new URL('/', app.page.url()).href)
    await expect(page.getByText('Start Claimtrail again')).toBeVisible()
    await expectAccessible(page)
    await expect(page.getByText('Sample')).toHaveCount(0)
    await stranger.close()
  })

  test('the address in the window gives nothing away, and a reload stays in', async ({ app }) => {
    const { search, hash } = new URL(app.page.url())
    expect([search, hash]).toEqual(['', ''])
    expect(await app.page.context().cookies()).toEqual([])
    await app.page.reload()
    await expect(app.page.getByRole('contentinfo')).toContainText('Sample.claimtrail')
  })

  test('a page in another tab of the same browser needs a start address of its own', async ({ app }) => {
    const other = await app.page.context().newPage()
    await other.goto(new URL('/', app.page.url()).href)
    await expect(other.getByText('Start Claimtrail again')).toBeVisible()
    await other.close()
  })
})

/** Clicks a link as a person would: some of what a page may do needs a click. */
async function follow(page: Page, href: string, target: string): Promise<void> {
  await page.evaluate(
    ([address, where]) => {
      const link = document.createElement('a')
      link.href = address!
      link.target = where!
      link.id = 'spec-link'
      link.style.position = 'fixed'
      link.style.zIndex = '99999'
      link.textContent = 'a link for the spec'
      document.getElementById('spec-link')?.remove()
      document.body.append(link)
    },
    [href, target],
  )
  await page.locator('#spec-link').dispatchEvent('click')
}
