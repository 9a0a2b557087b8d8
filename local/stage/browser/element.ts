/** Owns making elements: what they are, what they say, what is inside. */
type Child = Node | string | null

interface Look {
  readonly class?: string
  readonly title?: string
  readonly label?: string
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
  if (look.title) made.title = look.title
  if (look.label) made.setAttribute('aria-label', look.label)
  if (look.role) made.setAttribute('role', look.role)
  if (look.onClick) made.addEventListener('click', look.onClick as EventListener)
  made.append(...children.filter((child) => child !== null))
  if (made instanceof HTMLButtonElement) made.type = 'button'
  return made
}

/** Lucide's drawings (ISC), 24 squares, round ends. */
const ICONS = {
  chevron: '<path d="m6 9 6 6 6-6"/>',
  check: '<path d="M20 6 9 17l-5-5"/>',
  wifi: '<path d="M12 20h.01M2 8.82a15 15 0 0 1 20 0M5 12.859a10 10 0 0 1 14 0M8.5 16.429a5 5 0 0 1 7 0"/>',
  wifiOff:
    '<path d="M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69M19 12.859a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20"/>',
  sun: '<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M4.93 4.93l1.41 1.41M17.66 17.66l1.41 1.41M2 12h2M20 12h2M6.34 17.66l-1.41 1.41M19.07 4.93l-1.41 1.41"/>',
  moon: '<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>',
  letter:
    '<path d="m15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16M15.697 14h5.606M2 16l4.039-9.69a.5.5 0 0 1 .923 0L11 16M3.304 13h6.392"/>',
  reload:
    '<path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5"/>',
  close: '<path d="M18 6 6 18M6 6l12 12"/>',
  list: '<path d="M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13"/>',
  clock: '<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>',
  mail: '<rect x="2" y="4" width="20" height="16" rx="2"/><path d="m22 7-8.97 5.700a1.940 1.940 0 0 1-2.060 0L2 7"/>',
  alert:
    '<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.730-3M12 9v4M12 17h.01"/>',
} as const

export type IconName = keyof typeof ICONS

export function icon(name: IconName, size = 18): SVGElement {
  const box = document.createElement('template')
  box.innerHTML = `<svg class="icon" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${ICONS[name]}</svg>`
  return box.content.firstElementChild as SVGElement
}

/**
 * What dropped down from `root` closes when the visitor goes elsewhere: by a press, by a press into a phone, which is in
 * another document and only takes the focus away, or by Tab.
 */
export function closesElsewhere(root: HTMLElement, close: () => void): void {
  document.addEventListener('pointerdown', (event) => !root.contains(event.target as Node) && close())
  window.addEventListener('blur', close)
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) close()
  })
}
