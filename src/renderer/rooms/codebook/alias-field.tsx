import { useState } from 'react'
import type { Answer } from '../../../contract/wire.ts'
import { Chip } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'

/** The other names of a source, as chips; Enter adds what was typed. */
export function AliasField({
  aliases,
  isDisabled,
  onKeep,
}: {
  aliases: readonly string[]
  isDisabled: boolean
  onKeep: (aliases: string[]) => Promise<Answer<unknown>>
}) {
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const add = async () => {
    const alias = text.trim()
    if (alias === '') return
    if (aliases.includes(alias)) return setText('')
    const answer = await onKeep([...aliases, alias])
    if (answer.ok) setText('')
    else setError(answer.error.message)
  }
  return (
    <div className="alias-field">
      <TextField
        label="Other names"
        value={text}
        isDisabled={isDisabled}
        maxLength={200}
        placeholder="Add a name and press Enter"
        error={error}
        onChange={(next) => {
          setText(next)
          setError('')
        }}
        onBlur={() => void add()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          void add()
        }}
      />
      {aliases.length > 0 && (
        <ul className="chips" aria-label="Other names">
          {aliases.map((alias) => (
            <li key={alias}>
              <Chip
                removeLabel={`Remove ${alias}`}
                onRemove={
                  isDisabled ? undefined : () => void onKeep(aliases.filter((other) => other !== alias))
                }
              >
                {alias}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
