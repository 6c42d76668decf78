import type { Answer, Push } from '../../contract/wire.ts'

/** What a shell lends to the program: the few things that differ between Electron and the browser window. */
export interface Shell {
  kind: 'electron' | 'browser'
  /**
   * The system's own open dialog for a `.claimtrail` file: a path, or null when the person cancelled.
   * Absent where the shell has no dialogs; the Start room then lists the workspace folder instead.
   */
  chooseWorkspaceToOpen?(): Promise<string | null>
  /** The system's own save dialog for a new workspace; absent as above. */
  chooseNewWorkspace?(suggestedName: string): Promise<string | null>
  /** Where an export goes. Null when the person cancelled. */
  chooseExportTarget(suggestedName: string): Promise<ExportTarget | null>
  /**
   * Prints a page to PDF: an HTML file by its absolute path. Answers the bytes or a problem (`no_chromium`,
   * `print_failed`, `cancelled`).
   */
  printPage(page: string, signal: AbortSignal): Promise<Answer<Uint8Array>>
  /** Opens a web address outside the program, after the person agreed; it is no problem when they do not. */
  openExternal(url: string): Promise<Answer<null>>
}

export interface ExportTarget {
  /** Absolute path that the export is renamed to when it is complete. */
  path: string
  /** A same-origin address from which the finished file can be downloaded; only in the browser shell. */
  downloadUrl?: string
  /** Likewise of its manifest. */
  manifestUrl?: string
}

/** The program as a shell sees it: requests in, pushes out. It knows no window. */
export interface Program {
  /** Answers one request of the contract. Never throws: problems are values. `name` and `input` are untrusted. */
  request(name: string, input: unknown): Promise<Answer<unknown>>
  /** Tells every push until the returned function is called. */
  subscribe(listener: (push: Push) => void): () => void
  /** Opens a workspace file by a path that came from a dialog or the command line. */
  openPath(path: string): Promise<Answer<unknown>>
  /**
   * Ends in order: what is being done is finished, or cancelled where it is long, and answered; what is asked from now on
   * is refused; then the workspace is closed and the workers end. Safe to call twice.
   */
  close(): Promise<void>
}
