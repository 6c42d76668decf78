import type { Browser, BrowserContext, Frame, Page, Request } from '@playwright/test'
import type { Watch } from './app.ts'
import { preloadScript } from './stand-in-preload.ts'

export interface WindowMessage {
  window: number
  url: string
  /** The text of the preload. */
  script: string
  preferences: Record<string, unknown>
  bounds: { x: number; y: number; width: number; height: number }
}

export interface StandInWindow {
  page: Page
  context: BrowserContext
  /** Brings a push to the page. Pushes arrive in the order of the calls. */
  deliver(channel: string, args: unknown[]): Promise<void>
}

interface Served {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** Chromium gives the privileges of a standard scheme to no scheme it does not know: the pages come from here. */
const origin = 'https://claimtrail.app.invalid'

/**
 * Shows a stand-in window as a Chromium page. The scheme is served by the handler that main registered, with its
 * headers; the preload runs before the page; navigations and new windows are what main decides.
 */
export async function openStandInWindow(
  browser: Browser,
  opened: WindowMessage,
  ask: (kind: string, message: Record<string, unknown>) => Promise<unknown>,
  watch: Watch,
): Promise<StandInWindow> {
  const own = new URL(opened.url)
  const ownOrigin = `${own.protocol}//${own.host}`
  const asOwn = (address: string) =>
    address.startsWith(`${origin}/`) ? ownOrigin + address.slice(origin.length) : address
  const { width, height } = opened.bounds
  const context = await browser.newContext({ viewport: { width, height } })
  const page = await context.newPage()
  watch(page)
  context.on('page', (popup) => void popup.close())

  await context.exposeBinding('standInInvoke', ({ frame }, channel: string, args: unknown[]) => {
    const sender = { url: asOwn(frame.url()), top: frame === page.mainFrame() }
    return ask('invoke', { window: opened.window, frame: sender, channel, args })
  })
  await context.addInitScript({ content: preloadScript(opened.script, origin) })
  await context.route('**/*', async (route) => {
    const request = route.request()
    const address = asOwn(request.url())
    if (request.isNavigationRequest() && address !== opened.url && (await isDenied(request, address))) {
      return route.abort('aborted')
    }
    if (!address.startsWith(`${ownOrigin}/`)) return route.abort('internetdisconnected')
    const { status, headers, body } = (await ask('fetch', {
      url: address,
      method: request.method(),
    })) as Served
    return route.fulfill({ status, headers, body: Buffer.from(body) })
  })
  await page.goto(origin + own.pathname)

  let delivered: Promise<void> = Promise.resolve()
  return {
    page,
    context,
    deliver(channel, args) {
      delivered = delivered.then(() => dispatch(page, channel, args))
      return delivered
    },
  }

  async function isDenied(request: Request, url: string): Promise<boolean> {
    const frame = frameOf(request)
    if (frame === null || frame.page() !== page) {
      const { action } = (await ask('open-window', { window: opened.window, url })) as { action: string }
      return action !== 'allow'
    }
    const isMainFrame = frame === page.mainFrame()
    const decided = await ask('navigate', { window: opened.window, url, isMainFrame })
    return (decided as { prevented: boolean }).prevented
  }
}

/** Null for the first request of a page that is about to open beside the window. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    // Playwright has no frame yet, as its documentation says of new pages.
    return null
  }
}

async function dispatch(page: Page, channel: string, args: unknown[]): Promise<void> {
  if (page.isClosed()) return
  try {
    await page.evaluate((push) => window.dispatchEvent(new CustomEvent('stand-in-push', { detail: push })), {
      channel,
      args,
    })
  } catch (error) {
    // As in Electron, what is told to a window that closes meanwhile is lost.
    if (!page.isClosed()) throw error
  }
}
