import type { Page } from '@playwright/test'

export type ShellName = 'browser' | 'stand-in' | 'electron'

/** The program as a spec drives it, the same behind every shell. */
export interface App {
  shell: ShellName
  /** The window's page. A restart brings a new one. */
  readonly page: Page
  /** Settings and workspaces of this spec alone. */
  readonly dataDir: string
  /** The side door of the stand-in, for specs about the shell itself; null behind the other shells. */
  readonly standIn: StandIn | null
  /** What went wrong in the window so far: uncaught errors and messages on the error console, policy breaches too. */
  readonly problems: string[]
  /** Ends the program in order and starts it again on the same data. */
  restart(options?: StartOptions): Promise<void>
  /** Ends the program in order, as a person who closes the last window. */
  close(): Promise<void>
  /** Ends the program with no warning, as a power cut would. Follow it with `restart`. */
  kill(): Promise<void>
  /** Runs what makes an export and returns the file that the person gets. */
  collectExport(action: () => Promise<void>): Promise<{ path: string; name: string }>
  /** Chooses a menu item by its command; only where the shell has a menu. */
  chooseMenu(command: string): Promise<void>
  /** Prepares what the person chooses in the next file dialog; only where the shell has dialogs. */
  chooseFile(dialog: 'open' | 'save', path: string): Promise<void>
}

export interface StartOptions {
  /** A workspace file named on the command line. */
  openPath?: string
}

/** Asks the stand-in's main process things that no page can: see electron-stand-in/. */
export interface StandIn {
  ask(kind: string, message?: Record<string, unknown>): Promise<unknown>
  /** Every dialog that was shown, with its options, and every address that was opened outside. */
  shown: { method: string; options: Record<string, unknown> }[]
  openedOutside: string[]
  webPreferences: Record<string, unknown>
}

/** One start of the program in one shell. */
export interface Running {
  page: Page
  standIn?: StandIn
  /** Ends in order; settles when the process is gone. */
  end(): Promise<void>
  /** Ends the process by a signal, as a supervisor does, while its page stays; its exit code. Only of the browser shell. */
  terminate?(): Promise<number | null>
  kill(): Promise<void>
  collectExport(action: () => Promise<void>, folder: string): Promise<{ path: string; name: string }>
  chooseMenu(command: string): Promise<void>
  chooseFile(dialog: 'open' | 'save', path: string): Promise<void>
}

/** Told a start's page before anything is loaded into it. */
export type Watch = (page: Page) => void
