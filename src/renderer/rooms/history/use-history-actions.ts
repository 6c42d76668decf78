import { useReadOnlyFile } from '../../data/read-only.ts'
import { nameMoment } from '../../moments/naming.ts'
import { useActions } from '../../state/actions.ts'
import { showSide } from './side.ts'

/** What can be done in History by key and from the palette. */
export function useHistoryActions(): void {
  const writable = useReadOnlyFile() === null
  useActions('History', [
    {
      id: 'name-moment',
      title: 'Name this moment…',
      keys: 'M',
      enabled: writable,
      keywords: 'event bookmark version snapshot milestone',
      run: () => void nameMoment(),
    },
    {
      id: 'history.changes',
      title: 'What changed between two moments',
      keys: 'D',
      keywords: 'diff compare since',
      run: () => showSide('changes'),
    },
    {
      id: 'history.moments',
      title: 'Show the named moments',
      keys: 'L',
      run: () => showSide('moments'),
    },
    {
      id: 'history.item',
      title: 'Show the history of one item',
      keys: 'I',
      run: () => showSide('item'),
    },
  ])
}
