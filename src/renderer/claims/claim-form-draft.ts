import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { suggestionNote } from '../../domain/claim/events.ts'
import type { ClaimFields } from '../../domain/claim/fields.ts'
import { claimFields } from '../../domain/claim/row.ts'
import { idSchema, offsetSchema } from '../../domain/scalars.ts'
import { ask, ProblemError, useAsk } from '../data/ask.ts'
import type { Words } from './claim-form-prefill.ts'

/** A claim form as it is filled in so far. */
export interface ClaimDraft {
  fields: ClaimFields
  origins: Partial<Record<keyof ClaimFields, string>>
  unknown: { speaker: string | null; publisher: string | null }
  /** The words that a new claim rests on, the form's own first; none when a claim is edited. */
  words: Words[]
  /** For a claim being edited: its fields when the form was opened, and the head then. */
  base: { claimId: string; fields: ClaimFields; head: number } | null
  /** The suggestion that a new claim began as; null where the analyst began it. */
  suggestion: { key: string; reason: string } | null
  /** Something was changed by hand. An untouched draft is not worth keeping. */
  isTouched: boolean
}

interface DraftState {
  /** The workspace that the drafts belong to, and whether those kept in it have been read. */
  session: number | null
  isRead: boolean
  drafts: Readonly<Record<string, ClaimDraft>>
}

/** Claim forms that were begun and not finished, by key. They outlive leaving the form, the room and the program. */
const useDraftState = create<DraftState>()(() => ({ session: null, isRead: false, drafts: {} }))

/** The drafts of the open workspace; undefined until those of an earlier start are known. */
export function useDrafts(): Readonly<Record<string, ClaimDraft>> | undefined {
  const session = useAsk('app.info', {}).data?.workspace?.session ?? null
  useEffect(() => {
    if (session !== null) void read(session)
  }, [session])
  const state = useDraftState()
  return state.session === session && state.isRead ? state.drafts : undefined
}

export function draftAt(key: string): ClaimDraft | undefined {
  return useDraftState.getState().drafts[key]
}

/** Begins a form, or replaces what it holds. */
export function putDraft(key: string, draft: ClaimDraft): void {
  useDraftState.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }))
  keepSoon()
}

export function dropDraft(key: string): void {
  useDraftState.setState(({ drafts }) => {
    const { [key]: _dropped, ...rest } = drafts
    return { drafts: rest }
  })
  keepSoon()
}

/** Key of a new claim's form: one to a span. */
export function keyOfWords({ articleId, start, end }: Words): string {
  return `new ${articleId} ${start} ${end}`
}

export function keyOfClaim(claimId: string): string {
  return `claim ${claimId}`
}

const viewKey = 'claim drafts'
/** Milliseconds after the last change. */
const rest = 400
let timer = 0

const text = z.string().max(100_000)
const wordsSchema = z.strictObject({
  articleId: idSchema,
  start: offsetSchema,
  end: offsetSchema,
  quote: text,
})
const fieldsSchema = z.strictObject({ ...claimFields, statement: text, unit: text, place: text })
const draftsSchema = z.record(
  z.string(),
  z.strictObject({
    fields: fieldsSchema,
    origins: z.partialRecord(z.enum(Object.keys(claimFields) as [keyof ClaimFields]), text),
    unknown: z.strictObject({ speaker: text.nullable(), publisher: text.nullable() }),
    words: z.array(wordsSchema),
    base: z.strictObject({ claimId: idSchema, fields: fieldsSchema, head: z.int().min(0) }).nullable(),
    suggestion: suggestionNote.nullable().default(null),
    isTouched: z.boolean(),
  }),
)

async function read(session: number): Promise<void> {
  if (useDraftState.getState().session === session) return
  // What is not kept yet belongs to the workspace before, which is closed.
  window.clearTimeout(timer)
  timer = 0
  useDraftState.setState({ session, isRead: false, drafts: {} })
  const kept = draftsSchema.safeParse(await answerOrNull(ask('view.get', { key: viewKey })))
  if (useDraftState.getState().session !== session) return
  // Drafts of another version of the program may have other fields; then there are none.
  useDraftState.setState(({ drafts }) => ({
    isRead: true,
    drafts: { ...(kept.success && kept.data), ...drafts },
  }))
}

function keepSoon(): void {
  window.clearTimeout(timer)
  timer = window.setTimeout(keepDrafts, rest)
}

/** Keeps what is not kept yet, now: when a form is left and when the window closes. */
export function keepDrafts(): void {
  if (timer !== 0) keepAllDrafts()
}

/** Keeps all of them: for a workspace that could only be read for a while. */
export function keepAllDrafts(): void {
  window.clearTimeout(timer)
  timer = 0
  const touched = Object.entries(useDraftState.getState().drafts).filter(([, draft]) => draft.isTouched)
  void answerOrNull(ask('view.set', { key: viewKey, value: Object.fromEntries(touched) }))
}

window.addEventListener('pagehide', keepDrafts)

/** A draft that could not be kept beside the log still holds in this window. */
async function answerOrNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    console.warn(`Claim drafts: ${error.message}`)
    return null
  }
}
