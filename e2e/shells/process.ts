import type { ChildProcess } from 'node:child_process'

/** Settles with the exit code when a process is gone, at once if it is gone already. */
export function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((done) => child.once('exit', (code) => done(code)))
}

/** The environment of a program under test: its own data folder, nothing of the person's. */
export function environment(dataDir: string): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _unset, ...inherited } = process.env
  const kept = Object.entries(inherited).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(kept), CLAIMTRAIL_DATA_DIR: dataDir }
}

/** Keeps what a process writes, so that a failure can show it. */
export function collectOutput(child: ChildProcess): () => string {
  let text = ''
  child.stdout?.on('data', (data: Buffer) => {
    text += data.toString()
  })
  child.stderr?.on('data', (data: Buffer) => {
    text += data.toString()
  })
  return () => text
}
