import { X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContentArea,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { toasts } from './toast.ts'
import './toasts.css'

/** What is told at the foot of the window, in the status line's place; mounted once. */
export function Toasts() {
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label="Messages">
      {({ toast }) => (
        <Toast toast={toast} className="toast" data-kind={toast.content.kind ?? 'done'}>
          <ToastContentArea className="toast-content" title={toast.content.text}>
            <Text slot="title">{toast.content.text}</Text>
            <Room />
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

/** Makes the status line as high as what is told, so that a long message pushes the room up and covers none of it. */
function Room() {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const region = mark.current?.closest('.toasts')
    if (!region) return
    const { style, dataset } = document.documentElement
    const place = () => {
      dataset.told = document.querySelector('[data-dialog]') ? 'over dialog' : 'in line'
    }
    place()
    // Dialogs are children of the body; their coming is heard of before they are painted.
    const dialogs = new MutationObserver(place)
    dialogs.observe(document.body, { childList: true })
    const watch = new ResizeObserver(() => style.setProperty('--told', `${region.clientHeight}px`))
    watch.observe(region)
    return () => {
      watch.disconnect()
      dialogs.disconnect()
      delete dataset.told
      style.removeProperty('--told')
    }
  }, [])
  return <span ref={mark} hidden />
}
