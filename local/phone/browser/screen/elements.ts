/** Owns how the dialogs of WeChat are put together: elements and buttons. */
export function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

export function button(
  text: string,
  className: string,
  onClick: () => void,
  color?: string,
): HTMLButtonElement {
  const made = element('button', className, text) as HTMLButtonElement
  if (color) made.style.color = color
  made.addEventListener('click', onClick)
  return made
}
