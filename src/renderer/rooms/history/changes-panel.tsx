import { ArrowLeftRight, FileDown, RotateCcw, Table2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ComparedTable } from '../../../contract/changes.ts'
import { exportFormats, type FormatOf, formatsOf, isFormatOf } from '../../../contract/export-formats.ts'
import { useAsk } from '../../data/ask.ts'
import { delivered } from '../../data/delivered.ts'
import { useReadOnlyFile } from '../../data/read-only.ts'
import { runJob } from '../../data/run-job.ts'
import { count } from '../../format.ts'
import { useMoment } from '../../state/moment.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ChangeCards } from './change-cards.tsx'
import { ChangeTables } from './change-tables.tsx'
import { EndPicker } from './end-picker.tsx'
import { firstEnds, inOrder, type Place, placeOf, type Standing } from './ends.ts'
import { askToRestore } from './restoring.ts'
import { useSide } from './side.ts'
import { useChanges } from './use-changes.ts'
import './changes.css'

/** What changed between two moments: counts first, then every change, each of which can be restored. */
export function ChangesPanel() {
  const standing = useStanding()
  const chosen = useSide()
  if (!standing) return null
  const first = firstEnds(standing)
  const from = chosen.from ?? first.from
  const to = chosen.to ?? first.to
  const places = [placeOf(from, standing), placeOf(to, standing)] as const
  return (
    <div className="changes">
      <div className="changes-ends">
        <EndPicker
          label="From"
          end={from}
          standing={standing}
          onChange={(end) => useSide.setState({ from: end })}
        />
        <IconButton
          size="small"
          label="Swap the two"
          icon={<ArrowLeftRight />}
          onPress={() => useSide.setState({ from: to, to: from })}
        />
        <EndPicker
          label="To"
          end={to}
          standing={standing}
          onChange={(end) => useSide.setState({ to: end })}
        />
      </div>
      {places[0] && places[1] ? (
        <Comparison ends={inOrder(places[0], places[1])} />
      ) : (
        <p className="warning">
          The log ends at event {standing.head}, or that moment lost its name. Choose another one.
        </p>
      )}
    </div>
  )
}

function Comparison({ ends: [from, wanted] }: { ends: [Place, Place] }) {
  const [tables, setTables] = useState<ComparedTable[]>([])
  const to = useCalm(from, wanted)
  const { answer, entries, problem, comparing, more } = useChanges(from.seq, to.seq, tables)
  return (
    <section aria-label={`From ${from.words} to ${to.words}`} aria-busy={comparing}>
      <h2 className="changes-title">
        From {from.words} to {to.words}
      </h2>
      {problem && <p className="warning">{problem}</p>}
      {to.seq < wanted.seq && (
        <p className="dim">
          {count(wanted.seq - to.seq, 'newer event')}.{' '}
          <Button size="small" onPress={to.catchUp}>
            Compare again
          </Button>
        </p>
      )}
      {!answer && !problem && <p role="status">Comparing…</p>}
      {answer && <ChangeTables counts={answer.counts} chosen={tables} onChoose={setTables} />}
      {answer && answer.total > 0 && <ExportChanges from={from.seq} to={to.seq} />}
      {answer && (
        <Cards
          key={`${from.seq} ${to.seq}`}
          from={from.seq}
          to={to.seq}
          entries={entries}
          total={answer.total}
          more={more}
        />
      )}
    </section>
  )
}

function ExportChanges({ from, to }: { from: number; to: number }) {
  const write = async (format: FormatOf<'changes'>) => {
    const answer = await runJob('export.changes', { from, to, format })
    if (answer.ok && answer.value) delivered(answer.value)
  }
  return (
    <div className="changes-export">
      {formatsOf('changes').map((format) => (
        <Button
          key={format}
          size="small"
          icon={isFormatOf('table', format) ? <Table2 /> : <FileDown />}
          onPress={() => void write(format)}
        >
          Export as {exportFormats[format].name}
        </Button>
      ))}
    </div>
  )
}

function Cards({
  from,
  to,
  ...shown
}: {
  from: number
  to: number
} & Pick<React.ComponentProps<typeof ChangeCards>, 'entries' | 'total' | 'more'>) {
  const readOnly = useReadOnlyFile() !== null
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const restore = (streams: readonly string[]) =>
    askToRestore({ asOf: from, items: streams.map((stream) => ({ stream })), seenTo: to })
  return (
    <>
      {chosen.size > 0 && (
        <div className="changes-chosen">
          <span role="status">{count(chosen.size, 'change')} chosen</span>
          <Button
            size="small"
            variant="primary"
            icon={<RotateCcw />}
            isDisabled={readOnly}
            onPress={() => restore([...chosen])}
          >
            Restore them
          </Button>
          <Button size="small" variant="plain" onPress={() => setChosen(new Set())}>
            Choose none
          </Button>
        </div>
      )}
      <ChangeCards
        {...shown}
        chosen={chosen}
        onChoose={setChosen}
        onRestore={readOnly ? undefined : (stream) => restore([stream])}
      />
    </>
  )
}

/** Long comparisons do not begin anew with each event of present work: they wait to be asked. */
function useCalm(from: Place, to: Place): Place & { catchUp: () => void } {
  const [calm, setCalm] = useState(to)
  const isShort = to.seq - from.seq <= followed
  useEffect(() => {
    setCalm((now) => (isShort || to.words !== 'now' || now.words !== 'now' || now.seq > to.seq ? to : now))
  }, [isShort, to.seq, to.words])
  const shown = calm.words === to.words && calm.seq >= from.seq ? calm : to
  return { ...shown, catchUp: () => setCalm(to) }
}

/** So many events are compared in the blink of an eye. */
const followed = 5000

function useStanding(): Standing | null {
  const moments = useAsk('moments.list', {}).data
  const head = useAsk('status', {}, { now: true }).data?.seq
  const here = useMoment(({ seq }) => seq)
  return moments && head !== undefined ? { head, here, moments } : null
}
