/** How one phone is set: whose it is, network, light or dark, text size. */
import type { Person, Side } from '../content'
import { recall, remember } from './memory'

export const FONT_SIZES = [16, 20, 23] as const

/** What the visitor chose. Being offline ends with the visit; the rest is remembered. */
export class PhoneSettings {
  isOffline = false
  person: Person
  theme: 'light' | 'dark'
  fontSize: number

  constructor(private readonly side: Side) {
    const first = side.people[0]
    if (!first) throw new Error(`nobody to stand at the side ${side.id}`)
    this.person = side.people.find(({ openid }) => openid === recall(`person/${side.id}`)) ?? first
    const theme = recall(`theme/${side.id}`)
    const systems = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    this.theme = theme === 'dark' || theme === 'light' ? theme : systems
    this.fontSize = Number(recall(`fontSize/${side.id}`)) || FONT_SIZES[0]
  }

  choose(person: Person): void {
    this.person = person
    remember(`person/${this.side.id}`, person.openid)
  }

  turnTheme(): void {
    this.theme = this.theme === 'dark' ? 'light' : 'dark'
    remember(`theme/${this.side.id}`, this.theme)
  }

  nextFontSize(): void {
    const at = FONT_SIZES.findIndex((size) => size === this.fontSize)
    this.fontSize = FONT_SIZES[(at + 1) % FONT_SIZES.length] ?? FONT_SIZES[0]
    remember(`fontSize/${this.side.id}`, String(this.fontSize))
  }

  address(): string {
    const { openid, unionid, phoneNumber, nickname } = this.person
    const query = new URLSearchParams({
      id: `${this.side.id}-${openid}`,
      openid,
      entry: this.side.entry,
      theme: this.theme,
      fontSize: String(this.fontSize),
    })
    for (const [name, value] of Object.entries({ unionid, phoneNumber, nickname }))
      if (value) query.set(name, value)
    return `/phone/?${query.toString()}`
  }
}
