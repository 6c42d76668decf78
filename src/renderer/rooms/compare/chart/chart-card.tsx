import { ChartNoAxesColumn, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useCompare } from '../../../state/compare.ts'

/** The frame of a chart: its name, its switches, and the switch between drawing and table, which all charts share. */
export function ChartCard({
  title,
  detail,
  switches,
  chart,
  table,
  footer,
}: {
  title: string
  /** Dimmed words beside the title. */
  detail?: string
  switches?: ReactNode
  chart: ReactNode
  table: ReactNode
  footer?: ReactNode
}) {
  const asTable = useCompare((view) => view.asTable)
  return (
    <section className="chart-card" aria-label={title}>
      <header className="chart-head">
        <h3 className="chart-title">{title}</h3>
        {detail && <span className="chart-detail">{detail}</span>}
        <div className="chart-switches">
          {switches}
          <ShowAsTable />
        </div>
      </header>
      {asTable ? table : chart}
      {footer && <footer className="chart-foot">{footer}</footer>}
    </section>
  )
}

/** Shows every chart of the room as a table, or as a drawing again; kept for this workspace. */
export function ShowAsTable() {
  const asTable = useCompare((view) => view.asTable)
  return (
    <ToggleButton
      className="button"
      data-variant="quiet"
      data-size="small"
      isSelected={asTable}
      onChange={(next) => useCompare.setState({ asTable: next })}
    >
      {asTable ? <ChartNoAxesColumn aria-hidden /> : <Table2 aria-hidden />}
      Show as table
    </ToggleButton>
  )
}
