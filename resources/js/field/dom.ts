/** Small helpers by which the field page builds itself; texts are never read as markup. */
type Child = Node | string | null | false | undefined

type Attributes = Record<
  string,
  string | number | boolean | null | undefined | ((event: Event) => void)
>

/** An element with attributes (`onclick` and the like take functions) and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

let texts: Record<string, string> = {}

export function setTexts(json: string): void {
  texts = JSON.parse(json)
}

/** A sentence of the page, with its places filled. */
export function t(key: string, data: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)\}/g, (_, name) => String(data[name] ?? ''))
}

let labels = 0

/** A labelled field. */
export function labelled(label: string, control: HTMLElement, hint?: string): HTMLElement {
  control.id ||= `f-${++labels}`
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`)
  return el(
    'div',
    {},
    el('label', { for: control.id }, label),
    hint ? el('div', { class: 'field-hint', id: `${control.id}-hint` }, hint) : null,
    control
  )
}
