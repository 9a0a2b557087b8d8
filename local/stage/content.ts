/**
 * What is put on the stage: words, phones and people, all handed in by whoever starts it. Plain data, so that it travels
 * to the page as it is.
 */
export interface Spoken {
  readonly zh: string
  readonly en: string
}

export interface Person {
  readonly openid: string
  readonly name: Spoken
  /** One line below the name in the list. */
  readonly note: Spoken
  /** What the first letter of the name is drawn on: CSS of a background, and a colour. */
  readonly avatar?: { readonly ground: string; readonly ink: string }
  readonly phoneNumber?: string
  readonly nickname?: string
  readonly unionid?: string
}

/** One phone's place on the stage. */
export interface Side {
  readonly id: string
  readonly title: Spoken
  /** The page that opens first, `/pages/…`. */
  readonly entry: string
  readonly people: readonly Person[]
  /** Above the list of people, when their notes need a word. */
  readonly peopleNote?: Spoken
  /** What is said when the camera of this phone sees no code on any of the others; without it there is no camera. */
  readonly camera?: { readonly seesNothing: Spoken }
  /** Lies beside the table until it is asked for, or until the window has room for every phone. */
  readonly waits?: boolean
}

export interface StageContent {
  readonly mark: string
  readonly name: Spoken
  readonly place: Spoken
  /** What a visitor may try first, in order. */
  readonly walk: readonly Spoken[]
  readonly sides: readonly Side[]
  /** What the templates of service messages are called, by their ids. */
  readonly messageTitles?: Readonly<Record<string, Spoken>>
  /** What starting over opens again. */
  readonly resetAdvice: Spoken
}
