import { useRef, useState } from 'react'
import { useSourceChoices } from '../../../claims/name-choices.ts'
import { makeSource } from '../../../claims/new-names.ts'
import { useOnTheSpot } from '../../../data/on-the-spot.ts'
import { Button } from '../../../ui/button.tsx'
import { MultiCombo } from '../../../ui/combo-box.tsx'
import type { EditorProps } from './editor-props.ts'

/** The chain that the claim came through, from nearest the speaker to nearest the article. */
export function ViaEditor({ row, commit, onLeave }: EditorProps) {
  const choices = useSourceChoices()
  const [via, setVia] = useState<string[]>(row.claim.via)
  const latest = useRef(via)
  const change = (next: string[]) => {
    latest.current = next
    setVia(next)
  }
  const onTheSpot = useOnTheSpot()
  const make = async (name: string) => {
    const id = await makeSource(name, 'publication')
    if (id) change([...latest.current, id])
  }
  const save = async () => {
    await onTheSpot.settled()
    await commit.claim({ via: latest.current })
  }
  onLeave(() => void save())
  return (
    <div className="cell-editor-form">
      <MultiCombo
        label="Came through, from the speaker on"
        items={choices.filter(({ id }) => id !== row.claim.sourceId)}
        value={via}
        onChange={change}
        onCreate={(name) => onTheSpot.begin(() => make(name))}
        autoFocus
      />
      <Button variant="primary" size="small" onPress={() => void save()}>
        Save
      </Button>
    </div>
  )
}
