import { Quote, SearchX } from 'lucide-react'
import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ClaimColumn } from '../../../contract/claim-query.ts'
import { jumpToEvidence } from '../../claims/jump.ts'
import { changeQuery, everyClaim, isNarrowed, useClaimsView } from '../../claims/view-state.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { useReadOnly } from '../../data/read-only.ts'
import { useActions } from '../../state/actions.ts'
import { useNarrow } from '../../state/narrow.ts'
import { useNavigation } from '../../state/navigation.ts'
import { showPane } from '../../state/panes.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SplitPane } from '../../ui/split-pane.tsx'
import { toast } from '../../ui/toast.ts'
import { BulkBar } from './bars/bulk-bar.tsx'
import { Toolbar } from './bars/toolbar.tsx'
import { ClaimDetails } from './details/details.tsx'
import { RelateDialog } from './details/relate-dialog.tsx'
import { useShownClaim } from './details/use-shown-claim.ts'
import { CellEditor } from './edit/cell-editor.tsx'
import { column as columnOf } from './table/columns.ts'
import { HeadingMenu } from './table/heading-menu.tsx'
import { clearSelection, selectAll } from './table/selection.ts'
import { ClaimTable, cellAt } from './table/table.tsx'
import { type LoadedClaim, useClaimWindow } from './table/use-claim-window.ts'
import { useColumns } from './table/use-columns.ts'
import { useScroll } from './table/use-scroll.ts'
import { useTableControl } from './table/use-table-control.ts'
import { useRememberedView } from './use-remembered-view.ts'
import './claims.css'

/** The claims: a table that filters, groups, sorts, edits in place and leads to the evidence; one claim beside it. */
export default function ClaimsRoom() {
  const isReady = useRememberedView()
  return isReady ? <Claims /> : <div className="claims-room" aria-busy />
}

function Claims() {
  const wanted = useClaimsView((view) => view.query)
  const folded = useClaimsView((view) => view.folded)
  const selected = useClaimsView((view) => view.selected)
  const details = useClaimsView((view) => view.details)
  const isNarrow = useNarrow()
  const readOnly = useReadOnly()
  const all = useAsk('status', {}).data?.claims ?? null
  const scroller = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [choices, setChoices] = useColumns()
  const columns = useMemo(() => choices.filter(({ shown }) => shown).map(({ id }) => id), [choices])
  const scroll = useScroll(scroller)
  const window = useClaimWindow(wanted, scroll.loaded, folded)
  const [editing, setEditing] = useState<{ row: LoadedClaim; line: number; column: ClaimColumn } | null>(null)
  const [menu, setMenu] = useState<ClaimColumn | null>(null)
  const [relating, setRelating] = useState<{ fromId: string; toId: string | null } | null>(null)
  const control = useTableControl(window, columns, scroll, {
    edit: (row, { line, column }) => {
      if (readOnly === null) setEditing({ row, line, column })
      else toast({ text: readOnly, kind: 'info' })
    },
    jump: (row) => void jumpToEvidence(row.claim.id),
    showDetails: () => showDetails(),
    menu: setMenu,
  })
  const shown = useShownClaim(window, control)
  const showDetails = () => {
    useClaimsView.setState({ details: true })
    showPane('claims', 'details')
  }
  // Details may come a frame later than the cursor: a held arrow key must not wait for them.
  const detailed = useDeferredValue(shown.id)
  const relateDetailed = useCallback(() => {
    const { claimId } = useNavigation.getState()
    if (claimId) setRelating({ fromId: claimId, toId: null })
  }, [])
  const relate = () => {
    // Read at the press itself: a key may follow the one before it faster than the screen.
    const [first, second, third] = useClaimsView.getState().selected
    if (first && second && !third) setRelating({ fromId: first, toId: second })
    else relateDetailed()
  }
  const isKnown = window.total !== null
  // Back from the evidence: the same lines on the screen, and the focus on the same cell.
  useLayoutEffect(() => {
    if (!isKnown) return
    scroll.restore()
    const { line, column } = useClaimsView.getState().cursor
    if (document.activeElement === document.body) {
      cellAt(scroller.current, line, column)?.focus({ preventScroll: true })
    }
  }, [isKnown, scroll.restore])
  const drawnQuery = useRef(window.query)
  useLayoutEffect(() => {
    if (drawnQuery.current === window.query) return
    drawnQuery.current = window.query
    scroll.toTop()
  }, [window.query, scroll.toTop])
  useActions('Claims', [
    { id: 'claims.search', title: 'Search claims', keys: '/', run: () => search.current?.focus() },
    {
      id: 'claims.evidence',
      title: 'Open the words behind the claim',
      keys: 'O',
      enabled: shown.id !== null,
      run: () => {
        if (shown.id) void jumpToEvidence(shown.id)
      },
    },
    {
      id: 'claims.relate',
      title: selected.size === 2 ? 'Relate the two chosen claims' : 'Relate the claim to another',
      keys: 'R',
      enabled: readOnly === null && (selected.size === 2 || shown.id !== null),
      run: relate,
    },
    { id: 'claims.all', title: 'Choose all claims found', keys: 'Mod+A', run: () => void selectAll(wanted) },
    {
      id: 'claims.none',
      title: 'Clear selection',
      enabled: selected.size > 0,
      keys: 'Escape',
      run: clearSelection,
    },
    {
      id: 'claims.remove',
      title: selected.size > 0 ? 'Remove the chosen claims' : 'Remove the claim',
      keys: 'Delete',
      enabled: readOnly === null && (selected.size > 0 || shown.id !== null),
      run: () => {
        const ids = selected.size > 0 ? [...selected] : shown.id ? [shown.id] : []
        void execute('claim.remove', { ids }).then((answer) => answer.ok && clearSelection())
      },
    },
    {
      id: 'claims.history',
      title: 'History of the claim',
      keys: 'H',
      enabled: shown.id !== null,
      run: () => useNavigation.getState().openHistoryOf(`claims/${shown.id}`),
    },
    {
      id: 'claims.details',
      title: 'Show or hide the details',
      keys: 'I',
      enabled: !isNarrow,
      run: toggleDetails,
    },
  ])

  const table = (
    <div className="claims-main">
      <Toolbar
        query={wanted}
        onChange={changeQuery}
        total={window.total}
        all={all}
        searchRef={search}
        choices={choices}
        onChoices={setChoices}
        onDetails={isNarrow ? null : toggleDetails}
      />
      <ClaimTable
        window={window}
        scroll={scroll}
        scroller={scroller}
        columns={columns}
        choices={choices}
        onChoices={setChoices}
        control={control}
        shownClaim={shown.id}
        isReadOnly={readOnly !== null}
      />
      {window.problem && <p className="warning claims-problem">{window.problem.problem.message}</p>}
      {window.total === 0 && !window.problem && (
        <NoClaims isNarrowed={isNarrowed(window.query) && all !== 0} />
      )}
      {selected.size > 0 && (
        <BulkBar ids={selected} readOnly={readOnly} onRelate={relate} onClear={clearSelection} />
      )}
      {editing && (
        <AnchoredEditor
          key={`${editing.row.claim.id} ${editing.column}`}
          {...editing}
          table={scroller.current}
          onClose={() => {
            setEditing(null)
            control.goTo({ line: editing.line, column: editing.column })
          }}
        />
      )}
      {menu && cellAt(scroller.current, -1, menu) && (
        <HeadingMenu
          key={menu}
          column={menu}
          anchor={cellAt(scroller.current, -1, menu)!}
          columns={columns}
          choices={choices}
          query={wanted}
          onChoices={setChoices}
          onQuery={changeQuery}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  )
  const pane = (
    <ClaimDetails id={detailed} onRelate={relateDetailed} outside={shown.isOutside ? showAll : null} />
  )
  return (
    <div className="claims-room">
      <SplitPane
        name="claims"
        panes={[
          { id: 'table', title: 'Table', content: table },
          ...(details || isNarrow ? [{ id: 'details', title: 'Details', size: 340, content: pane }] : []),
        ]}
      />
      {relating && <RelateDialog {...relating} onClose={() => setRelating(null)} />}
    </div>
  )
}

function showAll(): void {
  changeQuery(everyClaim)
}

function toggleDetails(): void {
  useClaimsView.setState(({ details }) => ({ details: !details }))
}

function AnchoredEditor({
  row,
  line,
  column,
  table,
  onClose,
}: {
  row: LoadedClaim
  line: number
  column: ClaimColumn
  table: HTMLElement | null
  onClose: () => void
}) {
  const anchor = cellAt(table, line, column)
  return columnOf(column).editable && anchor ? (
    <CellEditor column={column} row={row} anchor={anchor} onClose={onClose} />
  ) : null
}

function NoClaims({ isNarrowed }: { isNarrowed: boolean }) {
  const go = useNavigation((navigation) => navigation.go)
  return (
    <div className="claims-none">
      {isNarrowed ? (
        <EmptyState
          icon={<SearchX />}
          title="No claim fits"
          text="No claim fits the search and the filters. All claims are still there."
          action={<Button onPress={showAll}>Show all claims</Button>}
        />
      ) : (
        <NothingYet
          what="claims"
          icon={<Quote />}
          title="No claims yet"
          text="A claim is made from words in an article: select them and press C. Who says what, how many, when, how sure."
          action={
            <Button variant="primary" onPress={() => go('read')}>
              Read an article
            </Button>
          }
        />
      )}
    </div>
  )
}
