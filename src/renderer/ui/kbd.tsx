import { printedKeys } from '../state/keys.ts'
import './kbd.css'

/** Keys as they are printed on this machine's keyboard; `keys` as in actions: 'Mod+K', 'G R'. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd">
      {printedKeys(keys).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
