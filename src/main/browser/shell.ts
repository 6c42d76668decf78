import { join } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import type { Program, Shell } from '../program/shell.ts'
import type { ShellArguments } from '../shell-kit/arguments.ts'
import { printByChromium } from '../shell-kit/print-page.ts'
import { makeOwnFolder } from '../targets/own-file.ts'
import { createDownloads, type Downloads } from './downloads.ts'
import { handOver, leaveNote } from './instance.ts'
import { createLifetime } from './lifetime.ts'
import { openOutside } from './open-outside.ts'
import { serveOnLoopback } from './server.ts'
import { secretValue } from './session.ts'
import { removeLead, removeLeads } from './start-page.ts'
import { openWindow, windowFolder } from './window.ts'

export interface BrowserShellOptions {
  arguments: ShellArguments
  dataDir: string
  /** Absolute path of the built renderer. */
  pages: string
  startProgram(shell: Shell, openPath: string | undefined): Promise<Program>
  /** Prints one line for the person at the terminal. */
  say(line: string): void
}

export interface RunningShell {
  /** Settles when everything is closed. */
  ended: Promise<void>
  /** Closes the workspace, ends the server and cleans up. Safe to call twice. */
  end(): Promise<void>
}

/**
 * Runs the program behind a loopback server and opens a window on it. Where a shell already runs on the same data
 * folder, that one opens another window and null is returned.
 */
export async function runBrowserShell(options: BrowserShellOptions): Promise<RunningShell | null> {
  const { dataDir, say } = options
  const { openPath, keep, noWindow } = options.arguments
  makeOwnFolder(dataDir)
  const taken = await handOver(dataDir, openPath)
  if (taken) {
    await showWindow(taken, { tied: false })
    return null
  }

  const downloads = createDownloads()
  const program = await options.startProgram(browserShell(downloads), openPath)
  const ended = Promise.withResolvers<void>()
  let ending: Promise<void> | undefined
  const lifetime = createLifetime(keep, () => void end())
  const secret = secretValue()
  const startPages = windowFolder(join(dataDir, 'window'))
  removeLeads(startPages)
  const server = await serveOnLoopback({
    program,
    downloads,
    pages: options.pages,
    onStarted: (address) => removeLead(startPages, address),
    onPages: (count) => lifetime.pages(count),
    handOver: { secret, open: openAnother },
  })
  const note = await leaveNote(dataDir, { origin: server.origin, secret })
  const window = await showWindow({ ok: true, value: server.startUrl() }, { tied: true })
  void window?.ended.then(() => lifetime.windowEnded())
  return { ended: ended.promise, end }

  async function openAnother(path: string | undefined): Promise<Answer<string>> {
    const opened = path === undefined ? null : await program.openPath(path)
    return opened && !opened.ok ? opened : { ok: true, value: server.startUrl() }
  }

  /** @param tied the window closes when this process ends; not where another process is the program behind it */
  async function showWindow(start: Answer<string>, { tied }: { tied: boolean }) {
    if (!start.ok) {
      say(start.error.message)
      return null
    }
    const outcome = noWindow
      ? { opened: false as const, why: 'no window was wanted' }
      : await openWindow(start.value, { profile: profileIn(dataDir), tied })
    if (outcome.opened) {
      say(`Claimtrail's window is open, shown by ${outcome.browser}.`)
      return outcome
    }
    say(`Open this address in a browser on this machine; it works once (${outcome.why}):`)
    say(start.value)
    return null
  }

  function end(): Promise<void> {
    ending ??= close()
    return ending
  }

  async function close(): Promise<void> {
    lifetime.stop()
    // Answers on their way still reach their pages.
    await program.close()
    await server.close()
    window?.close()
    downloads.close()
    removeLeads(startPages)
    await note.remove()
    ended.resolve()
  }
}

/** What the browser keeps of the window, for its owner alone. */
function profileIn(dataDir: string): string {
  const folder = join(dataDir, 'window')
  makeOwnFolder(folder)
  return folder
}

function browserShell(downloads: Downloads): Shell {
  return {
    kind: 'browser',
    chooseExportTarget: async (suggestedName) => downloads.target(suggestedName),
    printPage: printByChromium,
    openExternal: (url) => openOutside(url),
  }
}
