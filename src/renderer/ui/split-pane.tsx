import { Fragment, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useLayout } from '../data/settings.ts'
import { useNarrow } from '../state/narrow.ts'
import { showPane, usePanes } from '../state/panes.ts'
import { Segmented } from './segmented.tsx'
import './split-pane.css'

export interface Pane {
  id: string
  /** Names the pane, and its tab in a narrow window. */
  title: string
  /** Width in CSS pixels at first; exactly one pane has none and takes what is left. */
  size?: number
  minSize?: number
  content: ReactNode
}

/**
 * Panes side by side with movable borders; their widths are remembered under `name`. In a narrow window one pane at
 * a time, chosen by tabs or by `showPane(name, id)`; the first without a `size` is in front at the start.
 */
export function SplitPane({ name, panes }: { name: string; panes: readonly Pane[] }) {
  return useNarrow() ? <TabbedPanes name={name} panes={panes} /> : <WidePanes name={name} panes={panes} />
}

function WidePanes({ name, panes }: { name: string; panes: readonly Pane[] }) {
  const [layout, setLayout] = useLayout<Record<string, number> | null>(`split ${name}`, null)
  const fits = layout !== null && panes.every(({ id }) => typeof layout[id] === 'number')
  return (
    <Group
      className="split"
      id={name}
      defaultLayout={fits ? layout : undefined}
      onLayoutChanged={(next, { isUserInteraction }) => {
        if (isUserInteraction) setLayout(next)
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && (
            <Separator
              className="split-handle"
              aria-label={`Border between ${panes[index - 1]!.title} and ${pane.title}`}
            />
          )}
          <Panel
            id={pane.id}
            className="split-pane"
            defaultSize={pane.size === undefined ? undefined : `${pane.size / 16}rem`}
            minSize={`${(pane.minSize ?? (pane.size === undefined ? 320 : 180)) / 16}rem`}
            groupResizeBehavior={pane.size === undefined ? 'preserve-relative-size' : 'preserve-pixel-size'}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

function TabbedPanes({ name, panes }: { name: string; panes: readonly Pane[] }) {
  const chosen = usePanes(({ front }) => front[name])
  const main = panes.find(({ size }) => size === undefined) ?? panes[0]!
  const front = panes.some(({ id }) => id === chosen) ? chosen! : main.id
  return (
    <div className="tabbed">
      {panes.length > 1 && (
        <div className="tabbed-bar">
          <Segmented
            label="Pane"
            items={panes.map(({ id, title }) => ({ id, label: title }))}
            value={front}
            onChange={(id) => showPane(name, id)}
          />
        </div>
      )}
      {panes.map((pane) => (
        <div key={pane.id} className="tabbed-pane" hidden={pane.id !== front}>
          {pane.content}
        </div>
      ))}
    </div>
  )
}
