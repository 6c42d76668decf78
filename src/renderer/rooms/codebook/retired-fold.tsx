import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'

/** What is offered no more: kept out of the way, never gone. */
export function RetiredFold({
  icon,
  count,
  children,
}: {
  icon: ReactNode
  count: number
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <Disclosure className="retired-fold">
      <Heading level={2} className="retired-heading">
        <Button slot="trigger" className="retired-trigger">
          <ChevronRight aria-hidden className="retired-chevron" />
          {icon}
          Retired · {count}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className="retired-list">{children}</ul>
      </DisclosurePanel>
    </Disclosure>
  )
}
