/**
 * Makes elements. Everything that is not an element becomes text, so nothing
 * that a terminal or a person sent can become HTML.
 * @module
 */

export type Child = Node | string | number | false | null | undefined

/** An attribute, or a listener where the name begins with "on". */
export type Attributes = Record<
  string,
  string | number | boolean | undefined | ((event: Event) => unknown)
>

/** The element `tag`; true is an attribute without a value, false is none. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  fill(element, attributes, children)
  return element
}

/** The same within an SVG picture. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  fill(element, attributes, children)
  return element
}

/** Replaces what is in `parent`; focus stays where it was, by its id. */
export function show(parent: Element, ...children: Child[]): void {
  const focused = document.activeElement
  const id = parent.contains(focused) ? focused?.id : ''
  parent.replaceChildren(...nodes(children))
  if (id) document.getElementById(id)?.focus()
}

/** The element that {@link shell} gives every page. */
export function main(): HTMLElement {
  return byId('main')
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`#${id} is missing`)
  return found
}

function fill(element: Element, attributes: Attributes, children: Child[]) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function')
      element.addEventListener(name.slice('on'.length), value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...nodes(children))
}

function nodes(children: Child[]): (Node | string)[] {
  return children.flatMap(child => {
    if (child === false || child === null || child === undefined) return []
    return [typeof child === 'number' ? String(child) : child]
  })
}
