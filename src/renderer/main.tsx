import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ask, queryClient } from './data/ask.ts'
import { applySettings } from './frame/appearance.ts'
import './styles/tokens.css'
import './styles/base.css'

/** The program is asked who and what it is before anything is drawn, so that the first picture has the right colours. */
async function start(root: HTMLElement): Promise<void> {
  const info = await queryClient
    .fetchQuery({ queryKey: ['app.info', {}], queryFn: () => ask('app.info', {}) })
    // The frame asks again and says what is wrong.
    .catch(() => null)
  applySettings(info?.settings ?? null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) void start(root)
