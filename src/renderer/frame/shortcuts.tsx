import { keysOf, useOfferedActions } from '../state/actions.ts'
import type { RegisteredAction } from '../state/offered-actions.ts'
import { closeOverlay, useOpened } from '../state/opened.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import './shortcuts.css'

/** Every key that does something in this room, as the rooms themselves have told. */
export function Shortcuts() {
  const isOpen = useOpened(({ overlay }) => overlay === 'shortcuts')
  const actions = useOfferedActions().filter((action) => keysOf(action).length > 0 && !action.inDialog)
  const groups = Map.groupBy(actions, ({ group }) => group)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => closeOverlay('shortcuts')}
      title="Keyboard shortcuts"
      subtitle="Shortcuts for this room and the whole app. Single letters work outside text fields."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <div className="shortcuts" role="region" aria-label="All shortcuts" tabIndex={0}>
        {[...groups].map(([group, list]) => (
          <section key={group}>
            <h3 className="heading-small">{group}</h3>
            <dl>
              {list.map((action) => (
                <ShortcutLine key={action.id} action={action} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function ShortcutLine({ action }: { action: RegisteredAction }) {
  return (
    <div className="shortcut">
      <dt>{action.title}</dt>
      <dd>
        {keysOf(action).map((keys, index) => (
          <span key={keys}>
            {index > 0 && <span className="dim"> or </span>}
            <Kbd keys={keys} />
          </span>
        ))}
      </dd>
    </div>
  )
}
