import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'

/** @typedef {{ id: string, start: number, end: number }} Span */

/** @type {ReturnType<typeof createTextAnnotator> | undefined} */
let annotator

/**
 * What the reader of Claimtrail does, done with the peer in the way that is fastest there: the text as one node,
 * since its time grows with the number of paragraphs, and its own default renderer. The text and the spans are here
 * already; nothing is fetched.
 * @param {string} text @param {Span[]} spans
 * @returns {Promise<number>} milliseconds until it is painted
 */
async function open(text, spans) {
  const began = performance.now()
  const container = /** @type {HTMLElement} */ (document.getElementById('text'))
  container.textContent = text
  annotator = createTextAnnotator(container)
  annotator.setAnnotations(spans.map((span) => annotationOf(span, text)))
  await painted(0)
  return performance.now() - began
}

/** @param {string} text @param {Span} span @returns {Promise<number>} milliseconds until it is painted */
async function add(text, span) {
  const began = performance.now()
  const before = shown()
  annotator?.addAnnotation(annotationOf(span, text))
  await painted(before)
  return performance.now() - began
}

/** @param {Span} span @param {string} text */
function annotationOf({ id, start, end }, text) {
  const selector = [{ quote: text.slice(start, end), start, end }]
  return /** @type {any} */ ({ id, bodies: [], target: { annotation: id, selector } })
}

/** Waits until more marks are on the screen than before, and for the frame after, when they have been painted. @param {number} before */
function painted(before) {
  return new Promise((resolve) => {
    const look = () => {
      if (shown() > before) requestAnimationFrame(resolve)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Marks that are drawn. The peer draws those near the screen only. */
function shown() {
  const highlights = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)
  return highlights + document.querySelectorAll('.r6o-annotation').length
}

Object.assign(window, { peer: { open, add } })
