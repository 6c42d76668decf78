import drawings from '../../../renderer/styles/drawing.css?raw'
import tokens from '../../../renderer/styles/tokens.css?raw'
import page from '../brief-page.css?raw'

/**
 * The whole style of a brief as a page: the window's own colours and charts, and the page's look on the screen and on
 * paper. Dark where the reader's system is; paper is always light.
 */
export const briefStyle = [tokensByMedia(tokens), drawings, page].map(unixLines).join('\n')

/** The window chooses its colours by an attribute, a page without script by what the reader's system likes. */
function tokensByMedia(css: string): string {
  const dark = /:root\[data-theme="dark"\] \{[^}]*\}/
  return css.replace(
    dark,
    (block) =>
      `@media screen and (prefers-color-scheme: dark) {\n${block.replace('[data-theme="dark"]', '')}\n}`,
  )
}

/** A checkout may have other line ends; the bytes must not. */
function unixLines(css: string): string {
  return css.replaceAll('\r\n', '\n')
}
