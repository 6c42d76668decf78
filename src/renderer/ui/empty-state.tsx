import type { ReactNode } from 'react'
import './empty-state.css'

/** What stands where nothing is yet: what this place is for, and what to do. */
export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon?: ReactNode
  title: string
  text: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty-state">
      {icon && <div className="empty-icon">{icon}</div>}
      <p className="empty-title">{title}</p>
      <div className="empty-text">{text}</div>
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
