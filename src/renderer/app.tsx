import { QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { queryClient } from './data/ask.ts'
import { Frame } from './frame/frame.tsx'

/** The whole program as one window shows it. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale="en-GB">
        <Frame />
      </I18nProvider>
    </QueryClientProvider>
  )
}
