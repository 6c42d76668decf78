import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { ProgramInfo } from '../contract/program.ts'
import { App } from './app.tsx'
import { queryClient } from './data/ask.ts'
import type { FirstAnswer } from './data/first-answers.ts'
import { applySettings } from './frame/appearance.ts'
import { NotLetIn } from './frame/not-let-in.tsx'
import './styles/tokens.css'
import './styles/base.css'

/** Draws the window once it is known who and what the program is, so that the first picture has the right colours. */
export async function draw(root: HTMLElement, first: Promise<readonly FirstAnswer[]>): Promise<void> {
  for (const { queryKey, data } of await first) queryClient.setQueryData(queryKey, data)
  applySettings(queryClient.getQueryData<ProgramInfo>(['app.info', {}])?.settings ?? null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

/** Draws nothing but why: this page has no way to the program. */
export function drawNotLetIn(root: HTMLElement, why: string): void {
  applySettings(null)
  createRoot(root).render(<NotLetIn why={why} />)
}
