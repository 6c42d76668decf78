import { outsideQuestion } from '../../domain/outside-address.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openOutside, useOutside } from './open-outside.ts'
import './outside.css'

/** Shows a web address whole and asks before a browser opens it. */
export function OutsideDialog() {
  const address = useOutside((outside) => outside.address)
  if (address === null) return null
  const close = () => useOutside.setState({ address: null })
  return (
    <Dialog
      isOpen
      onClose={close}
      size="small"
      title={outsideQuestion(address)}
      footer={
        <>
          <Button variant="plain" onPress={close} autoFocus>
            Cancel
          </Button>
          <Button variant="primary" onPress={() => void openOutside(address)}>
            Open in browser
          </Button>
        </>
      }
    >
      <p className="outside-address" dir="ltr">
        {address.href}
      </p>
      {address.warnings.map((warning) => (
        <p key={warning} className="outside-warning">
          {warning}
        </p>
      ))}
    </Dialog>
  )
}
