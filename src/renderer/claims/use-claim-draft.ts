import { useEffect, useState } from 'react'
import type { Article, NamedClaim } from '../../contract/rows.ts'
import type { ClaimFields } from '../../domain/claim/fields.ts'
import { ask, ProblemError, queryClient, useAsk } from '../data/ask.ts'
import { type OnTheSpot, useOnTheSpot } from '../data/on-the-spot.ts'
import { fieldsOf } from './claim-fields.ts'
import {
  type ClaimDraft,
  draftAt,
  dropDraft,
  keepDrafts,
  keyOfClaim,
  keyOfWords,
  putDraft,
  useDrafts,
} from './claim-form-draft.ts'
import { prefill, type Words } from './claim-form-prefill.ts'

export interface OpenDraft {
  key: string
  /** Undefined while it is being made. */
  draft: ClaimDraft | undefined
  /** Why the form cannot be filled in. */
  problem: string
  /** Sets fields by hand, or what they are made of as they are by then. Quantity and periods are given whole. */
  change: (set: Partial<ClaimFields> | ((now: ClaimFields) => Partial<ClaimFields>)) => void
  /** Sets anything else of the draft by hand. */
  changeDraft: (set: Partial<ClaimDraft>) => void
  /** Sources and topics that are being made on the spot and will stand in fields. */
  onTheSpot: OnTheSpot
}

/** The draft of the form for these words or this claim: the one begun before, or a fresh one filled in beforehand. */
export function useClaimDraft(
  words: Words | null,
  claim: NamedClaim | null,
  article: Article | null,
): OpenDraft {
  const key = claim ? keyOfClaim(claim.id) : words ? keyOfWords(words) : ''
  const drafts = useDrafts()
  const isKnown = drafts !== undefined
  const [problem, setProblem] = useState('')
  // A field without the names that it can take would offer to make anew what is there already.
  const sources = useAsk('sources.list', {})
  const topics = useAsk('topics.list', {})
  const hasNames = sources.data !== undefined && topics.data !== undefined
  const onTheSpot = useOnTheSpot()
  useEffect(() => {
    let isGone = false
    if (isKnown && !draftAt(key)) {
      begin(words, claim, article).then(
        (draft) => {
          if (!isGone && !draftAt(key)) putDraft(key, draft)
        },
        (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error
          if (!isGone) setProblem(error.problem.message)
        },
      )
    }
    return () => {
      isGone = true
      if (draftAt(key)?.isTouched === false) dropDraft(key)
      keepDrafts()
    }
  }, [key, isKnown])
  const changeDraft = (set: Partial<ClaimDraft>) => {
    const now = draftAt(key)
    if (now) putDraft(key, { ...now, isTouched: true, ...set })
  }
  return {
    key,
    draft: hasNames ? drafts?.[key] : undefined,
    problem: problem || (sources.error ?? topics.error)?.message || '',
    changeDraft,
    onTheSpot,
    change(wanted) {
      const now = draftAt(key)
      if (!now) return
      const set = typeof wanted === 'function' ? wanted(now.fields) : wanted
      const origins = { ...now.origins }
      for (const column of Object.keys(set) as (keyof ClaimFields)[]) delete origins[column]
      changeDraft({ fields: { ...now.fields, ...set }, origins })
    },
  }
}

/** @throws ProblemError where the article or the claim cannot be read */
async function begin(
  words: Words | null,
  claim: NamedClaim | null,
  article: Article | null,
): Promise<ClaimDraft> {
  const plain = {
    origins: {},
    unknown: { speaker: null, publisher: null },
    suggestion: null,
    isTouched: false,
  }
  if (claim) return { ...plain, words: [], ...(await current(claim.id)) }
  if (!words) throw new Error('a claim form is for words or for a claim')
  const [text, sources] = await Promise.all([textOf(article), ask('sources.list', {})])
  return { ...plain, ...prefill(words, text, article, sources), words: [words], base: null }
}

/** A claim's fields as they are now. The head is read first: what changes in between is then found when saving. */
export async function current(claimId: string): Promise<Required<Pick<ClaimDraft, 'fields' | 'base'>>> {
  const { seq } = await ask('status', {})
  const { claim } = await ask('claim.get', { id: claimId })
  const fields = fieldsOf(claim)
  return { fields, base: { claimId, fields, head: seq } }
}

/** The text is large and never changes: the one that the reader shows is used. */
async function textOf(article: Article | null): Promise<string> {
  if (!article) return ''
  const input = { textHash: article.textHash }
  const { text } = await queryClient.ensureQueryData({
    queryKey: ['article.text', input],
    queryFn: () => ask('article.text', input),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return text
}
