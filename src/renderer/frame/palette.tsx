import { BookOpen, Quote, Zap } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import type { SearchHit } from '../../contract/rows.ts'
import { closeOverlay, useOpened } from '../state/opened.ts'
import { Kbd } from '../ui/kbd.tsx'
import { type PaletteEntry, usePaletteEntries } from './palette-entries.tsx'
import './palette.css'

/** Everything by words: what can be done, where one can go, and what is written in articles, notes and claims. */
export function Palette() {
  const isOpen = useOpened(({ overlay }) => overlay === 'palette')
  const close = () => closeOverlay('palette')
  return (
    <ModalOverlay
      className="palette-veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      isDismissable
    >
      <Modal className="palette" data-dialog>
        <Dialog className="palette-dialog" aria-label="Search or command">
          <PaletteSearch close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteSearch({ close }: { close: () => void }) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const { sections, searching } = usePaletteEntries(wanted)
  const choose = (entry: PaletteEntry) => {
    close()
    entry.run()
  }
  const empty = sections.every(({ entries }) => entries.length === 0)
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <TextField className="palette-field" aria-label="Search or command" autoFocus>
        <Input
          role="combobox"
          aria-expanded
          aria-haspopup="listbox"
          className="palette-input"
          placeholder="Search articles, claims and notes, or type a command"
        />
      </TextField>
      {empty && (
        <p className="palette-empty" role="status">
          {searching ? 'Searching…' : `Nothing is called or says “${words.trim()}”.`}
        </p>
      )}
      <ListBox className="palette-list" aria-label="Found" selectionMode="none">
        {sections
          .filter(({ entries }) => entries.length > 0)
          .map(({ title, entries }) => (
            <ListBoxSection key={title}>
              <Header className="heading-small">{title}</Header>
              {entries.map((entry) => (
                <PaletteLine key={entry.id} entry={entry} onAction={() => choose(entry)} />
              ))}
            </ListBoxSection>
          ))}
      </ListBox>
    </Autocomplete>
  )
}

function PaletteLine({ entry, onAction }: { entry: PaletteEntry; onAction: () => void }) {
  return (
    <ListBoxItem id={entry.id} textValue={entry.title} className="palette-item" onAction={onAction}>
      {icons[entry.kind]}
      <span className="palette-words">
        <span>{entry.marked ? <Marked pieces={entry.marked} /> : entry.title}</span>
        {entry.detail && <span className="palette-detail">{entry.detail}</span>}
        {entry.snippet && (
          <span className="palette-snippet">
            <Marked pieces={entry.snippet} />
          </span>
        )}
      </span>
      {entry.keys && <Kbd keys={entry.keys} />}
    </ListBoxItem>
  )
}

/** Words with those that were looked for marked. */
function Marked({ pieces }: { pieces: SearchHit['snippet'] }) {
  return pieces.map(({ text, hit }, index) => {
    const key = `${index} ${text}`
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}

const icons = {
  action: <Zap aria-hidden />,
  article: <BookOpen aria-hidden />,
  words: <Quote aria-hidden />,
}
