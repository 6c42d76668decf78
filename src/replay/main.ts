import { z } from 'zod'
import { readData, Unreadable } from './data.ts'
import { Story } from './story.ts'
import { make } from './view/dom.ts'
import { openPage } from './view/page.ts'
import './replay.css'

// The page's policy forbids code made from text, which zod would try.
z.config({ jitless: true })

void start()

/** Reads what lies in the file, folds it in pieces so that the page stays alive, and opens it. */
async function start(): Promise<void> {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => {
    document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light'
  }
  dark.addEventListener('change', follow)
  follow()
  const opening = make('p', { class: 'opening', role: 'status' }, 'Opening…')
  document.body.append(opening)
  const breathe = () => new Promise<void>((resume) => setTimeout(resume))
  try {
    const data = await readData((id) => document.getElementById(id)?.textContent ?? null, breathe)
    const story = new Story(data)
    for (let to = 5000; story.broken === null && story.last < data.events.length; to += 5000) {
      story.fold(to)
      opening.textContent = `Opening… ${Math.round((story.last / data.events.length) * 100)} %`
      await breathe()
    }
    opening.remove()
    openPage(story)
  } catch (error) {
    opening.className = 'opening bad'
    opening.setAttribute('role', 'alert')
    opening.textContent =
      error instanceof Unreadable
        ? `${error.message} Ask for it again where you got it.`
        : `This replay could not be opened (${error instanceof Error ? error.message : String(error)}).`
    if (!(error instanceof Unreadable)) throw error
  }
}
