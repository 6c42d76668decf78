import { firstAnswers } from './data/first-answers.ts'

// This much is little code and begins at once; what draws the window is read while the program answers.
const answers = firstAnswers()
const root = document.getElementById('root')
if (root) void import('./draw.tsx').then(({ draw }) => draw(root, answers))
