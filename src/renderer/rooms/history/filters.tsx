import { LogIn, Redo2, Share, Undo2 } from 'lucide-react'
import type { TableName } from '../../../domain/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { useReadOnly } from '../../data/read-only.ts'
import { redo, undo } from '../../data/undo.ts'
import { count, number } from '../../format.ts'
import { useMoment } from '../../state/moment.ts'
import { useNavigation } from '../../state/navigation.ts'
import { openOverlay } from '../../state/opened.ts'
import { moveTo, pause } from '../../timeline/replay.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Select } from '../../ui/select.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

const kinds = {
  articles: { label: 'Articles and furniture', tables: ['articles', 'furniture'] },
  annotations: { label: 'Spans and notes', tables: ['annotations'] },
  claims: { label: 'Claims and relations', tables: ['claims', 'relations', 'originLinks', 'findings'] },
  hypotheses: { label: 'Hypotheses and ratings', tables: ['hypotheses', 'assessments'] },
  codebook: { label: 'Tags, sources and topics', tables: ['tags', 'sources', 'topics'] },
  briefs: { label: 'Briefs', tables: ['briefs'] },
  analysts: { label: 'Analysts', tables: ['analysts'] },
} as const satisfies Record<string, { label: string; tables: readonly TableName[] }>

export type KindOfItem = keyof typeof kinds

/** The record tables that belong to a kind of item. */
export function tablesOf(kind: KindOfItem): TableName[] {
  return [...kinds[kind].tables]
}

/** Which events are listed: by whom, about what kind of item, about which one; and the way back from the last change. */
export function HistoryFilters({
  by,
  onBy,
  kind,
  onKind,
  stream,
  total,
  event,
}: {
  by: string | null
  onBy: (by: string | null) => void
  kind: KindOfItem | null
  onKind: (kind: KindOfItem | null) => void
  stream: string | null
  total: number
  /** The chosen one: the window can be brought to the moment after it. */
  event: number | null
}) {
  const analysts = useAsk('analysts.list', {}, { now: true }).data ?? []
  const me = useAsk('app.info', {}).data?.profile?.id
  return (
    <div className="history-bar">
      <Select
        label="By"
        hideLabel
        none="Everyone"
        items={analysts.map(({ id, name }) => ({ id, label: id === me ? `${name} (you)` : name }))}
        value={by}
        onChange={onBy}
      />
      <Select
        label="About"
        hideLabel
        none="Everything"
        items={Object.entries(kinds).map(([id, { label }]) => ({ id: id as KindOfItem, label }))}
        value={kind}
        onChange={onKind}
      />
      {stream && <ItemChip stream={stream} />}
      <span className="dim history-total" role="status">
        {count(total, 'event')}
      </span>
      <StandHere seq={event} />
      <UndoButtons />
      <IconButton label="Share a replay…" icon={<Share />} onPress={() => openOverlay('hand-on')} />
    </div>
  )
}

/** There before an event is chosen too: were it to come then, the bar could grow and the list jump under the pointer. */
function StandHere({ seq }: { seq: number | null }) {
  const isHere = useMoment((moment) => moment.seq === seq)
  const text =
    seq === null
      ? 'Choose an event to show the workspace as it was after it'
      : `Show the workspace as it was after event ${number(seq)}`
  return (
    <Tooltip text={text} keys="Enter">
      <Button
        size="small"
        icon={<LogIn />}
        isDisabled={seq === null || isHere}
        onPress={() => {
          if (seq === null) return
          pause()
          moveTo(seq)
        }}
      >
        View the workspace at this point
      </Button>
    </Tooltip>
  )
}

function ItemChip({ stream }: { stream: string }) {
  const item = useAsk('history.item', { stream }).data
  return (
    <Chip
      tone="accent"
      onRemove={() => useNavigation.getState().openHistoryOf(null)}
      removeLabel="Show the events of every item"
    >
      <span className="history-item-chip">Only “{item?.name ?? 'this item'}”</span>
    </Chip>
  )
}

function UndoButtons() {
  const state = useAsk('undo.state', {}).data
  const readOnly = useReadOnly()
  return (
    <div className="history-undo">
      {state?.undo && (
        <Button size="small" icon={<Undo2 />} isDisabled={Boolean(readOnly)} onPress={() => void undo()}>
          <span className="history-undo-words">Undo: {state.undo.label}</span>
        </Button>
      )}
      {state?.redo && (
        <Button size="small" icon={<Redo2 />} isDisabled={Boolean(readOnly)} onPress={() => void redo()}>
          <span className="history-undo-words">Redo: {state.redo.label}</span>
        </Button>
      )}
    </div>
  )
}
