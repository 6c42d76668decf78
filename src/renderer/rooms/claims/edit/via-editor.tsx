import { useState } from 'react'
import { useSourceChoices } from '../../../claims/name-choices.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { MultiCombo } from '../../../ui/combo-box.tsx'
import type { EditorProps } from './cell-editor.tsx'

/** The chain that the claim came through, from nearest the speaker to nearest the article. */
export function ViaEditor({ row, commit, onLeave }: EditorProps) {
  const choices = useSourceChoices()
  const [via, setVia] = useState<string[]>(row.claim.via)
  const save = () => void commit.claim({ via })
  onLeave(save)
  return (
    <div className="cell-editor-form">
      <MultiCombo
        label="Came through, from the speaker on"
        items={choices.filter(({ id }) => id !== row.claim.sourceId)}
        value={via}
        onChange={setVia}
        onCreate={async (name) => {
          const id = newId()
          const made = await execute('source.add', { id, name, kind: 'publication' }, { quiet: true })
          if (made.ok) setVia((before) => [...before, id])
        }}
        autoFocus
      />
      <Button variant="primary" size="small" onPress={save}>
        Save
      </Button>
    </div>
  )
}
