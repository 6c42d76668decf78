import { whyNotLetIn } from './data/connection.ts'
import { firstAnswers } from './data/first-answers.ts'

// This much is little code and begins at once; what draws the window is read while the program answers.
const answers = firstAnswers()
const root = document.getElementById('root')
if (root) void open(root)

async function open(root: HTMLElement): Promise<void> {
  const drawing = import('./draw.tsx')
  const why = await whyNotLetIn()
  const { draw, drawNotLetIn } = await drawing
  if (why === null) return draw(root, answers)
  drawNotLetIn(root, why)
}
