import { Handshake } from 'lucide-react'
import { useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { Agreement } from '../../../../contract/compare.ts'
import { useAsk } from '../../../data/ask.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { count, number } from '../../../format.ts'
import { useCompare } from '../../../state/compare.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'
import { AgreementBar } from './bar.tsx'
import { FindingCard } from './card.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { Pages } from './pages.tsx'
import { RelateFinding } from './relate-finding.tsx'
import { HowItIsJudged } from './rules.tsx'
import { useFindingActions } from './use-finding-actions.ts'
import './agreement.css'

const pageSize = 50

/** Contradictions, tensions and agreement on a topic, each to be confirmed or dismissed. */
export function AgreementPanel({ topicId }: { topicId: string }) {
  const kind = useCompare((view) => view.agreementKind)
  const dismissed = useCompare((view) => view.agreementDismissed)
  const [page, setPage] = useState({ of: '', offset: 0 })
  const of = `${topicId} ${kind} ${dismissed}`
  const offset = page.of === of ? page.offset : 0
  const { data, error, isPlaceholderData } = useAsk('compare.agreement', {
    topicId,
    kind: kind === 'all' ? null : kind,
    dismissed,
    offset,
    limit: pageSize,
  })
  if (error) return <p className="warning compare-problem">{error.problem.message}</p>
  if (!data) return <div className="compare-cards" aria-busy />
  // The last page may have gone with its last finding.
  const last = Math.max(0, Math.ceil(data.total / pageSize) - 1) * pageSize
  if (offset > last && !isPlaceholderData) setPage({ of, offset: last })
  return (
    <div className="compare-cards agreement">
      <AgreementBar counts={data.counts} isComplete={data.isComplete} />
      {data.total === 0 ? <Nothing agreement={data} /> : <Findings agreement={data} />}
      <Pages
        offset={offset}
        shown={data.findings.length}
        total={data.total}
        isComplete={data.isComplete}
        size={pageSize}
        onGo={(next) => setPage({ of, offset: next })}
      />
      <HowItIsJudged withdrawn={data.withdrawn} />
    </div>
  )
}

function Findings({ agreement }: { agreement: Agreement }) {
  const readOnly = useReadOnly()
  const popover = useClaimsPopover()
  const actions = useFindingActions(agreement.findings, readOnly === null)
  const { dialog, close } = actions
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus; Enter on a finding is taken here */}
      <div
        ref={actions.listRef}
        onKeyDown={(event) => {
          const row = event.target as HTMLElement
          const finding =
            event.key === 'Enter' && agreement.findings.find(({ key }) => key === row.dataset.key)
          if (finding) popover.open([finding.a.claimId, finding.b.claimId], row)
        }}
      >
        <GridList
          aria-label="Findings"
          className="finding-list"
          items={agreement.findings.map((finding) => ({ id: finding.key, finding }))}
          selectionMode="none"
          disallowTypeAhead
          dependencies={[readOnly, actions.isBusy]}
        >
          {({ finding }) => (
            <GridListItem
              id={finding.key}
              className="finding-row"
              textValue={`${finding.kind}: ${finding.reason}`}
            >
              <FindingCard
                finding={finding}
                isWritable={readOnly === null}
                isBusy={actions.isBusy}
                onClaims={popover.open}
                onAct={(act) => actions.act(act, finding)}
              />
            </GridListItem>
          )}
        </GridList>
      </div>
      {popover.pane}
      {dialog?.what === 'relate' && <RelateFinding finding={dialog.finding} onClose={close} />}
      {dialog?.what === 'note' && <NoteDialog finding={dialog.finding} onClose={close} />}
    </>
  )
}

function Nothing({ agreement: { claims, counts, withdrawn } }: { agreement: Agreement }) {
  const kind = useCompare((view) => view.agreementKind)
  const all = Object.values(counts)
  const gone = all.reduce((sum, { dismissed }) => sum + dismissed, 0)
  const others = all.reduce((sum, { open, confirmed }) => sum + open + confirmed, 0)
  const words = {
    all: 'Nothing stands against anything here',
    contradiction: 'No contradiction',
    tension: 'No tension',
    agreement: 'No agreement',
  }
  const compared = claims - withdrawn
  const text =
    kind !== 'all' && others > 0
      ? `There ${others === 1 ? 'is' : 'are'} ${count(others, 'finding')} of other kinds.`
      : gone > 0
        ? `${count(gone, 'finding was', 'findings were')} dismissed. Show them with the switch above.`
        : compared < 2
          ? `It takes two claims; this topic has ${compared === 0 ? 'none' : 'one'} to compare.`
          : `Of ${number(compared)} claims no two speak of the same thing, place and time in a way that the rules below compare. Figures need their unit; places and event times help.`
  return <EmptyState icon={<Handshake />} title={words[kind]} text={text} />
}
