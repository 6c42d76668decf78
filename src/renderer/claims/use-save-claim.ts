import { useState } from 'react'
import type { ClaimFields, FormField } from '../../domain/claim/fields.ts'
import { ask, ProblemError } from '../data/ask.ts'
import { execute } from '../data/execute.ts'
import { newId } from '../data/ids.ts'
import { changesBetween, rebase, withField } from './claim-fields.ts'
import { type ClaimDraft, draftAt, dropDraft } from './claim-form-draft.ts'
import type { Words } from './claim-form-prefill.ts'
import { current, type OpenDraft } from './use-claim-draft.ts'

/** A field that somebody else changed while the form was open, to another value than this form's. */
export interface Conflict {
  field: FormField
  mine: ClaimFields
  theirs: ClaimFields
}

export interface Saving {
  save: () => Promise<void>
  isSaving: boolean
  /** Why it was not saved. */
  problem: string
  /** To be decided before it can be saved. */
  conflicts: Conflict[]
  choose: (conflict: Conflict, which: 'mine' | 'theirs') => void
}

/**
 * Saves a draft as one command, then tells the first annotation that a new claim rests on. What was changed elsewhere meanwhile is never
 * overwritten unasked.
 */
export function useSaveClaim(open: OpenDraft, onDone: (evidenceId: string | null) => void): Saving {
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState('')
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const done = (evidenceId: string | null) => {
    dropDraft(open.key)
    onDone(evidenceId)
  }
  const run = async (draft: ClaimDraft) => {
    const { answer, evidenceId } = draft.base
      ? { answer: await change(draft, draft.base), evidenceId: null }
      : await make(draft)
    if (answer.ok || answer.error.code === 'nothing_to_change') return done(evidenceId)
    if (answer.error.code !== 'changed_meanwhile' || !draft.base) return setProblem(answer.error.message)
    const now = await current(draft.base.claimId)
    const rebased = rebase(draft.base.fields, draft.fields, now.fields)
    open.changeDraft({ fields: rebased.fields, base: now.base })
    setConflicts(rebased.conflicts.map((field) => ({ field, mine: draft.fields, theirs: now.fields })))
    setProblem(
      rebased.conflicts.length === 0
        ? 'The claim was changed meanwhile in other fields; they are taken over here. Look at it and save again.'
        : '',
    )
  }
  return {
    isSaving,
    problem,
    conflicts,
    async save() {
      if (isSaving) return
      setIsSaving(true)
      setProblem('')
      try {
        await open.onTheSpot.settled()
        const draft = draftAt(open.key)
        if (draft) await run(tidied(draft))
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        setProblem(error.problem.message)
      } finally {
        setIsSaving(false)
      }
    },
    choose(conflict, which) {
      const now = draftAt(open.key)
      if (!now) return
      const { field } = conflict
      open.changeDraft({ fields: withField(now.fields, field, conflict[which]) })
      setConflicts((all) => all.filter((other) => other.field !== field))
    },
  }
}

function change({ fields }: ClaimDraft, base: NonNullable<ClaimDraft['base']>) {
  const set = changesBetween(base.fields, fields)
  return execute('claim.change', { ids: [base.claimId], set }, { expectedSeq: base.head })
}

/** One step: words that an annotation marks exactly are its evidence, others are marked along with the claim. */
async function make({ fields, words, suggestion }: ClaimDraft) {
  const evidence: string[] = []
  const spans: { id: string }[] = []
  for (const stretch of words) {
    const id = await annotationOn(stretch)
    if (id) evidence.push(id)
    else spans.push(spanOf(stretch))
  }
  const answer = await execute('claim.make', {
    id: newId(),
    ...fields,
    evidence,
    spans,
    ...(suggestion && { suggestion }),
  })
  return { answer, evidenceId: evidence[0] ?? spans[0]?.id ?? null }
}

/** The annotation of exactly this span, if there is one. */
export async function annotationOn({ articleId, start, end }: Words): Promise<string | null> {
  const { annotations } = await ask('article.marks', { id: articleId })
  return annotations.find((one) => one.start === start && one.end === end)?.id ?? null
}

/** A span to be marked along with a command. */
export function spanOf({ articleId, start, end }: Words) {
  return { id: newId(), articleId, start, end, tagIds: [] }
}

function tidied(draft: ClaimDraft): ClaimDraft {
  const { statement, unit, place } = draft.fields
  return {
    ...draft,
    fields: { ...draft.fields, statement: statement.trim(), unit: unit.trim(), place: place.trim() },
  }
}
