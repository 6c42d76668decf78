import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import './dialog.css'

interface DialogProps {
  isOpen: boolean
  /** Escape, the cross, or a click beside it. What was typed is the caller's to keep. */
  onClose: () => void
  title: string
  /** Dimmed words under the title. */
  subtitle?: ReactNode
  children: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** False: a click beside it does not close it. */
  isDismissable?: boolean
}

/** A window over the rest, which rests meanwhile. */
export function Dialog({
  isOpen,
  onClose,
  title,
  subtitle,
  children,
  footer,
  size = 'medium',
  isDismissable = true,
}: DialogProps) {
  const close = (open: boolean) => {
    if (!open) onClose()
  }
  return (
    <ModalOverlay className="dialog-veil" isOpen={isOpen} onOpenChange={close} isDismissable={isDismissable}>
      <Modal className="dialog-modal" data-size={size} data-dialog>
        <AriaDialog className="dialog">
          <div className="dialog-header">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" icon={<X />} keys="Escape" onPress={onClose} size="small" />
            {subtitle && <p className="dialog-subtitle">{subtitle}</p>}
          </div>
          <div className="dialog-body">{children}</div>
          {footer && <div className="dialog-footer">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
