import { Archive, ArchiveRestore, History, Merge } from 'lucide-react'
import { useState } from 'react'
import type { SourceListItem } from '../../../contract/rows.ts'
import { sourceKinds } from '../../../domain/source/row.ts'
import { reliabilityChoices } from '../../claims/choices.ts'
import { showClaimsOf } from '../../claims/view-state.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { count, reliability } from '../../format.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeptField } from '../../ui/kept-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { AliasField } from './alias-field.tsx'
import { choose, useCodebook } from './codebook-state.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** One source with everything that can be changed about it. */
export function SourceEditor({ readOnly }: { readOnly: string | null }) {
  const sources = useAsk('sources.list', {}).data ?? []
  const chosen = useCodebook((codebook) => codebook.chosen.sources)
  const source = sources.find(({ id }) => id === chosen)
  if (!source) {
    return (
      <EmptyState
        title="No source chosen"
        text="Choose a source to see its grade, its other names and its claims."
      />
    )
  }
  return <Editor key={source.id} source={source} sources={sources} readOnly={readOnly} />
}

function Editor({
  source,
  sources,
  readOnly,
}: {
  source: SourceListItem
  sources: SourceListItem[]
  readOnly: string | null
}) {
  const openHistoryOf = useNavigation((navigation) => navigation.openHistoryOf)
  const [isMerging, setMerging] = useState(false)
  const change = (set: object) => execute('source.change', { id: source.id, set })
  const isFixed = readOnly !== null || source.mergedInto !== null
  const target = sources.find(({ id }) => id === source.mergedInto)
  return (
    <section className="entry" aria-label={`Source ${source.name}`}>
      <p className="entry-facts">
        {count(source.claims, 'claim')}
        {source.via > 0 && `, ${count(source.via, 'claim')} came through it`}
        {source.claims > 0 && (
          <Button size="small" variant="plain" onPress={() => showClaimsOf({ sourceIds: [source.id] })}>
            Show its claims
          </Button>
        )}
      </p>
      {source.mergedInto !== null && (
        <p className="warning">
          Merged into {target?.name ?? 'another source'}: its claims are that one’s now. To take it back, undo
          the merge.
        </p>
      )}
      {source.retired && source.mergedInto === null && (
        <p className="warning">Retired: its claims stay, and it is offered no more.</p>
      )}
      <KeptField
        label="Name"
        value={source.name}
        maxLength={200}
        isDisabled={isFixed}
        onKeep={(name) => change({ name })}
      />
      <div className="field">
        <span className="field-label">Kind</span>
        <Segmented
          label="Kind"
          items={sourceKinds.map((kind) => ({ id: kind, label: kind }))}
          value={source.kind}
          isDisabled={isFixed}
          onChange={(kind) => void change({ kind })}
        />
      </div>
      <Select
        label="Reliability (Admiralty Code)"
        items={reliabilityChoices}
        none="not graded"
        value={source.reliability}
        isDisabled={isFixed}
        onChange={(grade) => void change({ reliability: grade })}
      />
      <AliasField aliases={source.aliases} isDisabled={isFixed} onKeep={(aliases) => change({ aliases })} />
      <KeptField
        label="Note"
        lines={3}
        value={source.note}
        isDisabled={isFixed}
        placeholder="Why it is graded so; whom it speaks for"
        onKeep={(note) => change({ note })}
      />
      <div className="entry-acts">
        <Button size="small" icon={<Merge />} isDisabled={isFixed} onPress={() => setMerging(true)}>
          Merge into…
        </Button>
        <Button
          size="small"
          icon={source.retired ? <ArchiveRestore /> : <Archive />}
          isDisabled={isFixed}
          onPress={() => void change({ retired: !source.retired })}
        >
          {source.retired ? 'Reinstate' : 'Retire'}
        </Button>
        <Button
          size="small"
          variant="plain"
          icon={<History />}
          onPress={() => openHistoryOf(`sources/${source.id}`)}
        >
          History
        </Button>
      </div>
      {isMerging && (
        <MergeDialog
          title={`Merge “${source.name}” into another source`}
          label="Source to merge into"
          items={sources
            .filter(({ id, retired }) => !retired && id !== source.id)
            .map((other) => ({ id: other.id, label: other.name, detail: reliability(other.reliability) }))}
          tell={(into) =>
            `${count(source.claims + source.via, 'claim')} will name “${into}” instead, and “${source.name}” becomes one of its other names. Grades are not merged: “${into}” keeps its own. One undo takes it all back.`
          }
          onMerge={(into) => execute('source.merge', { ids: [source.id], into })}
          onMerged={(into) => choose('sources', into)}
          onClose={() => setMerging(false)}
        />
      )}
    </section>
  )
}
