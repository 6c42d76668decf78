import { existsSync } from 'node:fs'
import type { Problem } from '../../contract/wire.ts'
import { headProblems } from '../engine/file/known-head.ts'
import { dataDir } from '../shell-kit/data-dir.ts'
import { type Heads, openHeads } from '../workspaces/heads.ts'
import { type Io, type Option, Stopped } from './command.ts'

/** For commands that change a workspace. */
export const acceptHead: Option = {
  type: 'boolean',
  help: 'goes on although the file does not go on from the head that was last seen under its name',
}

export const acceptHeadHelp = `The head that a workspace ends at is remembered in the program’s data folder, where there is one. A file that does
not go on from it (an older copy, other work, another workspace under the same name) is refused with both heads,
unless --accept-head says that it is meant.`

/** The heads that the program remembers on this computer. Where it was never used nothing is, and nothing is begun. */
export function headsOf(io: Io): Heads {
  const folder = dataDir(io.env)
  return existsSync(folder) ? openHeads(folder) : { get: () => null, remember: () => {}, forget: () => {} }
}

/** Ends a command that would change a file which is not the one last seen under its name. */
export function refuseOtherFile(readOnly: Problem | null): void {
  if (!readOnly || !headProblems.includes(readOnly.code)) return
  const message = `${readOnly.message} Here that is done with --accept-head.`
  throw new Stopped({ ...readOnly, message })
}
