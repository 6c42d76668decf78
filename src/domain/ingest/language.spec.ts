import { describe, expect, it } from 'vitest'
import { proposeLanguage } from './language.ts'

describe('proposeLanguage', () => {
  it.each([
    [
      'en',
      'The ministry said that the soldiers had been sent to the border, and that more of them would follow in a week.',
    ],
    [
      'de',
      'Das Ministerium teilte mit, dass die Soldaten an die Grenze verlegt wurden und weitere nach dem Treffen folgen.',
    ],
    [
      'fr',
      'Le ministère a indiqué que les soldats ont été envoyés à la frontière et que la suite dépend des alliés.',
    ],
    [
      'es',
      'El ministerio dijo que los soldados fueron enviados a la frontera y que más tropas llegarán según el plan.',
    ],
    [
      'ru',
      'В министерстве сообщили, что солдаты были отправлены к границе и что по плану за ними последуют другие.',
    ],
    [
      'uk',
      'У міністерстві повідомили, що солдати були на кордоні і що до них за планом приїдуть інші, як це було.',
    ],
    [
      'ar',
      'قالت الوزارة إن الجنود وصلوا إلى الحدود وإن آخرين سوف يصلون من الشرق في الأسبوع القادم بعد الاجتماع.',
    ],
    ['he', 'המשרד הודיע כי החיילים נשלחו אל הגבול וכי אחרים יגיעו בשבוע הבא לאחר הפגישה של השרים.'],
    [
      'ko',
      '국방부는 병사들이 국경으로 보내졌으며 다음 주에 더 많은 병사가 뒤따를 것이라고 밝혔다. 확인된 것은 없다.',
    ],
    [
      'zh',
      '国防部表示士兵已经被派往边境，下周还会有更多士兵抵达，但没有人证实这一消息，也没有人否认这一消息的真实性。',
    ],
    [
      'ja',
      '防衛省は兵士が国境に送られ、来週さらに多くの兵士が続くと述べたが、確認はされていない。記者団に対して答えた。',
    ],
  ])('knows %s', (language, text) => {
    expect(proposeLanguage(text)?.value).toBe(language)
  })

  it.each([
    ['a few words', 'Up to 8,000.'],
    [
      'names and figures',
      'Kursk 8,000; Pokrovsk 10,000; Sumy 12; Kharkiv 40; Dnipro 7; Zaporizhzhia 16; Odesa 3; Kyiv 500',
    ],
    [
      'two languages',
      'The ministry said that it was of the view. Das Ministerium sagte, dass die Lage nicht mit der von gestern.',
    ],
  ])('does not guess from %s', (_, text) => {
    expect(proposeLanguage(text)).toBeNull()
  })
})
