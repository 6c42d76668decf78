import { spawn } from 'node:child_process'
import type { Answer } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { notOfTheWeb, outsideAddress } from '../../domain/outside-address.ts'

/**
 * Opens a web address in the person's usual browser. The window has asked them (renderer/outside/). Problems:
 * `unsafe_address` for what is not of the web, `no_browser` where nothing here opens it.
 */
export async function openOutside(address: string, platform = process.platform): Promise<Answer<null>> {
  const outside = outsideAddress(address)
  if (outside === null) return failed('unsafe_address', notOfTheWeb)
  const [command, ...args] = opener(outside.href, platform)
  const started = await new Promise<boolean>((done) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('spawn', () => done(true))
    child.once('error', () => done(false))
    child.unref()
  })
  if (started) return { ok: true, value: null }
  return failed('no_browser', `Nothing here opens web addresses. Copy it instead: ${outside.href}`)
}

/** Programs that take the address as one argument: no shell reads it. */
function opener(href: string, platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open', href]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', href]
  return ['xdg-open', href]
}
