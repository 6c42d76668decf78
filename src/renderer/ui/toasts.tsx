import { X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContentArea,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { toasts } from './toast.ts'
import './toasts.css'

/** The corner in which toasts stand; mounted once. */
export function Toasts() {
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label="Messages">
      {({ toast }) => (
        <Toast toast={toast} className="toast" data-kind={toast.content.kind ?? 'done'}>
          <ToastContentArea className="toast-content">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContentArea>
          {toast.content.action && (
            <AriaButton
              className="toast-action"
              onPress={() => {
                toasts.close(toast.key)
                toast.content.action?.run()
              }}
            >
              {toast.content.action.label}
            </AriaButton>
          )}
          <AriaButton slot="close" className="toast-close" aria-label="Close this message">
            <X aria-hidden />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  )
}
