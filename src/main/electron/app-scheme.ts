import { protocol } from 'electron'
import { pageFile } from '../shell-kit/page-files.ts'

const scheme = 'app'
const host = 'claimtrail'

/** The address of the program's page. A scheme of its own gives it an origin, so that 'self' means something. */
export const pageUrl = `${scheme}://${host}/`

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Answers the scheme from the built renderer. @param pages absolute path of its folder */
export function serveAppScheme(pages: string): void {
  protocol.handle(scheme, async (request) => {
    const url = URL.parse(request.url)
    if (url === null || url.host !== host || request.method !== 'GET')
      return new Response(null, { status: 404 })
    const { status, headers, body } = await pageFile(pages, url.pathname)
    return new Response(body, { status, headers })
  })
}

/** True for an address of the program's own page, and for nothing that only looks like one. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host
}
