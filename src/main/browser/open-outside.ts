import { spawn } from 'node:child_process'

/**
 * Opens a web address in the person's usual browser.
 * @throws Error with a sentence, when the address is not of the web or nothing here opens it
 */
export async function openOutside(address: string, platform = process.platform): Promise<void> {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Error('Only web addresses, with http or https, are opened outside the program.')
  }
  const [command, ...args] = opener(url.href, platform)
  const started = await new Promise<boolean>((done) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('spawn', () => done(true))
    child.once('error', () => done(false))
    child.unref()
  })
  if (!started) throw new Error(`Nothing here opens web addresses. Copy it instead: ${url.href}`)
}

/** Programs that take the address as one argument: no shell reads it. */
function opener(href: string, platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open', href]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', href]
  return ['xdg-open', href]
}
