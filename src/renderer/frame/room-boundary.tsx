import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

interface Props {
  /** What failed, for the sentence: “Read”. */
  name: string
  children: ReactNode
}

/** Holds a failure inside one room: the rest of the program lives on, and what was saved is safe. */
export class RoomBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <EmptyState
        title={`${this.props.name} could not be drawn`}
        text={
          <>
            Everything shown as saved is safe, and the other rooms still work. Try again; if it fails once
            more, this says what to report: <code>{error.message}</code>
          </>
        }
        action={<Button onPress={() => this.setState({ error: null })}>Try again</Button>}
      />
    )
  }
}
