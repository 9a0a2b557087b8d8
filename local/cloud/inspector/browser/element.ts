/** Owns making elements: what they are, what they say, what is inside. */
export type Child = Node | string | null

interface Look {
  readonly class?: string
  readonly label?: string
  readonly title?: string
  readonly role?: string
  readonly onClick?: (event: MouseEvent) => void
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  look: Look = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (look.class) made.className = look.class
  if (look.label) made.setAttribute('aria-label', look.label)
  if (look.title) made.title = look.title
  if (look.role) made.setAttribute('role', look.role)
  if (look.onClick) made.addEventListener('click', look.onClick as EventListener)
  made.append(...children.filter((child) => child !== null))
  if (made instanceof HTMLButtonElement) made.type = 'button'
  return made
}

export const button = (says: string, onClick: () => void, look = 'quiet'): HTMLButtonElement =>
  element('button', { class: look, onClick }, says)

/** An empty or a failed state: what is so, and what can be done. */
export const state = (says: string, advice = '', look = ''): HTMLElement =>
  element('div', { class: `state ${look}`, role: 'status' }, element('b', {}, says), element('p', {}, advice))
