/** The colours of the running program are the agreed ones, in the light and in the dark. */
import { colourOf, COLOURS, longHex, THEMES } from '../pages/palette'
import { MEMBER } from '../server/mall'
import { until } from './driver'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones()

const STYLE = (selector: string) =>
  `getComputedStyle(document.querySelector('iframe.current').contentDocument.querySelector('${selector}'))`

/** As the browser says colours. */
const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`

test('what the card page wears changes with the theme of the phone', async () => {
  await mall().join(MEMBER)
  const member = await phone(MEMBER)
  await member.find('.home__greeting')
  const read = (selector: string, property: string): Promise<string> =>
    member.phone.page.evaluate<string>(`${STYLE(selector)}.getPropertyValue('${property}').trim()`)
  for (const theme of THEMES) {
    await member.phone.setTheme(theme)
    const ground = rgb(colourOf('bg', theme))
    await until(`${theme} ground`, async () => (await read('body', 'background-color')) === ground)
    const worn = await Promise.all(
      COLOURS.map(async (name) => [name, longHex(await read('body', `--${name}`))] as const),
    )
    expect(Object.fromEntries(worn)).toEqual(
      Object.fromEntries(COLOURS.map((name) => [name, colourOf(name, theme)])),
    )
    expect(await read('.home__greeting', 'color')).toBe(rgb(colourOf('ink', theme)))
    expect(await read('.home .button', 'background-color')).toBe(rgb(colourOf('pine', theme)))
  }
})
