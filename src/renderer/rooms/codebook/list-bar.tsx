import { Plus } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Form } from 'react-aria-components'
import type { Answer } from '../../../contract/wire.ts'
import { useActions } from '../../state/actions.ts'
import { useOneAtATime } from '../../state/one-at-a-time.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { lookFor, type Section, useCodebook } from './codebook-state.ts'

export interface ListProps {
  searchRef: RefObject<HTMLInputElement | null>
  /** Why nothing can be changed; null where everything can. */
  readOnly: string | null
}

/** Above a section's list: the search, and the way to a new entry. */
export function ListBar({
  section,
  searchRef,
  readOnly,
  noun,
  nameLabel,
  placeholder,
  onMake,
}: ListProps & {
  section: Section
  /** What an entry is called: “tag”. */
  noun: string
  /** What its first field is called: “Name”. */
  nameLabel: string
  placeholder: string
  /** Makes an entry of that name; it is then the chosen one. */
  onMake: (name: string) => Promise<Answer<unknown>>
}) {
  const text = useCodebook((codebook) => codebook.text[section])
  const [isOpen, setOpen] = useState(false)
  useActions('Codebook', [
    {
      id: 'codebook.new',
      title: `New ${noun}`,
      keys: 'N',
      enabled: readOnly === null,
      run: () => setOpen(true),
    },
  ])
  return (
    <div className="codebook-bar">
      <TextField
        className="codebook-search"
        label={`Search ${noun}s`}
        hideLabel
        type="search"
        placeholder={`Search ${noun}s  /`}
        value={text}
        onChange={(next) => lookFor(section, next)}
        inputRef={searchRef}
      />
      <Popover
        label={`New ${noun}`}
        placement="bottom end"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button icon={<Plus />} isDisabled={readOnly !== null}>
            New {noun}
          </Button>
        }
      >
        <NewEntry
          noun={noun}
          nameLabel={nameLabel}
          placeholder={placeholder}
          onMake={onMake}
          onMade={() => setOpen(false)}
        />
      </Popover>
    </div>
  )
}

/** Asks for a name and makes an entry of it. A refused name stays in the field with the reason. */
export function NewEntry({
  noun,
  nameLabel,
  placeholder,
  onMake,
  onMade,
}: {
  noun: string
  nameLabel: string
  placeholder: string
  onMake: (name: string) => Promise<Answer<unknown>>
  onMade: () => void
}) {
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const make = useOneAtATime(async () => {
    if (name.trim() === '') return setError(`A ${noun} needs its ${nameLabel.toLowerCase()}.`)
    const answer = await onMake(name.trim())
    if (answer.ok) onMade()
    else setError(answer.error.message)
  })
  return (
    <Form
      className="codebook-new"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <TextField
        label={nameLabel}
        value={name}
        onChange={(next) => {
          setName(next)
          setError('')
        }}
        error={error}
        placeholder={placeholder}
        autoFocus
      />
      <Button variant="primary" size="small" type="submit">
        Make the {noun}
      </Button>
    </Form>
  )
}
