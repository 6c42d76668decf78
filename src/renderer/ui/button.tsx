import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Tooltip } from './tooltip.tsx'
import './button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  variant?: 'primary' | 'quiet' | 'plain'
  size?: 'small' | 'medium'
  children?: ReactNode
  /** Shown before the words. */
  icon?: ReactNode
  className?: string
}

/** A button with words. `primary`: the one thing to do here; `quiet`: bordered; `plain`: words only. */
export function Button({
  variant = 'quiet',
  size = 'medium',
  icon,
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={['button', className].filter(Boolean).join(' ')}
      data-variant={variant}
      data-size={size}
    >
      {icon}
      {children}
    </AriaButton>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'variant'> {
  /** What it does; spoken, and shown as a tooltip. */
  label: string
  icon: ReactNode
  /** Its keys, shown in the tooltip. */
  keys?: string
  /** The tooltip where it says more than the label. */
  tooltip?: string
}

/** A button that is only a picture, named by its tooltip. */
export function IconButton({
  label,
  icon,
  keys,
  tooltip,
  size = 'medium',
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={tooltip ?? label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className={['icon-button', className].filter(Boolean).join(' ')}
        data-size={size}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
