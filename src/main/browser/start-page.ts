import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeOwnFile } from '../targets/own-file.ts'

/*
 * Everybody on this machine can read a command line, so a browser is not started with a start address but with a page
 * of the person's own, which leads there. That page is always the same, so that the browser remembers the window's
 * place; the address lies beside it, readable by its owner only, and is removed once it was used.
 */

const page = `<!doctype html>
<meta charset="utf-8" />
<meta name="referrer" content="no-referrer" />
<title>Claimtrail</title>
<script>
  const step = document.createElement('script')
  if (/^\\?[0-9a-f]{32}$/.test(location.search)) step.src = 'start-' + location.search.slice(1) + '.js'
  document.head.append(step)
</script>
`

/**
 * Lays the page and what leads to one start address.
 * @param folder the browser's profile: a confined browser reads nothing else
 * @returns the address of the page, which tells nothing
 */
export function leaveStartPage(folder: string, startAddress: string): string {
  writeOwnFile(join(folder, leadName(startAddress)), `location.replace(${JSON.stringify(startAddress)})\n`)
  writeOwnFile(join(folder, 'start.html'), page)
  return `${pathToFileURL(join(folder, 'start.html')).href}?${leadId(startAddress)}`
}

/** Takes away what led to a start address. */
export function removeLead(folder: string, startAddress: string): void {
  rmSync(join(folder, leadName(startAddress)), { force: true })
}

/** Takes away what a killed run has left. */
export function removeLeads(folder: string): void {
  if (!existsSync(folder)) return
  const left = readdirSync(folder).filter((name) => /^start-[0-9a-f]{32}\.js$/.test(name))
  for (const name of left) rmSync(join(folder, name), { force: true })
}

function leadName(startAddress: string): string {
  return `start-${leadId(startAddress)}.js`
}

/** Names the lead by its address without telling it. */
function leadId(startAddress: string): string {
  return createHash('sha256').update(startAddress).digest('hex').slice(0, 32)
}
