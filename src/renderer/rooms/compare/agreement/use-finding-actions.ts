import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { AgreementFinding } from '../../../../contract/compare.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useActions } from '../../../state/actions.ts'

export type FindingAct = 'confirm' | 'dismiss' | 'reopen' | 'relate' | 'note'

export interface FindingActions {
  /** Around the list of findings. */
  listRef: RefObject<HTMLDivElement | null>
  act(act: FindingAct, finding: AgreementFinding): void
  isBusy: boolean
  dialog: { what: 'relate' | 'note'; finding: AgreementFinding } | null
  close(): void
}

/**
 * What can be done with findings, by buttons and by keys: a key acts on the finding that has the focus, else on the
 * first undecided one. After a verdict the next finding has the focus.
 */
export function useFindingActions(
  findings: readonly AgreementFinding[],
  isWritable: boolean,
): FindingActions {
  const listRef = useRef<HTMLDivElement>(null)
  const next = useRef<string | null>(null)
  const [busy, setBusy] = useState(0)
  const [dialog, setDialog] = useState<FindingActions['dialog']>(null)

  // The finding judged may leave the list: then the focus has to be set anew when the answer is drawn.
  useLayoutEffect(() => {
    if (next.current === null || busy > 0) return
    rowOf(listRef.current, next.current)?.focus()
    next.current = null
  }, [findings, busy])

  const judge = async (act: 'confirm' | 'dismiss', finding: AgreementFinding) => {
    const following = after(findings, finding)
    setBusy((count) => count + 1)
    const { a, b, kind } = finding
    const judged = { id: newId(), aId: a.claimId, bId: b.claimId, kind }
    const answer = await execute(`finding.${act}`, judged)
    if (answer.ok) {
      next.current = following
      rowOf(listRef.current, following)?.focus()
    }
    setBusy((count) => count - 1)
  }
  const act: FindingActions['act'] = (what, finding) => {
    if (what === 'relate') setDialog({ what, finding })
    else if (what === 'note') {
      if (finding.verdict) setDialog({ what, finding })
    } else if (what === 'reopen') {
      if (finding.verdict) void execute('finding.reopen', { id: finding.verdict.id })
    } else if (busy === 0) void judge(what, finding)
  }
  const onFocused = (what: FindingAct) => () => {
    const finding = focused(listRef.current, findings) ?? findings.find(({ verdict }) => verdict === null)
    if (finding) act(what, finding)
  }
  const enabled = isWritable && findings.length > 0 && dialog === null
  useActions('Agreement', [
    { id: 'finding.confirm', title: 'Confirm the finding', keys: 'C', enabled, run: onFocused('confirm') },
    { id: 'finding.dismiss', title: 'Dismiss the finding', keys: 'D', enabled, run: onFocused('dismiss') },
    { id: 'finding.reopen', title: 'Reopen the finding', keys: 'O', enabled, run: onFocused('reopen') },
    { id: 'finding.relate', title: 'Relate its two claims', keys: 'R', enabled, run: onFocused('relate') },
    { id: 'finding.note', title: 'Note on the verdict', keys: 'N', enabled, run: onFocused('note') },
  ])
  return { listRef, act, isBusy: busy > 0, dialog, close: () => setDialog(null) }
}

function rowOf(list: HTMLElement | null, key: string | null): HTMLElement | null {
  return key === null ? null : (list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null)
}

function focused(
  list: HTMLElement | null,
  findings: readonly AgreementFinding[],
): AgreementFinding | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-key]')
  if (!row || !list?.contains(row)) return undefined
  return findings.find(({ key }) => key === row.dataset.key)
}

/** The next undecided finding, else the next of all, else the one before. */
function after(findings: readonly AgreementFinding[], finding: AgreementFinding): string | null {
  const at = findings.findIndex(({ key }) => key === finding.key)
  const following = findings.slice(at + 1)
  const found = following.find(({ verdict }) => verdict === null) ?? following[0] ?? findings[at - 1]
  return found?.key ?? null
}
