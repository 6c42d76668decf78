import { useEffect, useState } from 'react'

/** True once a state has lasted for some milliseconds, until it ends. */
export function useLasting(isOn: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setLasts(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isOn, milliseconds])
  return isOn && lasts
}
