import { describe, expect, it } from 'vitest'
import { html } from './html-text.ts'

describe('markup', () => {
  it('takes words as words, in text and in attributes', () => {
    const evil = `"><script>alert('x')</script>&amp;`
    expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
      '<p title="&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;amp;">' +
        '&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;amp;</p>',
    )
  })

  it('keeps line ends and stands for what HTML cannot hold', () => {
    expect(html`<p>${'a\r\nb\0'}</p>`.markup).toBe('<p>a&#13;\nb\ufffd</p>')
  })

  it('takes its own pieces as they are, lists one after the other, and nothing for nothing', () => {
    expect(html`<ul>${[html`<li>1</li>`, html`<li>${2}</li>`]}${null}${false}</ul>`.markup).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    )
  })
})
