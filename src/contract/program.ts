import { z } from 'zod'
import type { TagColour } from '../domain/tag/style.ts'
import { tagColours } from '../domain/tag/style.ts'
import type { BranchParent } from './branch.ts'
import type { Problem } from './wire.ts'

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Percent of the screen's normal size. */
  zoom: z.int().min(50).max(300).default(100),
  /** Sizes, chosen columns and the like, by a key of the screen's own. */
  layout: z.record(z.string().max(100), z.unknown()).default({}),
})
export type Settings = z.output<typeof settingsSchema>

export const profileSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  initials: z.string().trim().min(1).max(4),
  colour: z.enum(tagColours),
})
export interface Profile {
  id: string
  name: string
  initials: string
  colour: TagColour
}

/** What became of the open workspace's file, and what was kept of it. */
export interface LostFile {
  /** Moved or renamed; another file lies in its place; deleted; written over by another program. */
  loss: 'moved' | 'replaced' | 'gone' | 'overwritten'
  /** The file that holds everything that was saved; null where there is none yet. */
  home: {
    name: string
    place: string
    /** True for a copy that was made for this. */
    aside: boolean
  } | null
  /** Whether nothing lies under the old name. */
  isNameFree: boolean
}

export interface WorkspaceInfo {
  /** The same as long as the same workspace is open, also after its file was followed to another name. */
  session: number
  /** File name without its ending. */
  name: string
  /** Where it lies, for display only; no request takes a path. */
  place: string
  /** Why nothing can be changed; null when everything can. */
  readOnly: Problem | null
  /** Set once its file was no longer the one of its name: nothing is saved until it is said how to go on. */
  lost: LostFile | null
  sample: boolean
  /** Said once: latest work of another file lay beside it and was put aside. Null otherwise. */
  setAside: string | null
  /** Where it branched from; null for a workspace that is no branch. */
  parent: BranchParent | null
}

export interface ProgramInfo {
  version: string
  shell: 'electron' | 'browser'
  /** True where the shell has the system's own file dialogs. */
  dialogs: boolean
  workspace: WorkspaceInfo | null
  /** Why the last workspace could not be opened, with the latest backup's key where there is one. */
  failedToOpen: (Problem & { backup: string | null }) | null
  /** Null until the analyst has been asked for. */
  profile: Profile | null
  settings: Settings
}

export interface KnownWorkspace {
  /** Stands for the path in requests. */
  key: string
  name: string
  place: string
  openedAt: string | null
  sample: boolean
  /** False when the file is no longer there. */
  present: boolean
}

export interface Finding {
  code: string
  message: string
  seq: number | null
}

export interface VerifyReport {
  ok: boolean
  head: number
  hash: string
  events: number
  findings: Finding[]
  /** Sentences: heads kept outside the file that its log contains. */
  confirmed: string[]
  /** Sentences: what a check cannot say, however clean it is. */
  notChecked: string[]
  milliseconds: number
}

export interface ExportResult {
  /** File name, for the toast. */
  name: string
  /** Where it was put, for display. */
  place: string
  downloadUrl: string | null
  /** What proves it, beside it: see export/manifest.ts. Null for what is no export. */
  manifest: { name: string; downloadUrl: string | null } | null
  bytes: number
}
