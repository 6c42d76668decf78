import { useEffect } from 'react'
import { useAsk } from '../data/ask.ts'
import { askForProfile } from '../data/profile.ts'
import { useLayout } from '../data/settings.ts'

/** At the first start, with the sample open, asks who is working. Put off, it is asked again at the first change only. */
export function useFirstStart(): void {
  const info = useAsk('app.info', {}).data
  const [asked, setAsked] = useLayout('asked for profile', false)
  const due = info?.workspace?.readOnly === null && info.profile === null && !asked
  useEffect(() => {
    if (!due) return
    setAsked(true)
    askForProfile()
  }, [due])
}
