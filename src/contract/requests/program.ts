import { z } from 'zod'
import { importFilesSchema, type PreparedFile } from '../import.ts'
import {
  type ExportResult,
  type KnownWorkspace,
  type Profile,
  type ProgramInfo,
  profileSchema,
  type Settings,
  settingsSchema,
  type VerifyReport,
} from '../program.ts'
import { request } from '../request.ts'
import { job, nothing } from './inputs.ts'

/** Requests about the program around the open workspace. */
export const programRequests = {
  'app.info': request<ProgramInfo>()({ input: nothing, by: 'program' }),
  'app.saveSettings': request<Settings>()({ input: settingsSchema.partial(), by: 'program' }),
  'app.openExternal': request<null>()({ input: z.strictObject({ url: z.url().max(4000) }), by: 'program' }),
  'profile.set': request<Profile>()({ input: profileSchema, by: 'program' }),
  'workspace.list': request<KnownWorkspace[]>()({ input: nothing, by: 'program' }),
  /** With a key from the list, or without one through the system's dialog. Null: the person cancelled. */
  'workspace.open': request<ProgramInfo | null>()({
    input: z.strictObject({ key: z.string().max(200).optional() }),
    by: 'program',
  }),
  'workspace.create': request<ProgramInfo | null>()({
    input: z.strictObject({ name: z.string().trim().min(1).max(100) }),
    by: 'program',
  }),
  'workspace.openSample': request<ProgramInfo>()({ input: nothing, by: 'program' }),
  /** Copies the backup beside the damaged workspace under a new name and opens the copy. */
  'workspace.openBackup': request<ProgramInfo>()({
    input: z.strictObject({ backup: z.string().max(300) }),
    by: 'program',
  }),
  /**
   * Goes on with a file that is not what was last seen under its name (it was rolled back, forked, or is another
   * workspace): its head is remembered, and it is opened anew for writing.
   */
  'workspace.acceptHead': request<ProgramInfo>()({ input: nothing, by: 'program' }),
  /**
   * Goes on with a workspace whose file was lost: in the file that holds what was kept, in that file moved back to the
   * old name, or in a copy of it under another name, asked for by a dialog or made from `name`. Null: cancelled.
   */
  'workspace.goOn': request<ProgramInfo | null>()({
    input: z.discriminatedUnion('how', [
      z.strictObject({ how: z.enum(['there', 'back']) }),
      z.strictObject({ how: z.literal('copy'), name: z.string().trim().min(1).max(100) }),
    ]),
    by: 'program',
  }),
  /** A complete copy as of now, where the person chooses; the open workspace stays. Null: they cancelled. */
  'workspace.saveCopy': request<ExportResult | null>()({ input: job, by: 'program' }),
  'workspace.backup': request<ExportResult>()({ input: job, by: 'program' }),
  'workspace.verify': request<VerifyReport>()({ input: job, by: 'program' }),
  'workspace.rebuild': request<{ events: number }>()({ input: job, by: 'program' }),
  'import.prepare': request<PreparedFile[]>()({ input: importFilesSchema, by: 'program' }),
  'job.cancel': request<null>()({ input: job, by: 'program' }),
} as const
